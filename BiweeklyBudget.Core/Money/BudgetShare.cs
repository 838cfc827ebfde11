namespace BiweeklyBudget.Core.Money;

/// <summary>A budget's share of an amount, to be shown in a <see cref="BudgetCell"/>.</summary>
/// <param name="BudgetId">The budget.</param>
/// <param name="Name">Its name as shown.</param>
/// <param name="Amount">Its share.</param>
public readonly record struct BudgetShare(int BudgetId, string Name, decimal Amount);
