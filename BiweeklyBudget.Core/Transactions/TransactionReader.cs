using System.Linq.Expressions;
using BiweeklyBudget.Core.Budgets;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Transactions;

/// <summary>Reads a transaction with one SQL statement, or few ones with two.</summary>
internal sealed class TransactionReader(BudgetDbContext database)
{
    // Each row has one split. The table of budgets is joined last: a split whose budget is gone counts with nobody.
    private const string One =
        """
        SELECT t.id, t.date, t.description, t.notes, t.account_id, a.name, t.sales_tax, t.budgeted_amount, t.planned_budget_id, t.scheduled_trans_id, o.description, o.num_per_period, t.transfer_id, r.id, s.id, s.amount, b.id, b.name, b.is_income
        FROM transactions AS t
        LEFT JOIN accounts AS a ON a.id = t.account_id
        LEFT JOIN txn_reconciles AS r ON r.txn_id = t.id
        LEFT JOIN budget_transactions AS s ON s.trans_id = t.id
        LEFT JOIN scheduled_transactions AS o ON o.id = t.scheduled_trans_id
        LEFT JOIN budgets AS b ON b.id = s.budget_id
        WHERE t.id = {0}
        """;

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
        TransactionDetails? found = null;
        var splits = new List<(int Id, BudgetShare Share)>();
        await OwnStatement.ReadEachAsync(
            database,
            One,
            [id],
            [
                row =>
                {
                    found ??= Details(row);
                    if (row.NumberOrNull(14) is { } split && row.NumberOrNull(16) is { } budget)
                    {
                        splits.Add((split, new BudgetShare(budget, row.Text(17) ?? "", row.AmountOrNull(15) ?? 0m, row.IsOrNull(18) == true)));
                    }
                },
            ],
            cancellationToken).ConfigureAwait(false);
        return found is null ? null : found with
        {
            Amount = splits.Sum(split => split.Share.Amount),
            Splits = [.. splits.OrderByDescending(split => split.Share.Amount).ThenBy(split => split.Id).Select(split => split.Share)],
        };
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

    private static TransactionDetails Details(OwnRow row) => new()
    {
        Id = row.Number(0),
        Date = row.DayOrNull(1),
        Amount = 0m,
        Description = row.Text(2) ?? "",
        Notes = row.Text(3),
        AccountId = row.NumberOrNull(4),
        AccountName = row.Text(5),
        SalesTax = row.Amount(6),
        BudgetedAmount = row.AmountOrNull(7),
        PlannedBudgetId = row.NumberOrNull(8),
        ScheduledTransactionId = row.NumberOrNull(9),
        ScheduledDescription = row.Text(10),
        ScheduledTimes = row.NumberOrNull(11),
        TransferId = row.NumberOrNull(12),
        ReconciliationId = row.NumberOrNull(13),
    };
}
