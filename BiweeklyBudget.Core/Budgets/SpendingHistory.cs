using System.Globalization;
using BiweeklyBudget.Core.PayPeriods;
using BiweeklyBudget.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Budgets;

/// <summary>
/// The charts of spending (spec/http-api.md §16): sums of splits, transfers included, over budgets that are neither income nor
/// omitted from graphs. The database adds up; a null flag leaves a budget out (spec/domain.md §6).
/// </summary>
/// <param name="database">The database.</param>
public sealed class SpendingHistory(BudgetDbContext database)
{
    /// <summary>
    /// Spending by finished pay period on periodic budgets, from the period of the earliest transaction on, with three SQL statements.
    /// Active budgets occur in every period, inactive ones where they were used.
    /// </summary>
    /// <param name="payPeriodAnchor">First day of any one pay period.</param>
    /// <param name="today">Today's UTC date; the periods that ended by then are shown.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <returns>The chart.</returns>
    public async Task<SpendingChart> ReadByPayPeriodAsync(DateOnly payPeriodAnchor, DateOnly today, CancellationToken cancellationToken)
    {
        var budgets = await Shown().Where(budget => budget.IsPeriodic == true).ToDictionaryAsync(budget => budget.Id, cancellationToken).ConfigureAwait(false);
        var first = await database.Transactions.MinAsync(transaction => transaction.Date, cancellationToken).ConfigureAwait(false);
        var sums = await PeriodSums(payPeriodAnchor, today).ToListAsync(cancellationToken).ConfigureAwait(false);
        var sumsOf = sums.Where(sum => budgets.ContainsKey(sum.BudgetId!.Value)).ToLookup(sum => PayPeriod.Containing(DateOnly.FromDayNumber(Math.Max(0, sum.FirstDay)), payPeriodAnchor));
        var spans = new List<SpendingSpan>();
        for (var period = PayPeriod.Containing(first ?? today, payPeriodAnchor); first is not null && period.End <= today; period = period.Next)
        {
            var amounts = budgets.Values.Where(budget => budget.IsActive == true).ToDictionary(budget => NameOf(budget), _ => 0m);
            foreach (var sum in sumsOf[period])
            {
                amounts[NameOf(budgets[sum.BudgetId!.Value])] = sum.Amount;
            }

            spans.Add(new SpendingSpan(period.ToString(), amounts));
        }

        return Chart(spans);
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
        return Chart([.. sums
            .Where(sum => budgets.ContainsKey(sum.BudgetId!.Value))
            .GroupBy(sum => string.Create(CultureInfo.InvariantCulture, $"{sum.Year:0000}-{sum.Month:00}"))
            .OrderBy(month => month.Key, StringComparer.Ordinal)
            .Select(month => new SpendingSpan(month.Key, month.ToDictionary(sum => NameOf(budgets[sum.BudgetId!.Value]), sum => sum.Amount)))]);
    }

    private static SpendingChart Chart(IReadOnlyList<SpendingSpan> spans) =>
        new([.. spans.SelectMany(span => span.Amounts.Keys).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)], spans);

    private static string NameOf(Budget budget) => budget.Name ?? "";

    private IQueryable<Budget> Shown() => database.Budgets.AsNoTracking().Where(budget => budget.IsIncome == false && budget.IsOmittedFromGraphs == false);

    private IQueryable<PeriodSum> PeriodSums(DateOnly payPeriodAnchor, DateOnly today)
    {
        // Days are counted from the first day of a period before any date, so that no remainder is negative. Not divided: engines round otherwise.
        var daysBefore = PayPeriod.Length - (payPeriodAnchor.DayNumber % PayPeriod.Length);
        return
            from transaction in database.Transactions
            where transaction.Date <= today
            join split in database.TransactionSplits on transaction.Id equals split.TransactionId
            where split.BudgetId != null
            group split.Amount by new { FirstDay = DayNumber.Of(transaction.Date!.Value) - ((DayNumber.Of(transaction.Date!.Value) + daysBefore) % PayPeriod.Length), split.BudgetId } into sum
            select new PeriodSum { FirstDay = sum.Key.FirstDay, BudgetId = sum.Key.BudgetId, Amount = sum.Sum() };
    }

    private sealed class PeriodSum
    {
        public int FirstDay { get; init; }

        public int? BudgetId { get; init; }

        public decimal Amount { get; init; }
    }
}
