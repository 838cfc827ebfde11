using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Rows;
using BiweeklyBudget.Core.Tables;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Transactions;

/// <summary>
/// The days that a page of transactions sorted by date lies in. Within them the further columns, such as amounts that have to be
/// added up first, are sorted for some dozens of transactions instead of for all.
/// </summary>
/// <param name="Earliest">The first of the days.</param>
/// <param name="Latest">The last of them.</param>
/// <param name="Skip">How many of their transactions to leave out before the page.</param>
internal sealed record DateWindow(DateOnly Earliest, DateOnly Latest, int Skip)
{
    private static readonly CompiledQuery<Func<BudgetDbContext, int, int, IAsyncEnumerable<DateOnly?>>> Latests = new(() =>
        EF.CompileAsyncQuery((BudgetDbContext database, int skip, int take) => database.Transactions.OrderByDescending(transaction => transaction.Date).Select(transaction => transaction.Date).Skip(skip).Take(take)));

    private static readonly CompiledQuery<Func<BudgetDbContext, int, int, IAsyncEnumerable<DateOnly?>>> Earliests = new(() =>
        EF.CompileAsyncQuery((BudgetDbContext database, int skip, int take) => database.Transactions.OrderBy(transaction => transaction.Date).Select(transaction => transaction.Date).Skip(skip).Take(take)));

    /// <summary>Whether a query is sorted by date first and then by something else.</summary>
    public static bool Suits(TableQuery query) => query is { Order: [{ Name: "date" }, _, ..], Take: > 0 };

    /// <summary>Finds the days with one SQL statement on the first page and two on others.</summary>
    /// <returns>The days; null past the end, or among transactions that never got a date, which only other programs can have written.</returns>
    public static async Task<DateWindow?> ReadAsync(IQueryable<Transaction> found, TableQuery query, CancellationToken cancellationToken)
    {
        var sorted = query.Order[0].IsDescending ? found.OrderByDescending(transaction => transaction.Date) : found.OrderBy(transaction => transaction.Date);
        return await OfAsync(await sorted.Select(transaction => transaction.Date).Page(query).ToListAsync(cancellationToken).ConfigureAwait(false), found, query, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The same, when all transactions are asked for.</summary>
    public static async Task<DateWindow?> ReadAsync(BudgetDbContext database, TableQuery query, CancellationToken cancellationToken)
    {
        var dates = query.Order[0].IsDescending ? Latests : Earliests;
        return await OfAsync(await dates.For(database)(database, query.Skip, query.Take!.Value).ToListAsync(cancellationToken).ConfigureAwait(false), database.Transactions, query, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The transactions of these days among some.</summary>
    public IQueryable<Transaction> Of(IQueryable<Transaction> transactions)
    {
        var (earliest, latest) = (Earliest, Latest);
        return transactions.Where(transaction => transaction.Date >= earliest && transaction.Date <= latest);
    }

    private static async Task<DateWindow?> OfAsync(List<DateOnly?> dates, IQueryable<Transaction> found, TableQuery query, CancellationToken cancellationToken)
    {
        if (dates.Count == 0 || dates[0] is not { } first || dates[^1] is not { } last)
        {
            return null;
        }

        // Missing dates sort before all others.
        var descending = query.Order[0].IsDescending;
        var before = query.Skip == 0 ? 0
            : descending ? await found.CountAsync(transaction => transaction.Date > first, cancellationToken).ConfigureAwait(false)
            : await found.CountAsync(transaction => transaction.Date == null || transaction.Date < first, cancellationToken).ConfigureAwait(false);
        return descending ? new DateWindow(last, first, query.Skip - before) : new DateWindow(first, last, query.Skip - before);
    }
}
