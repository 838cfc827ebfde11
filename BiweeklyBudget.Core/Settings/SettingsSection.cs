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

    /// <summary>
    /// Looks into the database for settings that nothing else says. It is asked as long as the dates are not known, and when a setting was changed since: by this program, or by another one as
    /// soon as a page has noticed it.
    /// </summary>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <returns>The settings in force from now on, for all books of the engine.</returns>
    public async Task<BudgetSettings> ReadAsync(CancellationToken cancellationToken = default) =>
        IsComplete && _session.KnowsStoredSettings() ? Current : await ReadNowAsync(cancellationToken).ConfigureAwait(false);

    /// <summary>The same, and always asks the database.</summary>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <returns>The settings in force from now on, for all books of the engine.</returns>
    public async Task<BudgetSettings> ReadNowAsync(CancellationToken cancellationToken = default) =>
        _session.Complete(await _session.RunAsync(database => StoredHousehold.ReadAsync(database, cancellationToken)).ConfigureAwait(false));

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
            : await _session.SaveAsync(database => StoredSettings.SaveFirstPaydayAsync(database, payday, cancellationToken)).ConfigureAwait(false) switch
            {
                Outcome<StoredDates>.Saved => new Outcome<BudgetSettings>.Saved(await ReadNowAsync(cancellationToken).ConfigureAwait(false)),
                Outcome<StoredDates>.Refused refused => new Outcome<BudgetSettings>.Refused(refused.Reason),
                var other => throw new InvalidOperationException($"{other} is no outcome of a first payday."),
            };

    /// <summary>Changes the household's settings. What is not different stays as it is stored; of what the program was started with, nothing can be different.</summary>
    /// <param name="change">What they are to be.</param>
    /// <param name="cancellationToken">Cancels it; nothing is saved then.</param>
    /// <returns>Saved with the settings in force from now on, for all books of the engine; or why not.</returns>
    public async Task<Outcome<BudgetSettings>> SaveAsync(SettingsChange change, CancellationToken cancellationToken = default) =>
        await _session.SaveAsync(database => new SaveHousehold(database, _session.Given).ExecuteAsync(change, cancellationToken)).ConfigureAwait(false) switch
        {
            Outcome<StoredHousehold>.Saved => new Outcome<BudgetSettings>.Saved(await ReadNowAsync(cancellationToken).ConfigureAwait(false)),
            Outcome<StoredHousehold>.Invalid invalid => new Outcome<BudgetSettings>.Invalid(invalid.Problems),
            Outcome<StoredHousehold>.Refused refused => new Outcome<BudgetSettings>.Refused(refused.Reason),
            var other => throw new InvalidOperationException($"{other} is no outcome of settings."),
        };

    /// <summary>Everything that is wrong with a change of settings; nothing is saved.</summary>
    /// <param name="change">What they are to be.</param>
    /// <param name="unknown">Names of properties whose values are not known yet: nothing is said about them, whatever stands in them.</param>
    /// <param name="cancellationToken">Ends the check early.</param>
    /// <returns>The problems; none when it could be saved.</returns>
    public Task<IReadOnlyList<Problem>> CheckAsync(SettingsChange change, IReadOnlySet<string>? unknown = null, CancellationToken cancellationToken = default) =>
        _session.SaveAsync(database => new SaveHousehold(database, _session.Given).CheckAsync(change, unknown, cancellationToken));

    /// <summary>What of setting up is done, with one SQL statement.</summary>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <returns>The steps that are done.</returns>
    public Task<SetupSteps> ReadSetupAsync(CancellationToken cancellationToken = default) =>
        _session.ReadAsync((database, token) => SetupReader.ReadAsync(database, token), cancellationToken);
}
