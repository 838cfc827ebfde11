using BiweeklyBudget.Core.Saving;

namespace BiweeklyBudget.Core.Settings;

/// <summary>The settings of a book: <c>book.Settings</c>.</summary>
public sealed class SettingsSection
{
    private readonly BookSession _session;

    internal SettingsSection(BookSession session) => _session = session;

    /// <summary>The settings in force; the dates are null until they are known.</summary>
    public BudgetSettings Current => _session.Settings;

    /// <summary>Whether the dates that everything is counted from are known.</summary>
    public bool IsComplete => Current is { PayPeriodStartDate: not null, ReconcileBeginDate: not null };

    /// <summary>Looks into the database for dates that are not known yet. When all are known, it is not asked.</summary>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <returns>The settings in force from now on, for all books of the engine.</returns>
    public async Task<BudgetSettings> ReadAsync(CancellationToken cancellationToken = default) =>
        IsComplete ? Current : _session.Complete(await _session.RunAsync(database => StoredSettings.ReadAsync(database, cancellationToken)).ConfigureAwait(false));

    /// <summary>
    /// Stores the first payday, and as the begin of reconciling too unless there is one. A payday that is stored already, or that the given settings say, stays: of
    /// several callers at once the first one wins, and all get its date.
    /// </summary>
    /// <param name="payday">First day of any one pay period.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    /// <returns>Saved with the settings in force from now on, for all books of the engine; or why not.</returns>
    public async Task<Outcome<BudgetSettings>> SaveFirstPaydayAsync(DateOnly payday, CancellationToken cancellationToken = default) =>
        IsComplete
            ? new Outcome<BudgetSettings>.Saved(Current)
            : await _session.RunAsync(database => StoredSettings.SaveFirstPaydayAsync(database, payday, cancellationToken)).ConfigureAwait(false) switch
            {
                Outcome<StoredDates>.Saved saved => new Outcome<BudgetSettings>.Saved(_session.Complete(saved.Value)),
                Outcome<StoredDates>.Refused refused => new Outcome<BudgetSettings>.Refused(refused.Reason),
                var other => throw new InvalidOperationException($"{other} is no outcome of a first payday."),
            };
}
