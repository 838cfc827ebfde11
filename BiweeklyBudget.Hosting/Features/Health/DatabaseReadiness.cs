using BiweeklyBudget.Core;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Initialization;
using BiweeklyBudget.Hosting.Composition;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace BiweeklyBudget.Hosting.Features.Health;

/// <summary>Whether the database can be reached and written and no migration is pending.</summary>
internal sealed class DatabaseReadiness(BudgetEngine engine, OutageLog outages) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var status = await engine.StatusAsync(cancellationToken);
        if (status.IsReady)
        {
            return HealthCheckResult.Healthy();
        }

        outages.Failed(FaultOf(status.State), status.Explanation, "the readiness check");
        return HealthCheckResult.Unhealthy(status.Explanation);
    }

    private static DatabaseFault FaultOf(DatabaseState state) => state switch
    {
        DatabaseState.Unreachable => DatabaseFault.Unreachable,
        DatabaseState.Unwritable => DatabaseFault.ReadOnly,
        _ => DatabaseFault.Missing,
    };
}
