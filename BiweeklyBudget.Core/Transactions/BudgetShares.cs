using System.Linq.Expressions;
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

    private static readonly Expression<Func<BudgetDbContext, IQueryable<TransactionSplit>, IQueryable<Found>>> Rows = (database, splits) => splits
        .Where(split => split.TransactionId != null && split.BudgetId != null)
        .Join(database.Budgets, split => split.BudgetId, budget => budget.Id, (split, budget) => new Found { Id = split.Id, TransactionId = split.TransactionId!.Value, Amount = split.Amount, BudgetId = budget.Id, BudgetName = budget.Name, IsIncome = budget.IsIncome });

    private static readonly CompiledQuery<Func<BudgetDbContext, List<int>, IAsyncEnumerable<Found>>> Listed = new(() =>
    {
        Expression<Func<BudgetDbContext, List<int>, IQueryable<TransactionSplit>>> splits = (database, ids) => database.TransactionSplits.Where(split => ids.Contains(split.TransactionId!.Value));
        return EF.CompileAsyncQuery(Expression.Lambda<Func<BudgetDbContext, List<int>, IQueryable<Found>>>(ComposedQuery.Of(Rows, splits.Parameters[0], splits.Body), splits.Parameters));
    });

    /// <summary>Reads the splits of some transactions.</summary>
    /// <param name="database">The database.</param>
    /// <param name="ids">The transactions.</param>
    /// <param name="all">Makes a query that finds at least these; asked for only when there are too many to name them.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <returns>Splits by transaction, largest amount first.</returns>
    public static async Task<ILookup<int, BudgetShare>> ReadAsync(BudgetDbContext database, IReadOnlyCollection<int> ids, Func<IQueryable<Transaction>> all, CancellationToken cancellationToken)
    {
        var rows = ids.Count > MostListedIds
            ? await ComposedQuery.Over(database, all().Join(database.TransactionSplits, transaction => transaction.Id, split => split.TransactionId, (transaction, split) => split), Rows).ToListAsync(cancellationToken).ConfigureAwait(false)
            : await Listed.For(database)(database, [.. ids]).ToListAsync(cancellationToken).ConfigureAwait(false);
        return rows.OrderByDescending(row => row.Amount).ThenBy(row => row.Id)
            .ToLookup(row => row.TransactionId, row => new BudgetShare(row.BudgetId, row.BudgetName ?? "", row.Amount, row.IsIncome == true));
    }

    /// <summary>A split with its budget.</summary>
    private sealed class Found
    {
        public int Id { get; init; }

        public int TransactionId { get; init; }

        public decimal Amount { get; init; }

        public int BudgetId { get; init; }

        public string? BudgetName { get; init; }

        public bool? IsIncome { get; init; }
    }
}
