using Microsoft.AspNetCore.Diagnostics.HealthChecks;

namespace BiweeklyBudget.Hosting.Features.Health;

/// <summary>For operators: whether the process lives, and whether it can serve.</summary>
internal static class HealthEndpoints
{
    /// <summary>Name and tag of the check.</summary>
    public const string Ready = "biweeklybudget-database";

    /// <summary><c>/healthz/live</c>: 200 as long as the process answers. <c>/healthz/ready</c>: 200 when the database is reachable and nothing is pending, else 503.</summary>
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapHealthChecks("/healthz/live", new HealthCheckOptions { Predicate = _ => false });
        routes.MapHealthChecks("/healthz/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains(Ready) });
    }
}
