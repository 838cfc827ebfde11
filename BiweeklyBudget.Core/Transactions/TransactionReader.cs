using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Transactions;

/// <summary>Reads single transactions or few ones, with two SQL statements.</summary>
internal sealed class TransactionReader(BudgetDbContext database)
{
    /// <summary>Reads a transaction.</summary>
    /// <returns>The transaction; null when there is none with that id.</returns>
    public async Task<TransactionDetails?> FindAsync(int id, CancellationToken cancellationToken) =>
        (await ReadAsync(database.Transactions.Where(transaction => transaction.Id == id), cancellationToken).ConfigureAwait(false)).SingleOrDefault();

    /// <summary>Reads the transactions that a query finds.</summary>
    /// <param name="query">The query; its order is kept.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    public async Task<IReadOnlyList<TransactionDetails>> ReadAsync(IQueryable<Transaction> query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        var rows = await query
            .Select(transaction => new TransactionDetails
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
                TransferId = transaction.TransferId,
                ReconciliationId = database.Reconciliations.Where(reconciliation => reconciliation.TransactionId == transaction.Id).Select(reconciliation => (int?)reconciliation.Id).FirstOrDefault(),
            })
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        var splits = await BudgetShares.ReadAsync(database, [.. rows.Select(row => row.Id)], query, cancellationToken).ConfigureAwait(false);
        return [.. rows.Select(row => row with { Amount = splits[row.Id].Sum(split => split.Amount), Splits = [.. splits[row.Id]] })];
    }
}
