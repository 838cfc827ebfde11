using BiweeklyBudget.Core.Storage;

namespace BiweeklyBudget.Core.PayPeriods;

/// <summary>Lists and sums of consecutive pay periods, past and future (spec/domain.md §5).</summary>
/// <param name="database">The database.</param>
public sealed class PayPeriodForecast(BudgetDbContext database)
{
    private readonly PeriodRowReader _rows = new(database);

    /// <summary>Reads and calculates periods with three SQL statements, however many periods and rows there are.</summary>
    /// <param name="first">The first period.</param>
    /// <param name="count">How many periods; at least one.</param>
    /// <param name="today">Today's UTC date, which decides what is past.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <returns>The periods in their order.</returns>
    public async Task<IReadOnlyList<PayPeriodView>> ReadAsync(PayPeriod first, int count, DateOnly today, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        var rows = await _rows.ReadAsync(first.Start, first.Plus(count - 1).End, cancellationToken).ConfigureAwait(false);
        return Calculate(first, count, today, rows);
    }

    /// <summary>Calculates the periods from rows that were loaded.</summary>
    internal static IReadOnlyList<PayPeriodView> Calculate(PayPeriod first, int count, DateOnly today, PeriodRows rows)
    {
        var byPeriod = rows.Transactions.ToLookup(t => PayPeriod.Containing(t.Date, first.Start));
        return [.. Enumerable.Range(0, count).Select(first.Plus).Select(period => Calculate(period, today, byPeriod[period], rows))];
    }

    private static PayPeriodView Calculate(PayPeriod period, DateOnly today, IEnumerable<TransactionRow> transactions, PeriodRows rows)
    {
        var entries = PeriodEntries.Merge(period, transactions, rows.Schedules, rows.Budgets);
        var budgets = BudgetSums.Calculate(entries, rows.Budgets);
        var isPast = period.IsPast(today);
        return new PayPeriodView(period, isPast, entries, budgets, PeriodTotals.Of(budgets, isPast));
    }
}
