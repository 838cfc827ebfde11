namespace BiweeklyBudget.Core.PayPeriods;

/// <summary>A split: an amount on a budget.</summary>
internal readonly record struct SplitRow(int? BudgetId, decimal Amount);
