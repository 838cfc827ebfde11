using BiweeklyBudget.Core.Budgets;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Transactions;

/// <summary>The splits of many transactions with the names of their budgets, read with one SQL statement.</summary>
internal static class BudgetShares
{
    // More ids than that are not listed in the statement; the transactions are then joined instead.
    private const int MostListedIds = 1000;

    /// <summary>Reads the splits of some transactions.</summary>
    /// <param name="database">The database.</param>
    /// <param name="ids">The transactions.</param>
    /// <param name="all">A query that finds at least these.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <returns>Splits by transaction, largest amount first.</returns>
    public static async Task<ILookup<int, BudgetShare>> ReadAsync(BudgetDbContext database, IReadOnlyCollection<int> ids, IQueryable<Transaction> all, CancellationToken cancellationToken)
    {
        var splits = ids.Count > MostListedIds
            ? all.Join(database.TransactionSplits, transaction => transaction.Id, split => split.TransactionId, (transaction, split) => split)
            : database.TransactionSplits.Where(split => ids.Contains(split.TransactionId!.Value));
        var rows = await splits
            .Where(split => split.TransactionId != null && split.BudgetId != null)
            .Join(database.Budgets, split => split.BudgetId, budget => budget.Id, (split, budget) => new { split.Id, Transaction = split.TransactionId!.Value, split.Amount, BudgetId = budget.Id, budget.Name, budget.IsIncome })
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        return rows.OrderByDescending(row => row.Amount).ThenBy(row => row.Id)
            .ToLookup(row => row.Transaction, row => new BudgetShare(row.BudgetId, row.Name ?? "", row.Amount, row.IsIncome == true));
    }
}
