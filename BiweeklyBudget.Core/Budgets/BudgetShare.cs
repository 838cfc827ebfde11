namespace BiweeklyBudget.Core.Budgets;

/// <summary>What a budget has of an amount, with what a list shows of the budget.</summary>
/// <param name="BudgetId">The budget.</param>
/// <param name="BudgetName">Its name.</param>
/// <param name="Amount">Its part; expenses positive, income negative.</param>
/// <param name="IsIncome">Whether the budget holds income.</param>
public sealed record BudgetShare(int BudgetId, string BudgetName, decimal Amount, bool IsIncome);
