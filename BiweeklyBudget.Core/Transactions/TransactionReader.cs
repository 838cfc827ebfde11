using System.Linq.Expressions;
using BiweeklyBudget.Core.Budgets;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Transactions;

/// <summary>Reads a transaction with one SQL statement, or few ones with two.</summary>
internal sealed class TransactionReader(BudgetDbContext database)
{
    private static readonly CompiledQuery<Func<BudgetDbContext, int, IAsyncEnumerable<Found>>> One = new(() => EF.CompileAsyncQuery((BudgetDbContext database, int id) =>
        from transaction in database.Transactions
        where transaction.Id == id
        join account in database.Accounts on transaction.AccountId equals account.Id into accounts
        from account in accounts.DefaultIfEmpty()
        join reconciliation in database.Reconciliations on transaction.Id equals reconciliation.TransactionId into reconciliations
        from reconciliation in reconciliations.DefaultIfEmpty()
        join split in database.TransactionSplits on transaction.Id equals split.TransactionId into splits
        from split in splits.DefaultIfEmpty()
        join scheduled in database.ScheduledTransactions on transaction.ScheduledTransactionId equals scheduled.Id into schedules
        from scheduled in schedules.DefaultIfEmpty()
        join budget in database.Budgets on split.BudgetId equals budget.Id into budgets
        from budget in budgets.DefaultIfEmpty()
        select new Found
        {
            Details = new TransactionDetails
            {
                Id = transaction.Id,
                Date = transaction.Date,
                Amount = 0m,
                Description = transaction.Description,
                Notes = transaction.Notes,
                AccountId = transaction.AccountId,
                AccountName = account.Name,
                SalesTax = transaction.SalesTax,
                BudgetedAmount = transaction.BudgetedAmount,
                PlannedBudgetId = transaction.PlannedBudgetId,
                ScheduledTransactionId = transaction.ScheduledTransactionId,
                ScheduledDescription = scheduled.Description,
                ScheduledTimes = scheduled.NumberPerPeriod,
                TransferId = transaction.TransferId,
                ReconciliationId = (int?)reconciliation.Id,
            },
            SplitId = (int?)split.Id,
            Amount = (decimal?)split.Amount,
            BudgetId = (int?)budget.Id,
            BudgetName = budget.Name,
            IsIncome = budget.IsIncome,
        }));

    /// <summary>Transactions without their amounts and splits, which <see cref="WithSplitsAsync"/> adds.</summary>
    public static readonly Expression<Func<BudgetDbContext, IQueryable<Transaction>, IQueryable<TransactionDetails>>> Rows = (database, transactions) =>
        transactions.Select(transaction => new TransactionDetails
        {
            Id = transaction.Id,
            Date = transaction.Date,
            Amount = 0m,
            Description = transaction.Description,
            Notes = transaction.Notes,
            AccountId = transaction.AccountId,
            AccountName = database.Accounts.Where(account => account.Id == transaction.AccountId).Select(account => account.Name).FirstOrDefault(),
            SalesTax = transaction.SalesTax,
            BudgetedAmount = transaction.BudgetedAmount,
            PlannedBudgetId = transaction.PlannedBudgetId,
            ScheduledTransactionId = transaction.ScheduledTransactionId,
            ScheduledDescription = database.ScheduledTransactions.Where(scheduled => scheduled.Id == transaction.ScheduledTransactionId).Select(scheduled => scheduled.Description).FirstOrDefault(),
            ScheduledTimes = database.ScheduledTransactions.Where(scheduled => scheduled.Id == transaction.ScheduledTransactionId).Select(scheduled => (int?)scheduled.NumberPerPeriod).FirstOrDefault(),
            TransferId = transaction.TransferId,
            ReconciliationId = database.Reconciliations.Where(reconciliation => reconciliation.TransactionId == transaction.Id).Select(reconciliation => (int?)reconciliation.Id).FirstOrDefault(),
        });

    /// <summary>Reads a transaction.</summary>
    /// <returns>The transaction; null when there is none with that id.</returns>
    public async Task<TransactionDetails?> FindAsync(int id, CancellationToken cancellationToken)
    {
        var rows = await One.For(database)(database, id).ToListAsync(cancellationToken).ConfigureAwait(false);
        if (rows.Count == 0)
        {
            return null;
        }

        BudgetShare[] splits =
        [
            .. rows.Where(row => row.SplitId is not null && row.BudgetId is not null).OrderByDescending(row => row.Amount).ThenBy(row => row.SplitId)
                .Select(row => new BudgetShare(row.BudgetId!.Value, row.BudgetName ?? "", row.Amount ?? 0m, row.IsIncome == true)),
        ];
        return rows[0].Details with { Amount = splits.Sum(split => split.Amount), Splits = splits };
    }

    /// <summary>Reads the transactions that a query finds.</summary>
    /// <param name="query">The query; its order is kept.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    public async Task<IReadOnlyList<TransactionDetails>> ReadAsync(IQueryable<Transaction> query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        var rows = await ComposedQuery.Over(database, query, Rows).ToListAsync(cancellationToken).ConfigureAwait(false);
        return await WithSplitsAsync(rows, () => query, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Reads the splits of some transactions, with one SQL statement.</summary>
    /// <param name="rows">The transactions, of <see cref="Rows"/>.</param>
    /// <param name="all">Makes a query that finds at least these; asked for only when there are too many to name them.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <returns>The transactions with their splits, in the same order.</returns>
    public async Task<IReadOnlyList<TransactionDetails>> WithSplitsAsync(IReadOnlyCollection<TransactionDetails> rows, Func<IQueryable<Transaction>> all, CancellationToken cancellationToken)
    {
        var splits = await BudgetShares.ReadAsync(database, [.. rows.Select(row => row.Id)], all, cancellationToken).ConfigureAwait(false);
        return [.. rows.Select(row => row with { Amount = splits[row.Id].Sum(split => split.Amount), Splits = [.. splits[row.Id]] })];
    }

    /// <summary>A transaction with one of its splits.</summary>
    private sealed class Found
    {
        public TransactionDetails Details { get; init; } = null!;

        public int? SplitId { get; init; }

        public decimal? Amount { get; init; }

        public int? BudgetId { get; init; }

        public string? BudgetName { get; init; }

        public bool? IsIncome { get; init; }
    }
}
