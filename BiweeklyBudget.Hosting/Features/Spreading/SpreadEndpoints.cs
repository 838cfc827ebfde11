using BiweeklyBudget.Hosting.Api;
using BiweeklyBudget.Hosting.Api.Description;

namespace BiweeklyBudget.Hosting.Features.Spreading;

/// <summary>What is left over, spread over HTTP.</summary>
internal static class SpreadEndpoints
{
    public static void MapSpreading(this IEndpointRouteBuilder routes) => routes.MapForm("/forms/spread", new SpreadForm()).Described(SpreadOperations.Spread);
}
