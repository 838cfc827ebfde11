using Microsoft.Net.Http.Headers;

namespace BiweeklyBudget.Hosting.Api;

/// <summary>Addresses that only take POST and answer 405 to everything else (spec/http-api.md §1).</summary>
internal static class PostOnly
{
    /// <summary>Maps a handler for POST.</summary>
    /// <param name="routes">The routes.</param>
    /// <param name="path">The address.</param>
    /// <param name="handler">Answers it.</param>
    /// <returns>The route.</returns>
    public static RouteHandlerBuilder MapPostOnly(this IEndpointRouteBuilder routes, string path, Delegate handler)
    {
        // A host that was not published has a route for files of any name, with which the framework would answer 404.
        routes.MapMethods(path, [HttpMethods.Get, HttpMethods.Head], Refuse).ExcludeFromDescription();
        return routes.MapPost(path, handler);
    }

    private static IResult Refuse(HttpResponse response)
    {
        response.Headers[HeaderNames.Allow] = HttpMethods.Post;
        return Results.StatusCode(StatusCodes.Status405MethodNotAllowed);
    }
}
