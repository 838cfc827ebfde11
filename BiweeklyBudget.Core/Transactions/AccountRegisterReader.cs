using BiweeklyBudget.Core.Accounts;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Rows;
using BiweeklyBudget.Core.Tables;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Transactions;

/// <summary>Reads the register of an account.</summary>
/// <param name="database">The database.</param>
/// <param name="today">What is dated later is not in the account yet.</param>
internal sealed class AccountRegisterReader(BudgetDbContext database, DateOnly today)
{
    /// <summary>
    /// Reads a page with at most five SQL statements. Balances are added up from the page on: for the first page what is dated after today, for others what is newer than the page.
    /// </summary>
    /// <param name="account">The account with its figures of today.</param>
    /// <param name="query">Search in the description, and which rows; the order is that of the register.</param>
    /// <param name="budget">Only those with a split on a budget; null for all.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    public async Task<TablePage<RegisterEntry>> ReadAsync(AccountFigures account, TableQuery query, int? budget, CancellationToken cancellationToken)
    {
        var all = database.Transactions.Where(transaction => transaction.AccountId == account.Id);
        var isWhole = SearchPattern.Of(query.Search) is null && budget is null;
        var found = isWhole ? all : TransactionList.Find(database, query, new TransactionFilter(account.Id, budget));
        var total = await all.CountAsync(cancellationToken).ConfigureAwait(false);
        var filtered = isWhole ? total : await found.CountAsync(cancellationToken).ConfigureAwait(false);
        var rows = await ListedTransactions.One(database, found).OrderByDescending(row => row.Date).ThenByDescending(row => row.Id).Page(query).ToListAsync(cancellationToken).ConfigureAwait(false);
        if (rows.Count == 0)
        {
            return new TablePage<RegisterEntry>(total, filtered, []);
        }

        var splits = await BudgetShares.ReadAsync(database, [.. rows.Select(row => row.Id)], () => found, cancellationToken).ConfigureAwait(false);
        decimal? balance = isWhole ? account.Difference + await NotYetAsync(all, query.Skip == 0 ? null : rows[0], cancellationToken).ConfigureAwait(false) : null;
        var entries = new List<RegisterEntry>(rows.Count);
        foreach (var row in rows)
        {
            entries.Add(new RegisterEntry(row with { Splits = [.. splits[row.Id]] }, balance));
            balance += row.Amount;
        }

        return new TablePage<RegisterEntry>(total, filtered, entries);
    }

    // How far the account is from where it is today, after a transaction; null is the newest one.
    private async Task<decimal> NotYetAsync(IQueryable<Transaction> all, TransactionDetails? after, CancellationToken cancellationToken)
    {
        var coming = await SumAsync(all.Where(transaction => transaction.Date > today), cancellationToken).ConfigureAwait(false);
        return after is null ? -coming : await SumAsync(Newer(all, after), cancellationToken).ConfigureAwait(false) - coming;
    }

    // Transactions that never got a date, which only other programs can have written, come last.
    private static IQueryable<Transaction> Newer(IQueryable<Transaction> all, TransactionDetails than) => than.Date is { } date
        ? all.Where(transaction => transaction.Date > date || (transaction.Date == date && transaction.Id > than.Id))
        : all.Where(transaction => transaction.Date != null || transaction.Id > than.Id);

    private static Task<decimal> SumAsync(IQueryable<Transaction> transactions, CancellationToken cancellationToken) =>
        transactions.SelectMany(transaction => transaction.Splits).SumAsync(split => split.Amount, cancellationToken);
}
