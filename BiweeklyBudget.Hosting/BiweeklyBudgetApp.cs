using BiweeklyBudget.Hosting.Composition;
using BiweeklyBudget.Hosting.Security;

namespace BiweeklyBudget.Hosting;

/// <summary>Mounts the web app in a host.</summary>
public static class BiweeklyBudgetApp
{
    // WebApplication shares one route table among all its branches; the pages below a path need one of their own.
    private const string SharedRouteTable = "__GlobalEndpointRouteBuilder";

    /// <summary>
    /// Serves the pages and the HTTP interface below a path. The app has its own routes, security headers and error pages there;
    /// the host's other endpoints are not touched. Mounted at the root, the host's own endpoints come first.
    /// </summary>
    /// <param name="app">The host.</param>
    /// <param name="path">For example <c>/money</c>; empty or <c>/</c> for the root.</param>
    /// <returns><paramref name="app"/>.</returns>
    public static WebApplication MapBiweeklyBudget(this WebApplication app, string path = "")
    {
        ArgumentNullException.ThrowIfNull(app);
        ArgumentNullException.ThrowIfNull(path);
        var serve = Build(app);
        var prefix = path.TrimEnd('/');
        if (prefix.Length == 0)
        {
            app.Use((context, next) => context.GetEndpoint() is null ? serve(context) : next(context));
        }
        else
        {
            app.Map(prefix, branch => branch.Run(serve));
        }

        return app;
    }

    private static RequestDelegate Build(WebApplication app)
    {
        var branch = ((IApplicationBuilder)app).New();
        branch.Properties.Remove(SharedRouteTable);
        branch.Use((context, next) =>
        {
            context.SetEndpoint(null);
            context.Features.Set(OwnPagesPolicy.Mark);
            return next(context);
        });
        branch.UseMiddleware<SecurityHeaders>();
        branch.UseMiddleware<ErrorPages>();
        branch.UseMiddleware<CrossSiteRequests>();
        branch.UseMiddleware<ExactPaths>();
        branch.UseMiddleware<FirstRun>();
        branch.UseRouting();
        branch.UseMiddleware<KeyedRequests>();
        branch.UseEndpoints(BiweeklyBudgetEndpoints.Map);
        return branch.Build();
    }
}
