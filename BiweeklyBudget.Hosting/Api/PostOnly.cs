using BiweeklyBudget.Core;
using Microsoft.Net.Http.Headers;

namespace BiweeklyBudget.Hosting.Api;

/// <summary>Addresses that only take POST and answer 405 to everything else (spec/http-api.md §1).</summary>
internal static class PostOnly
{
    /// <summary>Maps what answers POST.</summary>
    /// <param name="routes">The routes.</param>
    /// <param name="path">The address.</param>
    /// <param name="answer">Answers a request from its book.</param>
    /// <returns>The route.</returns>
    public static IEndpointConventionBuilder MapPostOnly(this IEndpointRouteBuilder routes, string path, Func<HttpContext, BudgetBook, Task<IResult>> answer)
    {
        // A host that was not published has a route for files of any name, with which the framework would answer 404.
        routes.MapMethods(path, [HttpMethods.Get, HttpMethods.Head], Refuse).ExcludeFromDescription();
        return routes.MapSave(path, answer);
    }

    private static Task Refuse(HttpContext context)
    {
        context.Response.Headers[HeaderNames.Allow] = HttpMethods.Post;
        context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
        return Task.CompletedTask;
    }
}
