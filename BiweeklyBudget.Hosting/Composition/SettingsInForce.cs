using BiweeklyBudget.Core.Settings;
using BiweeklyBudget.Core.Storage;

namespace BiweeklyBudget.Hosting.Composition;

/// <summary>The settings as they are now: those given at the start, completed by the dates that the first page stored.</summary>
internal sealed class SettingsInForce(BudgetSettings given)
{
    private volatile BudgetSettings? _completed;

    /// <summary>The settings; the dates are null until the payday is known.</summary>
    public BudgetSettings Current => _completed ?? given;

    /// <summary>Whether the dates are known.</summary>
    public bool IsComplete => Current is { PayPeriodStartDate: not null, ReconcileBeginDate: not null };

    /// <summary>Looks into the database when a date is missing; once all are known it is not asked again.</summary>
    public async Task<bool> CompleteAsync(BudgetDbContext database, CancellationToken cancellationToken)
    {
        if (!IsComplete)
        {
            _completed = given.CompletedBy(await StoredSettings.ReadAsync(database, cancellationToken));
        }

        return IsComplete;
    }
}
