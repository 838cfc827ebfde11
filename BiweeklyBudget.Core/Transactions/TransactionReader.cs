using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Transactions;

/// <summary>Reads single transactions or few ones, with two SQL statements.</summary>
/// <param name="database">The database.</param>
public sealed class TransactionReader(BudgetDbContext database)
{
    /// <summary>Reads a transaction.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <returns>The transaction; null when there is none with that id.</returns>
    public async Task<TransactionRecord?> FindAsync(int id, CancellationToken cancellationToken) =>
        (await ReadAsync(database.Transactions.Where(transaction => transaction.Id == id), cancellationToken).ConfigureAwait(false)).SingleOrDefault();

    /// <summary>Reads the transactions that a query finds.</summary>
    /// <param name="query">The query; its order is kept.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <returns>The transactions.</returns>
    public async Task<IReadOnlyList<TransactionRecord>> ReadAsync(IQueryable<Transaction> query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        var rows = await query.AsNoTracking()
            .Select(transaction => new { Transaction = transaction, AccountName = database.Accounts.Where(account => account.Id == transaction.AccountId).Select(account => account.Name).FirstOrDefault() })
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        var splits = await NamedSplits.ReadAsync(database, [.. rows.Select(row => row.Transaction.Id)], query, cancellationToken).ConfigureAwait(false);
        return [.. rows.Select(row => new TransactionRecord(row.Transaction, row.AccountName, [.. splits[row.Transaction.Id]]))];
    }
}
