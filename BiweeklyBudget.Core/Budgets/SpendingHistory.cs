using System.Globalization;
using System.Linq.Expressions;
using BiweeklyBudget.Core.Calendar;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;

namespace BiweeklyBudget.Core.Budgets;

/// <summary>
/// The charts of spending (spec/http-api.md §16): sums of splits, transfers included, over budgets that are neither income nor
/// omitted from graphs. The database adds up; a null flag leaves a budget out (spec/domain.md §6).
/// </summary>
/// <param name="database">The database.</param>
internal sealed class SpendingHistory(BudgetDbContext database)
{
    /// <summary>
    /// Spending by finished pay period on periodic budgets, from the period of the earliest transaction on, with three SQL statements.
    /// Active budgets occur in every period, inactive ones where they were used. Of more than <see cref="SpendingChart.MostSpans"/> periods those are
    /// left out in which nothing was spent, but for the first and the last; if there are still too many, several in a row are added up.
    /// </summary>
    /// <param name="calendar">When the user is paid.</param>
    /// <param name="today">Today's UTC date; the periods that ended by then are shown.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <returns>The chart.</returns>
    public async Task<SpendingChart> ReadByPayPeriodAsync(PayCalendar calendar, DateOnly today, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        var budgets = await Shown().Where(budget => budget.IsPeriodic == true).ToDictionaryAsync(budget => budget.Id, cancellationToken).ConfigureAwait(false);
        var first = await database.Transactions.MinAsync(transaction => transaction.Date, cancellationToken).ConfigureAwait(false);
        var sums = await PeriodSums(calendar, today).ToListAsync(cancellationToken).ConfigureAwait(false);
        var sumsOf = sums.Where(sum => budgets.ContainsKey(sum.BudgetId!.Value)).ToLookup(sum => calendar.Containing(sum.Day));
        var periods = first is null ? [] : calendar.Ended(first.Value, today).ToList();
        var leavesGaps = periods.Count > SpendingChart.MostSpans;
        if (leavesGaps)
        {
            periods = [.. periods.Where((period, index) => index == 0 || index == periods.Count - 1 || sumsOf.Contains(period))];
        }

        return Chart(periods, span => new SpendingSpan(span[0].ToString(), Amounts(
            span.SelectMany(period => sumsOf[period]).Select(sum => (NameOf(budgets[sum.BudgetId!.Value]), sum.Amount)),
            budgets.Values.Where(budget => budget.IsActive == true).Select(NameOf)))) with
        { LeavesGaps = leavesGaps };
    }

    /// <summary>
    /// Spending by month up to today, standing budgets included, over transactions with a split on an active budget, with two SQL
    /// statements. A budget with nothing in a month is absent from it.
    /// </summary>
    /// <param name="today">Today's UTC date.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <returns>The chart.</returns>
    public async Task<SpendingChart> ReadByMonthAsync(DateOnly today, CancellationToken cancellationToken)
    {
        var budgets = await Shown().ToDictionaryAsync(budget => budget.Id, cancellationToken).ConfigureAwait(false);
        var query =
            from transaction in database.Transactions
            where transaction.Date <= today
            join split in database.TransactionSplits on transaction.Id equals split.TransactionId
            join budget in database.Budgets on split.BudgetId equals budget.Id
            where budget.IsIncome == false && budget.IsOmittedFromGraphs == false
                && (budget.IsActive == true || transaction.Splits.Any(other => database.Budgets.Any(used => used.Id == other.BudgetId && used.IsActive == true)))
            group split.Amount by new { transaction.Date!.Value.Year, transaction.Date!.Value.Month, split.BudgetId } into sum
            select new { sum.Key.Year, sum.Key.Month, sum.Key.BudgetId, Amount = sum.Sum() };
        var sums = await query.ToListAsync(cancellationToken).ConfigureAwait(false);
        var months = sums
            .Where(sum => budgets.ContainsKey(sum.BudgetId!.Value))
            .GroupBy(sum => string.Create(CultureInfo.InvariantCulture, $"{sum.Year:0000}-{sum.Month:00}"))
            .OrderBy(month => month.Key, StringComparer.Ordinal)
            .ToList();
        return Chart(months, span => new SpendingSpan(span[0].Key, Amounts(span.SelectMany(month => month).Select(sum => (NameOf(budgets[sum.BudgetId!.Value]), sum.Amount)), [])));
    }

