using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Settings;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Budgets;

/// <summary>The budgets of a book: <c>book.Budgets</c>.</summary>
public sealed class BudgetSection
{
    private readonly BookSession _session;

    internal BudgetSection(BookSession session) => _session = session;

    /// <summary>All budgets, inactive ones too.</summary>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <returns>The budgets, by name ignoring case.</returns>
    public Task<IReadOnlyList<BudgetDetails>> ListAsync(CancellationToken cancellationToken = default) => _session.ReadAsync<IReadOnlyList<BudgetDetails>>(
        async (database, token) =>
            [.. (await database.Budgets.AsNoTracking().ToListAsync(token).ConfigureAwait(false)).Select(BudgetDetails.Of).OrderBy(budget => budget.Name, StringComparer.OrdinalIgnoreCase).ThenBy(budget => budget.Id)],
        cancellationToken);

    /// <summary>One budget.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <returns>The budget; null when there is none with that id.</returns>
    public Task<BudgetDetails?> FindAsync(int id, CancellationToken cancellationToken = default) => _session.ReadAsync(
        async (database, token) => await database.Budgets.AsNoTracking().SingleOrDefaultAsync(budget => budget.Id == id, token).ConfigureAwait(false) is { } row ? BudgetDetails.Of(row) : null,
        cancellationToken);

    /// <summary>The active standing budgets with what projects lay claim to.</summary>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <returns>The budgets, by id.</returns>
    public Task<IReadOnlyList<StandingBudget>> ListActiveStandingAsync(CancellationToken cancellationToken = default) =>
        _session.ReadAsync((database, token) => new StandingBudgets(database).ReadActiveAsync(token), cancellationToken);

    /// <summary>All standing budgets, inactive ones too, with what projects lay claim to.</summary>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <returns>The budgets, by id.</returns>
    public Task<IReadOnlyList<StandingBudget>> ListStandingAsync(CancellationToken cancellationToken = default) =>
        _session.ReadAsync((database, token) => new StandingBudgets(database).ReadAllAsync(token), cancellationToken);

    /// <summary>What was spent from each budget in each pay period that has ended by today.</summary>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <returns>The chart.</returns>
    public Task<SpendingChart> SpendingByPayPeriodAsync(CancellationToken cancellationToken = default) =>
        _session.ReadKeptAsync(("by pay period", _session.Settings.PayPeriodStartDate, _session.Today), (database, token) => new SpendingHistory(database).ReadByPayPeriodAsync(_session.Calendar, _session.Today, token), cancellationToken);

    /// <summary>What was spent from each budget in each month up to today.</summary>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <returns>The chart.</returns>
    public Task<SpendingChart> SpendingByMonthAsync(CancellationToken cancellationToken = default) =>
        _session.ReadKeptAsync(("by month", _session.Today), (database, token) => new SpendingHistory(database).ReadByMonthAsync(_session.Today, token), cancellationToken);

    /// <summary>Adds or changes a budget.</summary>
    /// <param name="change">What it is to be.</param>
    /// <param name="cancellationToken">Cancels it; nothing is saved then.</param>
    /// <returns>Saved with the budget's id, or why not.</returns>
    public Task<Outcome<int>> SaveAsync(BudgetChange change, CancellationToken cancellationToken = default) =>
        _session.SaveAsync(database => new SaveBudget(database).ExecuteAsync(change, cancellationToken));

    /// <summary>Everything that is wrong with a change; nothing is saved.</summary>
    /// <param name="change">The change.</param>
    /// <param name="unknown">Names of properties whose values are not known yet, as in a form that is filled in: nothing is said about them, whatever stands in them.</param>
    /// <param name="cancellationToken">Ends the check early.</param>
    /// <returns>The problems; none when it could be saved.</returns>
    public Task<IReadOnlyList<Problem>> CheckAsync(BudgetChange change, IReadOnlySet<string>? unknown = null, CancellationToken cancellationToken = default) =>
        _session.SaveAsync(database => new SaveBudget(database).CheckAsync(change, unknown, cancellationToken));
}
