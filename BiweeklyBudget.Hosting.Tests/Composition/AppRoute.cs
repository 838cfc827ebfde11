using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;

namespace BiweeklyBudget.Hosting.Tests.Composition;

/// <summary>A route of the running program, as the program itself lists it; files of wwwroot are none.</summary>
/// <param name="Pattern">For example <c>/ajax/budget/{id}</c>.</param>
/// <param name="Methods">Empty for all.</param>
internal sealed record AppRoute(string Pattern, IReadOnlyList<string> Methods)
{
    // What a program that was not published has besides, for files that came after the build.
    private const string AnyFile = "{**path:file}";

    /// <summary>Whether it changes something.</summary>
    public bool IsUnsafe => Methods.Except(["GET", "HEAD"]).Any();

    public bool IsRead => Methods.Count == 0 || Methods.Contains("GET");

    public static IReadOnlyList<AppRoute> Of(IServiceProvider program) =>
    [
        .. from endpoint in program.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
           where endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is null
           let pattern = "/" + endpoint.RoutePattern.RawText!.TrimStart('/')
           where !pattern.EndsWith(AnyFile, StringComparison.Ordinal)
           select new AppRoute(pattern, endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? []),
    ];
}
