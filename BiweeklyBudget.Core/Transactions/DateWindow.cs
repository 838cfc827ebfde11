using BiweeklyBudget.Core.Storage.Rows;
using BiweeklyBudget.Core.Tables;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Transactions;

/// <summary>
/// The days that a page of transactions sorted by date lies in. Within them the further columns, such as amounts that have to be
/// added up first, are sorted for some dozens of transactions instead of for all.
/// </summary>
internal sealed class DateWindow
{
    private DateWindow(IQueryable<Transaction> transactions, int skip)
    {
        Transactions = transactions;
        Skip = skip;
    }

    /// <summary>The transactions of these days.</summary>
    public IQueryable<Transaction> Transactions { get; }

    /// <summary>How many of them to leave out before the page.</summary>
    public int Skip { get; }

    /// <summary>Whether a query is sorted by date first and then by something else.</summary>
    public static bool Suits(TableQuery query) => query is { Order: [{ Name: "date" }, _, ..], Take: > 0 };

    /// <summary>Finds the days with one SQL statement on the first page and two on others.</summary>
    public static async Task<DateWindow> ReadAsync(IQueryable<Transaction> found, TableQuery query, CancellationToken cancellationToken)
    {
        var descending = query.Order[0].IsDescending;
        var sorted = descending ? found.OrderByDescending(transaction => transaction.Date) : found.OrderBy(transaction => transaction.Date);
        var dates = await sorted.Select(transaction => transaction.Date).Page(query).ToListAsync(cancellationToken).ConfigureAwait(false);
        if (dates.Count == 0 || dates[0] is not { } first || dates[^1] is not { } last)
        {
            // Past the end, or transactions that never got a date, which only other programs can have written.
            return new DateWindow(found, query.Skip);
        }

        // Missing dates sort before all others.
        var before = query.Skip == 0 ? 0
            : descending ? await found.CountAsync(transaction => transaction.Date > first, cancellationToken).ConfigureAwait(false)
            : await found.CountAsync(transaction => transaction.Date == null || transaction.Date < first, cancellationToken).ConfigureAwait(false);
        var (earliest, latest) = descending ? (last, first) : (first, last);
        return new DateWindow(found.Where(transaction => transaction.Date >= earliest && transaction.Date <= latest), query.Skip - before);
    }
}
