using BiweeklyBudget.Core.Money;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Budgets;

/// <summary>
/// Budgets whose rows belong to the running database transaction: what is read from them (active, standing, balance) stays true
/// until it ends, and standing balances are moved in SQL relative to the stored value (spec/domain.md §8, D 5).
/// </summary>
internal sealed class LockedBudgets
{
    private readonly RunningSave _save;
    private readonly IReadOnlyDictionary<int, Budget> _budgets;

    private LockedBudgets(RunningSave save, IReadOnlyDictionary<int, Budget> budgets)
    {
        _save = save;
        _budgets = budgets;
    }

    /// <summary>Locks and reads budgets: all that the save needs, at once.</summary>
    public static async Task<LockedBudgets> LockAsync(RunningSave save, IEnumerable<int> ids, CancellationToken cancellationToken)
    {
        var wanted = ids.Distinct().Order().ToList();
        return new LockedBudgets(save, wanted.Count == 0 ? new Dictionary<int, Budget>() : await save.Rows.BudgetsAsync(wanted, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>A locked budget.</summary>
    /// <returns>Null when there is none with that id.</returns>
    public Budget? Find(int id) => _budgets.GetValueOrDefault(id);

    /// <summary>The first standing budget whose balance would leave the range of the column.</summary>
    /// <param name="moves">What is added to the balances, by budget id.</param>
    /// <returns>The message to refuse it with, or null.</returns>
    public string? Refusal(IReadOnlyDictionary<int, decimal> moves)
    {
        var budget = Standing(moves).Select(move => _budgets[move.Key]).FirstOrDefault(budget => !StorableAmount.IsInRange((budget.CurrentBalance ?? 0) + moves[budget.Id]));
        return budget is null ? null : $"The balance of budget {budget.Name} would be out of range. {StorableAmount.RangeMessage}.";
    }

    /// <summary>Adds amounts to the balances of those that are standing; a null balance counts as 0.</summary>
    /// <param name="moves">What is added, by budget id.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    public async Task MoveAsync(IReadOnlyDictionary<int, decimal> moves, CancellationToken cancellationToken)
    {
        foreach (var (id, amount) in Standing(moves))
        {
            await _save.MoveBalanceAsync(_budgets[id], amount, cancellationToken).ConfigureAwait(false);
        }
    }

    private IEnumerable<KeyValuePair<int, decimal>> Standing(IReadOnlyDictionary<int, decimal> moves) =>
        moves.Where(move => move.Value != 0 && Find(move.Key) is { IsPeriodic: not true }).OrderBy(move => move.Key);
}
