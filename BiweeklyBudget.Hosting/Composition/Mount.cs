using BiweeklyBudget.Hosting.Security;
using BiweeklyBudget.Hosting.Security.SignIn;

namespace BiweeklyBudget.Hosting.Composition;

/// <summary>
/// The app of a book behind one endpoint of the program. The program has decided who may come in when a request arrives here; inside there are routes, middleware and a scope of
/// services of the app's own (docs/adr/0020).
/// </summary>
internal sealed class Mount
{
    // Behind all routes of the program – those of MVC's conventions have orders of their own – but not behind a fallback, which is for what nobody serves.
    private const int AtRoot = int.MaxValue - 1;

    // A group's prefix may have parameters of any other name.
    private const string Rest = "/{**belowBiweeklyBudget}";

    private readonly string _name;
    private readonly RequestDelegate _serve;

    private Mount(IServiceProvider program, string name)
    {
        _name = name;
        var app = new ApplicationBuilder(new InnerServices(program));
        app.UseMiddleware<SecurityHeaders>();
        app.UseMiddleware<OwnHostNames>();
        app.UseMiddleware<WaitingForDatabase>();
        app.UseMiddleware<ErrorPages>();
        app.UseMiddleware<CrossSiteRequests>();
        app.UseMiddleware<UnloggedQuery>();
        app.UseMiddleware<ExactPaths>();
        app.UseMiddleware<SignedInUser>();
        app.UseMiddleware<FormPages>();
        app.UseRouting();
        app.Use(ServedRoute.Note);
        app.UseMiddleware<OwnSignIn>();
        app.UseMiddleware<FirstRun>();
        app.UseMiddleware<RecordedRequests>();
        app.UseMiddleware<KeyedRequests>();
        app.UseEndpoints(routes =>
        {
            BiweeklyBudgetEndpoints.Map(routes);
            Routes = routes.DataSources;
        });
        _serve = app.Build();
    }

    /// <summary>The routes inside.</summary>
    public IEnumerable<EndpointDataSource> Routes { get; private set; } = [];

    /// <summary>Maps the endpoint.</summary>
    public static IEndpointConventionBuilder Map(IEndpointRouteBuilder routes, string path, string name)
    {
        if (routes.ServiceProvider.GetService<IServiceProviderIsKeyedService>()?.IsKeyedService(typeof(ServedBook), name) == false)
        {
            throw new InvalidOperationException(name.Length == 0
                ? "MapBiweeklyBudget serves what services.AddBiweeklyBudget(…) registers; nothing is registered without a name."
                : $"MapBiweeklyBudget serves what services.AddBiweeklyBudget(…) registers; nothing is registered by the name \"{name}\".");
        }

        var mount = new Mount(routes.ServiceProvider, name);
        var endpoint = routes.Map(path.Trim('/') + Rest, mount.ServeAsync).WithDisplayName("BiweeklyBudget" + (name.Length == 0 ? "" : $" \"{name}\"")).WithMetadata(mount).ExcludeFromDescription();
        endpoint.Add(PutBehind);
        return endpoint;
    }

    private static void PutBehind(EndpointBuilder endpoint)
    {
        if (endpoint is RouteEndpointBuilder { RoutePattern.PathSegments.Count: 1 } atRoot)
        {
            atRoot.Order = AtRoot;
        }
    }

    private async Task ServeAsync(HttpContext context)
    {
        // Services of their own: whatever the program asked for in this request, for example a book of another name, is not what the pages get.
        await using var scope = context.RequestServices.GetRequiredService<IServiceScopeFactory>().CreateAsyncScope();
        var current = scope.ServiceProvider.GetRequiredService<CurrentBook>();
        var served = scope.ServiceProvider.GetRequiredKeyedService<ServedBook>(_name);
        current.Found = served;
        current.Mount = context.GetEndpoint();
        var outside = Outside.Leave(context, scope.ServiceProvider);
        served.Requests.Begin();
        try
        {
            await _serve(context);
        }
        finally
        {
            served.Requests.End();
            outside.Return();
        }
    }
}
