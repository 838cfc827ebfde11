using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Settings;

namespace BiweeklyBudget.Core.Spreading;

/// <summary>What is left over in a pay period, and where it goes: <c>book.Spreading</c>.</summary>
public sealed class SpreadingSection
{
    private readonly BookSession _session;

    internal SpreadingSection(BookSession session) => _session = session;

    /// <summary>What is left over in a pay period, and where it can go.</summary>
    /// <param name="day">Any day of the pay period.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <returns>The money and the budgets; three SQL statements.</returns>
    /// <exception cref="InvalidOperationException">Nobody has said yet when the user is paid.</exception>
    public Task<SpreadableMoney> ReadAsync(DateOnly day, CancellationToken cancellationToken = default)
    {
        var period = _session.Calendar.Containing(day);
        return _session.ReadAsync((database, token) => SpreadMoney.ReadAsync(database, period, _session.Today, token), cancellationToken);
    }

    /// <summary>Spreads it.</summary>
    /// <param name="spread">What each budget gets.</param>
    /// <param name="cancellationToken">Cancels it; nothing is saved then.</param>
    /// <returns>Saved with what is left over now, or why not.</returns>
    /// <exception cref="InvalidOperationException">Nobody has said yet when the user is paid.</exception>
    public Task<Outcome<SavedSpread>> SaveAsync(Spread spread, CancellationToken cancellationToken = default) =>
        _session.SaveAsync(database => Operation(database).ExecuteAsync(spread, cancellationToken));

    /// <summary>Everything that is wrong with it; nothing is saved.</summary>
    /// <param name="spread">What each budget gets.</param>
    /// <param name="unknown">Names of properties whose values are not known yet, as in a form that is filled in: nothing is said about them, whatever stands in them.</param>
    /// <param name="cancellationToken">Ends the check early.</param>
    /// <returns>The problems; none when it could be saved.</returns>
    /// <exception cref="InvalidOperationException">Nobody has said yet when the user is paid.</exception>
    public Task<IReadOnlyList<Problem>> CheckAsync(Spread spread, IReadOnlySet<string>? unknown = null, CancellationToken cancellationToken = default) =>
        _session.SaveAsync(database => Operation(database).CheckAsync(spread, unknown, cancellationToken));

    private SpreadMoney Operation(Storage.BudgetDbContext database) => new(database, _session.Calendar, _session.Time, _session.Settings.DefaultAccountId);
}
