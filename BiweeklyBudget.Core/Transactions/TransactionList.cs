using System.Collections.Concurrent;
using System.Linq.Expressions;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Rows;
using BiweeklyBudget.Core.Tables;
using BiweeklyBudget.Core.Totals;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Transactions;

/// <summary>
/// The table of all transactions (spec/http-api.md §5): searched, filtered, sorted and paged by the database. How many SQL statements
/// that takes depends on what is asked for, never on what the database holds.
/// </summary>
/// <param name="database">The database.</param>
/// <param name="known">What is known of the state of the database that is read, where it is: how many transactions there are, and how many were found before.</param>
internal sealed class TransactionList(BudgetDbContext database, OpenItems? known = null)
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

    private static readonly ConcurrentDictionary<(bool Descending, string Second, bool SecondDescending), CompiledQuery<Func<BudgetDbContext, DateOnly, DateOnly, int, int, IAsyncEnumerable<TransactionDetails>>>> PagesOfDays = new();

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
        var all = known?.TransactionCount ?? await database.Transactions.CountAsync(cancellationToken).ConfigureAwait(false);
        var isFiltered = IsFiltered(query, filter);
        var filtered = !isFiltered ? all
            : known is null ? await found.CountAsync(cancellationToken).ConfigureAwait(false)
            : await known.CountFoundAsync((query.Search, filter), () => found.CountAsync(cancellationToken)).ConfigureAwait(false);
        var rows = query.Take <= MostFoundById
            ? await PageAsync(found, query, isFiltered, cancellationToken).ConfigureAwait(false)
            : await Sort(ListedTransactions.All(database, found), query).ToListAsync(cancellationToken).ConfigureAwait(false);
        var splits = await BudgetShares.ReadAsync(database, [.. rows.Select(row => row.Id)], () => found, cancellationToken).ConfigureAwait(false);
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

    private async Task<IReadOnlyList<TransactionDetails>> PageAsync(IQueryable<Transaction> found, TableQuery query, bool isFiltered, CancellationToken cancellationToken)
    {
        if (DateWindow.Suits(query))
        {
            // Some days' rows: they can be sorted and read in full at once.
            var window = isFiltered ? await DateWindow.ReadAsync(found, query, cancellationToken).ConfigureAwait(false) : await DateWindow.ReadAsync(database, query, cancellationToken).ConfigureAwait(false);
            if (window is not null && !isFiltered && query.Order.Count == 2)
            {
                return await PageOfDays(query.Order).For(database)(database, window.Earliest, window.Latest, window.Skip, query.Take!.Value).ToListAsync(cancellationToken).ConfigureAwait(false);
            }

            var days = window is null ? Sort(ListedTransactions.One(database, found), query) : Sort(ListedTransactions.One(database, window.Of(found)), query with { Skip = window.Skip });
            return await days.ToListAsync(cancellationToken).ConfigureAwait(false);
        }

        var ids = await SortedIdsAsync(found, query, cancellationToken).ConfigureAwait(false);
        var rows = await ListedTransactions.One(database, database.Transactions.Where(transaction => ids.Contains(transaction.Id)))
            .ToDictionaryAsync(row => row.Id, cancellationToken).ConfigureAwait(false);
        return [.. ids.Where(rows.ContainsKey).Select(id => rows[id])];
    }

    // The usual pages are compiled, one query for each order: there are few of two known columns of which the first is the date.
    private static CompiledQuery<Func<BudgetDbContext, DateOnly, DateOnly, int, int, IAsyncEnumerable<TransactionDetails>>> PageOfDays(IReadOnlyList<SortedColumn> order) =>
        PagesOfDays.GetOrAdd((order[0].IsDescending, Sorted.Names.Contains(order[1].Name, StringComparer.Ordinal) ? order[1].Name : "", order[1].IsDescending), _ => new(() =>
        {
            Expression<Func<BudgetDbContext, DateOnly, DateOnly, IQueryable<Transaction>>> days = (database, earliest, latest) => database.Transactions.Where(transaction => transaction.Date >= earliest && transaction.Date <= latest);
            Expression<Func<IQueryable<TransactionDetails>, int, int, IQueryable<TransactionDetails>>> page = (rows, skip, take) => rows.Skip(skip).Take(take);
            var rows = Sorted.Sort(ComposedQuery.Sketch<TransactionDetails>(ComposedQuery.Of(ListedTransactions.Each, days.Parameters[0], days.Body)), order);
            var (skip, take) = (page.Parameters[1], page.Parameters[2]);
            return EF.CompileAsyncQuery(Expression.Lambda<Func<BudgetDbContext, DateOnly, DateOnly, int, int, IQueryable<TransactionDetails>>>(ComposedQuery.Of(page, rows.Expression, skip, take), [.. days.Parameters, skip, take]));
        }));

    private async Task<IReadOnlyList<int>> SortedIdsAsync(IQueryable<Transaction> found, TableQuery query, CancellationToken cancellationToken)
    {
        var rows = query.Order.Any(column => column.Name == "amount") ? ListedTransactions.All(database, found) : ListedTransactions.One(database, found);
        return await Sort(rows, query).Select(row => row.Id).ToListAsync(cancellationToken).ConfigureAwait(false);
    }
}
