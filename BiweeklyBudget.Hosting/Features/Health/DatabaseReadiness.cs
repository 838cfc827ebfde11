using BiweeklyBudget.Core;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace BiweeklyBudget.Hosting.Features.Health;

/// <summary>Whether the database can be reached and no migration is pending.</summary>
internal sealed class DatabaseReadiness(BudgetEngine engine) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var status = await engine.StatusAsync(cancellationToken);
        return status.IsReady ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy(status.Explanation);
    }
}
