namespace BiweeklyBudget.Core.PayPeriods;

/// <summary>A budget; null flags and amounts of old rows read as false and 0 (spec/domain.md §6 and defect 8).</summary>
internal sealed record BudgetRow(int Id, string Name, bool IsPeriodic, bool IsStanding, bool IsActive, bool IsIncome, decimal StartingBalance, decimal CurrentBalance);
