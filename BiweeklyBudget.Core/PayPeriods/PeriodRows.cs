namespace BiweeklyBudget.Core.PayPeriods;

/// <summary>What the database holds for a range of days: all that the figures of its periods depend on.</summary>
/// <param name="Transactions">Transactions dated in the range.</param>
/// <param name="Schedules">Active scheduled transactions that may occur in the range.</param>
/// <param name="Budgets">All budgets by id.</param>
internal sealed record PeriodRows(IReadOnlyList<TransactionRow> Transactions, IReadOnlyList<ScheduledRow> Schedules, IReadOnlyDictionary<int, BudgetRow> Budgets);
