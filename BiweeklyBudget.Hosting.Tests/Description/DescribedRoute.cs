using System.Text.RegularExpressions;
using BiweeklyBudget.Hosting.Api;
using BiweeklyBudget.Hosting.Api.Description;
using BiweeklyBudget.Hosting.Composition;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace BiweeklyBudget.Hosting.Tests.Description;

/// <summary>A route behind the mount, and what it says of itself.</summary>
/// <param name="Pattern">As it is mapped.</param>
/// <param name="Methods">Empty for all.</param>
/// <param name="Operation">Its description; null when it has none.</param>
/// <param name="Form">The form that it takes; null when it takes none.</param>
/// <param name="IsPage">Whether it is a page for people.</param>
/// <param name="IsLeftOut">Whether it says that it is not to be described.</param>
internal sealed partial record DescribedRoute(string Pattern, IReadOnlyList<string> Methods, Operation? Operation, IForm? Form, bool IsPage, bool IsLeftOut)
{
    /// <summary>The path as OpenAPI has it.</summary>
    public string Path => Constraints().Replace(Pattern, "{${name}}");

    /// <summary>The method that is described; HEAD is answered wherever GET is.</summary>
    public string Method => Methods.Count == 0 || Methods.Contains("GET") ? "get" : Methods[0].ToLowerInvariant();

    /// <summary>Those of a program; all mounts have the same.</summary>
    public static IReadOnlyList<DescribedRoute> Of(IServiceProvider program) =>
    [
        .. from endpoint in MountOf(program).Routes.SelectMany(source => source.Endpoints).Cast<RouteEndpoint>()
           select new DescribedRoute(
               "/" + endpoint.RoutePattern.RawText!.TrimStart('/'),
               endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? [],
               endpoint.Metadata.GetMetadata<DescribedAs>()?.Operation,
               endpoint.Metadata.GetMetadata<IForm>(),
               endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not null,
               endpoint.Metadata.GetMetadata<IExcludeFromDescriptionMetadata>()?.ExcludeFromDescription == true),
    ];

    private static Mount MountOf(IServiceProvider program) => program.GetRequiredService<EndpointDataSource>().Endpoints.Select(endpoint => endpoint.Metadata.GetMetadata<Mount>()).OfType<Mount>().First();

    [GeneratedRegex(@"\{\*{0,2}(?<name>\w+)[^}]*\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Constraints();
}
