namespace BiweeklyBudget.Hosting.Composition;

/// <summary>
/// Tells a program that asks for it – by putting this among the features of a request – which route behind the mount has answered. To the program itself all of the mount is one endpoint.
/// </summary>
internal sealed class ServedRoute
{
    /// <summary>The route's pattern, for example <c>/ajax/budget/{id}</c>; null when there is none for the address.</summary>
    public string? Pattern { get; private set; }

    /// <summary>Notes the route that was found, before the page of an error may stand in for it.</summary>
    public static RequestDelegate Note(RequestDelegate next) => context =>
    {
        if (context.Features.Get<ServedRoute>() is { Pattern: null } served && context.GetEndpoint() is RouteEndpoint route)
        {
            served.Pattern = "/" + route.RoutePattern.RawText?.TrimStart('/');
        }

        return next(context);
    };
}
