using BiweeklyBudget.Core;
using BiweeklyBudget.Core.Tables;

namespace BiweeklyBudget.Hosting.Api;

/// <summary>
/// The DataTables protocol (spec/http-api.md §5) as a kind of route: <c>routes.MapTable("/ajax/scheduled",
/// ScheduledSection.Columns, (book, table, token) =&gt; …, ScheduledTableRow.Of)</c>.
/// </summary>
internal static class TableEndpoints
{
    /// <summary>Maps a table.</summary>
    /// <typeparam name="TRow">A row as Core reads it.</typeparam>
    /// <typeparam name="TJson">A row as it is written.</typeparam>
    /// <param name="routes">The routes.</param>
    /// <param name="path">Where it is read.</param>
    /// <param name="columns">Names of the columns that can be sorted by.</param>
    /// <param name="read">Reads the rows that were asked for.</param>
    /// <param name="write">How a row is written.</param>
    /// <returns>The route.</returns>
    public static IEndpointConventionBuilder MapTable<TRow, TJson>(
        this IEndpointRouteBuilder routes,
        string path,
        IEnumerable<string> columns,
        Func<BudgetBook, TableRequest, CancellationToken, Task<TablePage<TRow>>> read,
        Func<TRow, TJson> write) =>
        routes.MapRead(path, (context, book) =>
            ReplyAsync(context, columns, request => read(book, request, context.RequestAborted), write));

    /// <summary>Answers a table's request, for routes that need more than <see cref="MapTable{TRow, TJson}"/> gives.</summary>
    /// <typeparam name="TRow">A row as Core reads it.</typeparam>
    /// <typeparam name="TJson">A row as it is written.</typeparam>
    /// <param name="context">The request.</param>
    /// <param name="columns">Names of the columns that can be sorted by.</param>
    /// <param name="read">Reads the rows that were asked for.</param>
    /// <param name="write">How a row is written.</param>
    public static async Task<IResult> ReplyAsync<TRow, TJson>(HttpContext context, IEnumerable<string> columns, Func<TableRequest, Task<TablePage<TRow>>> read, Func<TRow, TJson> write)
    {
        if (!TableRequest.TryRead(context.Request.Query, columns, out var request, out var error))
        {
            return ApiJson.TableReply(new TableError(error));
        }

        var page = await read(request);
        return ApiJson.TableReply(new TableReply<TJson> { Draw = request.Draw, RecordsTotal = page.Total, RecordsFiltered = page.Filtered, Data = [.. page.Rows.Select(write)] });
    }
}
