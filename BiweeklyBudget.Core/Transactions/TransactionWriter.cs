using BiweeklyBudget.Core.Budgets;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Storage.Rows;

namespace BiweeklyBudget.Core.Transactions;

/// <summary>
/// Writes transactions and their splits together with the standing balances that the splits move, within a running database
/// transaction. Everything that makes transactions goes through it: forms, transfers, conversions, fuel fills.
/// </summary>
internal sealed class TransactionWriter(RunningSave save, LockedBudgets budgets)
{
    /// <summary>Adds new transactions in the given order. They and their splits get their ids; the context does not get to know them.</summary>
    /// <returns>The reason why a standing balance cannot take them, or null when they were saved.</returns>
    public async Task<string?> AddAsync(IReadOnlyList<Transaction> transactions, CancellationToken cancellationToken)
    {
        var moves = new Dictionary<int, decimal>();
        foreach (var split in transactions.SelectMany(transaction => transaction.Splits))
        {
            Move(moves, split.BudgetId, -split.Amount);
        }

        if (budgets.Refusal(moves) is { } refusal)
        {
            return refusal;
        }

        await save.AddAsync(transactions, budgets.Moved(moves), cancellationToken).ConfigureAwait(false);
        return null;
    }

    /// <summary>Makes the splits of a tracked transaction equal to the given ones and saves all its changes. Its row and all budgets of both must be locked.</summary>
    /// <param name="transaction">With its splits.</param>
    /// <param name="splits">The new splits, each budget once.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    /// <returns>The reason why a standing balance cannot take the change, or null when it was saved.</returns>
    public async Task<string?> ChangeAsync(Transaction transaction, IReadOnlyList<Split> splits, CancellationToken cancellationToken)
    {
        var moves = new Dictionary<int, decimal>();
        foreach (var split in transaction.Splits)
        {
            Move(moves, split.BudgetId, split.Amount);
        }

        foreach (var (budget, amount) in splits)
        {
            Move(moves, budget, -amount);
        }

        if (budgets.Refusal(moves) is { } refusal)
        {
            return refusal;
        }

        var wanted = splits.ToDictionary(split => split.BudgetId, split => split.Amount);
        foreach (var split in transaction.Splits.OrderBy(split => split.Id).ToList())
        {
            // A second split of the same budget, which old data may hold, finds its budget's amount taken and goes.
            if (split.BudgetId is { } budget && wanted.Remove(budget, out var amount))
            {
                split.Amount = amount;
            }
            else
            {
                save.Database.TransactionSplits.Remove(split);
            }
        }

        foreach (var (budget, amount) in splits.Where(split => wanted.ContainsKey(split.BudgetId)))
        {
            transaction.Splits.Add(new TransactionSplit { BudgetId = budget, Amount = amount });
        }

        budgets.Move(moves);
        await save.Database.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        return null;
    }

    private static void Move(Dictionary<int, decimal> moves, int? budget, decimal amount)
    {
        if (budget is { } id)
        {
            moves[id] = moves.GetValueOrDefault(id) + amount;
        }
    }
}
