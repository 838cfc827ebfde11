using BiweeklyBudget.Hosting.Composition;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace BiweeklyBudget.Hosting.Tests.Composition;

/// <summary>A route of the app, as its mount lists it.</summary>
/// <param name="Pattern">For example <c>/ajax/budget/{id}</c>.</param>
/// <param name="Methods">Empty for all.</param>
internal sealed record AppRoute(string Pattern, IReadOnlyList<string> Methods)
{
    /// <summary>Whether it changes something.</summary>
    public bool IsUnsafe => Methods.Except(["GET", "HEAD"]).Any();

    public bool IsRead => Methods.Count == 0 || Methods.Contains("GET");

    /// <summary>Those of a program; all mounts have the same.</summary>
    public static IReadOnlyList<AppRoute> Of(IServiceProvider program) =>
    [
        .. from endpoint in MountOf(program).Routes.SelectMany(source => source.Endpoints).Cast<RouteEndpoint>()
           let pattern = "/" + endpoint.RoutePattern.RawText!.TrimStart('/')
           select new AppRoute(pattern, endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? []),
    ];

    private static Mount MountOf(IServiceProvider program) => program.GetRequiredService<EndpointDataSource>().Endpoints.Select(endpoint => endpoint.Metadata.GetMetadata<Mount>()).OfType<Mount>().First();
}
