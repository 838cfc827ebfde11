using BiweeklyBudget.Hosting.Security;

namespace BiweeklyBudget.Hosting.Api;

/// <summary>
/// Operations that upstream has not take JSON only. A form that a browser sends without asking anybody is never JSON, so no other site's page can make one, whatever the browser says or leaves out.
/// The program's own pages may send theirs without a script; their browsers say whose they are.
/// </summary>
internal static class JsonOfScripts
{
    /// <summary>Refuses everything else (415).</summary>
    /// <param name="route">A route for a form.</param>
    /// <returns>The route.</returns>
    public static IEndpointConventionBuilder JsonOnly(this IEndpointConventionBuilder route)
    {
        route.Add(endpoint =>
        {
            var save = endpoint.RequestDelegate!;
            endpoint.RequestDelegate = context => context.Request.HasJsonContentType() || RequestOrigin.IsOwnPage(context.Request) ? save(context) : Refusal().ExecuteAsync(context);
        });
        return route;
    }

    private static IResult Refusal() => ApiJson.Refusal(StatusCodes.Status415UnsupportedMediaType, "This address takes JSON only (Content-Type: application/json). Nothing was saved.");
}
