namespace BiweeklyBudget.Core.PayPeriods;

/// <summary>What the database holds for a range of days: all that the figures of its periods depend on.</summary>
/// <param name="Transactions">Transactions dated in the range.</param>
/// <param name="Schedules">Active scheduled transactions that may occur in the range.</param>
/// <param name="Budgets">All budgets by id.</param>
internal sealed record PeriodRows(IReadOnlyList<TransactionRow> Transactions, IReadOnlyList<ScheduledRow> Schedules, IReadOnlyDictionary<int, BudgetRow> Budgets)
{
    /// <summary>First day of the range.</summary>
    public DateOnly First { get; init; }

    /// <summary>Last day of the range.</summary>
    public DateOnly Last { get; init; }

    /// <summary>Whether the rows hold all days of another range.</summary>
    public bool Hold(DateOnly first, DateOnly last) => First <= first && last <= Last;
}
