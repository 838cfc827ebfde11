using BiweeklyBudget.Core;
using BiweeklyBudget.Hosting.Composition;

namespace BiweeklyBudget.Hosting.Api;

/// <summary>
/// What answers a request from its book as a kind of route: <c>routes.MapRead("/ajax/find", FindAsync)</c>. Whatever else an answer needs, it takes from the request and its services: for a method with
/// parameters of its own the framework would compile another one at each start that finds them.
/// </summary>
internal static class AnswerEndpoints
{
    /// <summary>Maps a read, answered to GET.</summary>
    /// <param name="routes">The routes.</param>
    /// <param name="path">The address.</param>
    /// <param name="answer">Answers a request from its book.</param>
    /// <returns>The route.</returns>
    public static IEndpointConventionBuilder MapRead(this IEndpointRouteBuilder routes, string path, Func<HttpContext, BudgetBook, Task<IResult>> answer) => routes.MapGet(path, Answering(answer));

    /// <summary>Maps what changes something, answered to POST.</summary>
    /// <param name="routes">The routes.</param>
    /// <param name="path">The address.</param>
    /// <param name="answer">Answers a request from its book.</param>
    /// <returns>The route.</returns>
    public static IEndpointConventionBuilder MapSave(this IEndpointRouteBuilder routes, string path, Func<HttpContext, BudgetBook, Task<IResult>> answer) => routes.MapPost(path, Answering(answer));

    /// <summary>A part of the address.</summary>
    /// <param name="context">The request.</param>
    /// <param name="name">Its name in the route.</param>
    /// <returns>The part, decoded; empty when the address has none.</returns>
    public static string RouteText(this HttpContext context, string name) => context.Request.RouteValues[name] as string ?? "";

    private static RequestDelegate Answering(Func<HttpContext, BudgetBook, Task<IResult>> answer) => async context =>
    {
        var result = await answer(context, context.Book());
        await result.ExecuteAsync(context);
    };
}
