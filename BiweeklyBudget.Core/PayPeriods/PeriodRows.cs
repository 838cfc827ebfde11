using BiweeklyBudget.Core.Calendar;

namespace BiweeklyBudget.Core.PayPeriods;

/// <summary>What the database holds for a range of days: all that the figures of its periods depend on.</summary>
/// <param name="First">First day of the range.</param>
/// <param name="Last">Last day of the range.</param>
/// <param name="Transactions">Transactions dated in the range.</param>
/// <param name="Schedules">Active scheduled transactions that may occur in the range.</param>
/// <param name="Budgets">All budgets by id.</param>
internal sealed record PeriodRows(DateOnly First, DateOnly Last, IReadOnlyList<TransactionRow> Transactions, IReadOnlyList<ScheduledRow> Schedules, IReadOnlyDictionary<int, BudgetRow> Budgets)
{
    /// <summary>Whether the figures of a period can be made of these rows.</summary>
    public bool Hold(PayPeriod period) => First <= period.Start && period.End <= Last;
}
