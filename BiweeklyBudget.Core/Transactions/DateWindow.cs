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
    // Every page of the list begins with these, and a query of EF's costs SQLite's answer three times.
    private const string Latests = "SELECT date FROM transactions ORDER BY date DESC LIMIT {0} OFFSET {1}";
    private const string Earliests = "SELECT date FROM transactions ORDER BY date LIMIT {0} OFFSET {1}";

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
        var dates = await OwnStatement.ReadAsync(
            database,
            query.Order[0].IsDescending ? Latests : Earliests,
            [query.Take!.Value, query.Skip],
            row => row.IsDBNull(0) ? (DateOnly?)null : row.GetFieldValue<DateOnly>(0),
            cancellationToken).ConfigureAwait(false);
        return await OfAsync(dates, database.Transactions, query, cancellationToken).ConfigureAwait(false);
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
