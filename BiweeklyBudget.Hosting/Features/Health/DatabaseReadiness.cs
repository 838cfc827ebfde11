using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Initialization;
using BiweeklyBudget.Hosting.Composition;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace BiweeklyBudget.Hosting.Features.Health;

/// <summary>Whether a book's database can be reached and written and no migration is pending.</summary>
internal sealed class DatabaseReadiness(ServedBook book) : IHealthCheck
{
    /// <summary>What is wrong; null when nothing is.</summary>
    public async Task<string?> ProblemAsync(CancellationToken cancellationToken)
    {
        if (!book.Start.IsDone)
        {
            return book.Start.State;
        }

        var status = await book.Engine.StatusAsync(cancellationToken);
        if (status.IsReady)
        {
            return null;
        }

        book.Outages.Failed(FaultOf(status.State), status.Explanation, "the readiness check");
        return status.Explanation;
    }

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        await ProblemAsync(cancellationToken) is { } problem ? new HealthCheckResult(context.Registration.FailureStatus, problem) : HealthCheckResult.Healthy();

    private static DatabaseFault FaultOf(DatabaseState state) => state switch
    {
        DatabaseState.Unreachable => DatabaseFault.Unreachable,
        DatabaseState.Unwritable => DatabaseFault.ReadOnly,
        _ => DatabaseFault.Missing,
    };
}
