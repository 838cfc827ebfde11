using BiweeklyBudget.Core.Calendar;
using BiweeklyBudget.Core.Settings;
using BiweeklyBudget.Core.Storage;

namespace BiweeklyBudget.Core.PayPeriods;

/// <summary>Lists and sums of consecutive pay periods, past and future (spec/domain.md §5).</summary>
/// <param name="database">The database.</param>
/// <param name="shared">What the page has read from the same state of the database; null for nothing.</param>
internal sealed class PayPeriodForecast(BudgetDbContext database, SharedReads? shared = null)
{
    private readonly PeriodRowReader _rows = new(database, shared ?? new SharedReads());

    /// <summary>Reads and calculates periods in one turn to the database, however many periods and rows there are.</summary>
    /// <param name="periods">Periods in their order, none overlapping another, at least one.</param>
    /// <param name="today">Today's UTC date, which decides what is past.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    public async Task<IReadOnlyList<PayPeriodFigures>> ReadAsync(IReadOnlyList<PayPeriod> periods, DateOnly today, CancellationToken cancellationToken)
    {
        var rows = await _rows.ReadAsync(periods[0].Start, periods[^1].End, cancellationToken).ConfigureAwait(false);
        return Calculate(periods, today, rows);
    }

    /// <summary>Reads and calculates one period, along with all budgets, in one turn to the database.</summary>
    public async Task<(PayPeriodFigures Figures, IEnumerable<BudgetRow> Budgets)> ReadWithBudgetsAsync(PayPeriod period, DateOnly today, CancellationToken cancellationToken)
    {
        var rows = await _rows.ReadAsync(period.Start, period.End, cancellationToken).ConfigureAwait(false);
        return (Calculate([period], today, rows)[0], rows.Budgets.Values);
    }

    /// <summary>Calculates the periods from rows that were loaded.</summary>
    public static IReadOnlyList<PayPeriodFigures> Calculate(IReadOnlyList<PayPeriod> periods, DateOnly today, PeriodRows rows)
    {
        var starts = periods.Select(period => period.Start).ToArray();
        var ofPeriods = Array.ConvertAll(starts, _ => new List<TransactionRow>());
        foreach (var transaction in rows.Transactions)
        {
            if (PlaceOf(transaction.Date, starts) is >= 0 and var place)
            {
                ofPeriods[place].Add(transaction);
            }
        }

        return [.. periods.Select((period, place) => Calculate(period, today, ofPeriods[place], rows))];
    }

    /// <summary>Which of the periods a date can lie in: the last one that begins by then; less than 0 for none.</summary>
    private static int PlaceOf(DateOnly date, DateOnly[] starts)
    {
        var place = Array.BinarySearch(starts, date);
        return place >= 0 ? place : ~place - 1;
    }

    private static PayPeriodFigures Calculate(PayPeriod period, DateOnly today, IEnumerable<TransactionRow> transactions, PeriodRows rows)
    {
        var entries = PeriodEntries.Merge(period, transactions, rows.Schedules, rows.Budgets);
        var budgets = BudgetSums.Calculate(entries, rows.Budgets);
        var isPast = period.IsPast(today);
        return new PayPeriodFigures(period, isPast, entries, budgets, PeriodTotals.Of(budgets, isPast));
    }
}