    /// <summary>Draws as many periods or months together as the chart's bound asks for.</summary>
    private static SpendingChart Chart<T>(IReadOnlyList<T> all, Func<T[], SpendingSpan> draw)
    {
        var together = Math.Max(1, (all.Count + SpendingChart.MostSpans - 1) / SpendingChart.MostSpans);
        SpendingSpan[] spans = [.. all.Chunk(together).Select(draw)];
        return new SpendingChart([.. spans.SelectMany(span => span.Amounts.Keys).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)], spans, together);
    }

    /// <summary>Sums by name; the names of <paramref name="always"/> are there even if nothing was spent.</summary>
    private static Dictionary<string, decimal> Amounts(IEnumerable<(string Name, decimal Amount)> sums, IEnumerable<string> always)
    {
        var amounts = new Dictionary<string, decimal>(StringComparer.Ordinal);
        foreach (var (name, amount) in always.Select(name => (name, 0m)).Concat(sums))
        {
            amounts[name] = amounts.GetValueOrDefault(name) + amount;
        }

        return amounts;
    }

    private static string NameOf(Budget budget) => budget.Name ?? "";

    private IQueryable<Budget> Shown() => database.Budgets.AsNoTracking().Where(budget => budget.IsIncome == false && budget.IsOmittedFromGraphs == false);

    private IQueryable<PeriodSum> PeriodSums(PayCalendar calendar, DateOnly today)
    {
        var splits =
            from transaction in database.Transactions
            where transaction.Date <= today
            join split in database.TransactionSplits on transaction.Id equals split.TransactionId
            where split.BudgetId != null
            select new DatedSplit { Date = transaction.Date!.Value, BudgetId = split.BudgetId, Amount = split.Amount };
        return splits.GroupBy(PeriodAndBudget(calendar)).Select(sum => new PeriodSum { Day = sum.Min(split => split.Date), BudgetId = sum.Key.BudgetId, Amount = sum.Sum(split => split.Amount) });
    }

    /// <summary>What the database adds up by: the calendar's own expression of a day, put where the day stands.</summary>
    private static Expression<Func<DatedSplit, GroupKey>> PeriodAndBudget(PayCalendar calendar)
    {
        var split = Expression.Parameter(typeof(DatedSplit), "split");
        var key = calendar.PeriodKey;
        var period = ReplacingExpressionVisitor.Replace(key.Parameters[0], Expression.Property(split, nameof(DatedSplit.Date)), key.Body);
        return Expression.Lambda<Func<DatedSplit, GroupKey>>(
            Expression.MemberInit(
                Expression.New(typeof(GroupKey)),
                Expression.Bind(typeof(GroupKey).GetProperty(nameof(GroupKey.Period))!, period),
                Expression.Bind(typeof(GroupKey).GetProperty(nameof(GroupKey.BudgetId))!, Expression.Property(split, nameof(DatedSplit.BudgetId)))),
            split);
    }

    private sealed class DatedSplit
    {
        public DateOnly Date { get; init; }

        public int? BudgetId { get; init; }

        public decimal Amount { get; init; }
    }

    private sealed class GroupKey
    {
        public int Period { get; init; }

        public int? BudgetId { get; init; }
    }

    /// <summary>What was spent on a budget in the period of a day.</summary>
    private sealed class PeriodSum
    {
        public DateOnly Day { get; init; }

        public int? BudgetId { get; init; }

        public decimal Amount { get; init; }
    }
}
