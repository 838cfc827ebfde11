using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Rows;
using BiweeklyBudget.Core.Tables;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Transactions;

/// <summary>
/// The table of all transactions (spec/http-api.md §5): searched, filtered, sorted and paged by the database. How many SQL statements
/// that takes depends on what is asked for, never on what the database holds.
/// </summary>
/// <param name="database">The database.</param>
/// <param name="total">How many transactions there are, where that is known.</param>
internal sealed class TransactionList(BudgetDbContext database, int? total = null)
{
    // A page of up to so many rows is sorted by ids alone, and only its own rows are read in full.
    private const int MostFoundById = 1000;

    private static readonly TableColumns<TransactionDetails> Sorted = new TableColumns<TransactionDetails>()
        .Column("date", row => row.Date)
        .Column("amount", row => row.Amount)
        .Column("description", row => row.Description)
        .Column("account", row => row.AccountName)
        .Column("scheduled", row => row.ScheduledTransactionId)
        .Column("budgeted_amount", row => row.BudgetedAmount)
        .Column("sales_tax", row => row.SalesTax)
        .Column("reconcile_id", row => row.ReconciliationId)
        .Key(row => row.Id);

    /// <summary>Names of the columns that can be sorted by.</summary>
    public static IEnumerable<string> Columns => Sorted.Names;

    /// <summary>Reads the rows that are asked for.</summary>
    /// <param name="query">Search in the description, or for an amount, a day or a month; order, page.</param>
    /// <param name="filter">What the rows must have besides.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <returns>The rows, and how many there are.</returns>
    public async Task<TablePage<TransactionDetails>> ReadAsync(TableQuery query, TransactionFilter filter, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        var found = Find(database, query, filter);
        var all = total ?? await database.Transactions.CountAsync(cancellationToken).ConfigureAwait(false);
        var filtered = IsFiltered(query, filter) ? await found.CountAsync(cancellationToken).ConfigureAwait(false) : all;
        var rows = query.Take <= MostFoundById
            ? await PageAsync(found, query, cancellationToken).ConfigureAwait(false)
            : await Sort(ListedTransactions.All(database, found), query).ToListAsync(cancellationToken).ConfigureAwait(false);
        var splits = await BudgetShares.ReadAsync(database, [.. rows.Select(row => row.Id)], found, cancellationToken).ConfigureAwait(false);
        return new TablePage<TransactionDetails>(all, filtered, [.. rows.Select(row => row with { Splits = [.. splits[row.Id]] })]);
    }

    /// <summary>The transactions that meet a search and filters, in no order.</summary>
    public static IQueryable<Transaction> Find(BudgetDbContext database, TableQuery query, TransactionFilter filter)
    {
        IQueryable<Transaction> found = database.Transactions;
        if (SearchPattern.Of(query.Search) is { } pattern)
        {
            found = SearchedFigures.Of(query.Search) switch
            {
                { Amount: { } amount } => found.Where(transaction => EF.Functions.Like(transaction.Description, pattern, SearchPattern.Escape)
                    || transaction.Splits.Sum(split => split.Amount) == amount || transaction.Splits.Sum(split => split.Amount) == -amount),
                { Days: var (first, last) } => found.Where(transaction => EF.Functions.Like(transaction.Description, pattern, SearchPattern.Escape) || (transaction.Date >= first && transaction.Date <= last)),
                _ => found.Where(transaction => EF.Functions.Like(transaction.Description, pattern, SearchPattern.Escape)),
            };
        }

        if (filter.AccountId is { } account)
        {
            found = found.Where(transaction => transaction.AccountId == account);
        }

        if (filter.BudgetId is { } budget)
        {
            found = found.Where(transaction => transaction.Splits.Any(split => split.BudgetId == budget));
        }

        return found;
    }

    private static bool IsFiltered(TableQuery query, TransactionFilter filter) => SearchPattern.Of(query.Search) is not null || filter is not { AccountId: null, BudgetId: null };

    private static IQueryable<TransactionDetails> Sort(IQueryable<TransactionDetails> rows, TableQuery query) => Sorted.Sort(rows, query.Order).Page(query);

    private async Task<IReadOnlyList<TransactionDetails>> PageAsync(IQueryable<Transaction> found, TableQuery query, CancellationToken cancellationToken)
    {
        if (DateWindow.Suits(query))
        {
            // Some days' rows: they can be sorted and read in full at once.
            var window = await DateWindow.ReadAsync(found, query, cancellationToken).ConfigureAwait(false);
            return await Sort(ListedTransactions.One(database, window.Transactions), query with { Skip = window.Skip }).ToListAsync(cancellationToken).ConfigureAwait(false);
        }

        var ids = await SortedIdsAsync(found, query, cancellationToken).ConfigureAwait(false);
        var rows = await ListedTransactions.One(database, database.Transactions.Where(transaction => ids.Contains(transaction.Id)))
            .ToDictionaryAsync(row => row.Id, cancellationToken).ConfigureAwait(false);
        return [.. ids.Where(rows.ContainsKey).Select(id => rows[id])];
    }

    private async Task<IReadOnlyList<int>> SortedIdsAsync(IQueryable<Transaction> found, TableQuery query, CancellationToken cancellationToken)
    {
        var rows = query.Order.Any(column => column.Name == "amount") ? ListedTransactions.All(database, found) : ListedTransactions.One(database, found);
        return await Sort(rows, query).Select(row => row.Id).ToListAsync(cancellationToken).ConfigureAwait(false);
    }
}
