using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing.Matching;

namespace BiweeklyBudget.Hosting.Composition;

/// <summary>
/// ASP.NET Core knows one list of Razor Pages for the whole program. Below the path where the app is mounted only its own pages
/// answer, and elsewhere only the embedding program's.
/// </summary>
internal sealed class OwnPagesPolicy : MatcherPolicy, IEndpointSelectorPolicy
{
    /// <summary>Marks a request below that path.</summary>
    public static readonly Branch Mark = new();

    /// <summary>Before the framework compiles the page that was found.</summary>
    public override int Order => int.MinValue;

    public bool AppliesToEndpoints(IReadOnlyList<Endpoint> endpoints) => endpoints.Any(e => e.Metadata.GetMetadata<PageActionDescriptor>() is not null);

    public Task ApplyAsync(HttpContext httpContext, CandidateSet candidates)
    {
        var isInside = httpContext.Features.Get<Branch>() is not null;
        for (var i = 0; i < candidates.Count; i++)
        {
            if (candidates.IsValidCandidate(i) && candidates[i].Endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page)
            {
                candidates.SetValidity(i, FeatureRoutes.IsOwn(page.RelativePath) == isInside);
            }
        }

        return Task.CompletedTask;
    }

    internal sealed class Branch;
}
