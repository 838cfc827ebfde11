using BiweeklyBudget.Core.Calendar;

namespace BiweeklyBudget.Core.PayPeriods;

/// <summary>An active scheduled transaction as the period's list needs it.</summary>
internal sealed record ScheduledRow(int Id, Schedule Schedule, string Description, decimal Amount, int? AccountId, string? AccountName, int? BudgetId, decimal SalesTax, string? Notes);
