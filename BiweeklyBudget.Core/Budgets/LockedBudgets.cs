using BiweeklyBudget.Core.Money;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Storage.Rows;

namespace BiweeklyBudget.Core.Budgets;

/// <summary>
/// Budgets whose rows belong to the running database transaction: what is read from them (active, standing, balance) stays true
/// until it ends, so standing balances are moved relative to what is stored (spec/domain.md §8, D 5).
/// </summary>
internal sealed class LockedBudgets
{
    private readonly IReadOnlyDictionary<int, Budget> _budgets;

    private LockedBudgets(IReadOnlyDictionary<int, Budget> budgets) => _budgets = budgets;

    /// <summary>Locks and reads budgets: all that the save needs, at once.</summary>
    public static async Task<LockedBudgets> LockAsync(RunningSave save, IEnumerable<int> ids, CancellationToken cancellationToken)
    {
        var wanted = ids.Distinct().Order().ToList();
        return new LockedBudgets(wanted.Count == 0 ? new Dictionary<int, Budget>() : await save.Rows.BudgetsAsync(wanted, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>Locks and reads all budgets, for a save that depends on figures over them.</summary>
    public static async Task<LockedBudgets> LockAllAsync(RunningSave save, CancellationToken cancellationToken) => new(await save.Rows.BudgetsAsync(cancellationToken).ConfigureAwait(false));

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

    /// <summary>What the balances of those that are standing become; a null balance counts as 0.</summary>
    /// <param name="moves">What is added, by budget id.</param>
    public IReadOnlyList<(Budget Budget, decimal Balance)> Moved(IReadOnlyDictionary<int, decimal> moves) => [.. Standing(moves).Select(move => (_budgets[move.Key], (_budgets[move.Key].CurrentBalance ?? 0m) + move.Value))];

    /// <summary>Adds amounts to the balances of those that are standing. The next <c>SaveChanges</c> stores them.</summary>
    /// <param name="moves">What is added, by budget id.</param>
    public void Move(IReadOnlyDictionary<int, decimal> moves)
    {
        foreach (var (budget, balance) in Moved(moves))
        {
            budget.CurrentBalance = balance;
        }
    }

    private IEnumerable<KeyValuePair<int, decimal>> Standing(IReadOnlyDictionary<int, decimal> moves) =>
        moves.Where(move => move.Value != 0 && Find(move.Key) is { IsPeriodic: not true }).OrderBy(move => move.Key);
}
