using BiweeklyBudget.Hosting.Composition;

namespace BiweeklyBudget.Hosting;

/// <summary>Mounts the web app in a program.</summary>
public static class BiweeklyBudgetApp
{
    /// <summary>
    /// Serves the pages and the HTTP interface of a book below a path, as one endpoint for all that lies there: authorization, rate limits, CORS and whatever else the program decides about
    /// endpoints hold for it as for any other, wherever this call stands. Behind it the app has its own routes, security headers and error pages; the program's other endpoints are not
    /// touched, and mounted at the root, they come first.
    /// </summary>
    /// <param name="routes">The program, or a group of its routes.</param>
    /// <param name="path">For example <c>/money</c>; empty or <c>/</c> for the root of the program or of the group.</param>
    /// <param name="name">The name that the book was registered by; empty for the one without a name.</param>
    /// <returns>For conventions, for example <c>RequireAuthorization("Family")</c>.</returns>
    /// <exception cref="InvalidOperationException">No book is registered by the name.</exception>
    public static IEndpointConventionBuilder MapBiweeklyBudget(this IEndpointRouteBuilder routes, string path = "", string name = "")
    {
        ArgumentNullException.ThrowIfNull(routes);
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(name);
        return Mount.Map(routes, path, name);
    }
}
