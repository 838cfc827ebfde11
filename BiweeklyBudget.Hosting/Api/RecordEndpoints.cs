using System.Globalization;
using BiweeklyBudget.Core;

namespace BiweeklyBudget.Hosting.Api;

/// <summary>
/// Reads of one record by its id as a kind of route: <c>routes.MapRecord("/ajax/budget/{id}", "Budget", (database, id, token) =&gt; …)</c>.
/// An id that no record has, and anything that is no id, is 404 with a JSON body (spec/http-api.md §6, fix 3).
/// </summary>
internal static class RecordEndpoints
{
    /// <summary>Maps a record.</summary>
    /// <typeparam name="T">The record as it is written.</typeparam>
    /// <param name="routes">The routes.</param>
    /// <param name="path">Where it is read; must hold <c>{id}</c>.</param>
    /// <param name="what">Its kind, for the message of the 404.</param>
    /// <param name="find">Reads it; null when there is none with that id.</param>
    /// <returns>The route.</returns>
    public static IEndpointConventionBuilder MapRecord<T>(this IEndpointRouteBuilder routes, string path, string what, Func<BudgetBook, int, CancellationToken, Task<T?>> find)
        where T : class => MapRecord(routes, path, what, (context, book, id) => find(book, id, context.RequestAborted));

    /// <summary>Maps a record of which not everybody sees all.</summary>
    /// <typeparam name="T">The record as it is written.</typeparam>
    /// <param name="routes">The routes.</param>
    /// <param name="path">Where it is read; must hold <c>{id}</c>.</param>
    /// <param name="what">Its kind, for the message of the 404.</param>
    /// <param name="find">Reads it for a request; null when there is none with that id.</param>
    /// <returns>The route.</returns>
    public static IEndpointConventionBuilder MapRecord<T>(this IEndpointRouteBuilder routes, string path, string what, Func<HttpContext, BudgetBook, int, Task<T?>> find)
        where T : class =>
        routes.MapRead(path, async (context, book) =>
        {
            // Digits only: no sign, no blanks.
            if (!int.TryParse(context.RouteText("id"), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                return ApiJson.Refusal(StatusCodes.Status404NotFound, $"Error: there is no such {what}");
            }

            return await find(context, book, number) is { } found ? ApiJson.Reply(found) : ApiJson.NotFound(what, number);
        });
}
