using Microsoft.Extensions.Options;

namespace BiweeklyBudget.Hosting.Composition;

/// <summary>
/// The program's services, with a list of endpoints apart from the program's. The framework keeps one list for a whole program, which its link generator and its API descriptions read; the routes behind a
/// mount are nothing of theirs.
/// </summary>
internal sealed class InnerServices(IServiceProvider program) : IServiceProvider
{
    private readonly IOptions<RouteOptions> _routes = OwnRoutes();

    public object? GetService(Type serviceType) => serviceType == typeof(IOptions<RouteOptions>) ? _routes : program.GetService(serviceType);

    // The list hangs on the options, and only the framework's own registration can make one.
    private static IOptions<RouteOptions> OwnRoutes()
    {
        using var own = new ServiceCollection().AddRouting().BuildServiceProvider();
        return Options.Create(own.GetRequiredService<IOptions<RouteOptions>>().Value);
    }
}
