namespace BiweeklyBudget.Core.Transactions;

/// <summary>A split as lists show it.</summary>
/// <param name="BudgetId">The budget.</param>
/// <param name="BudgetName">Its name.</param>
/// <param name="Amount">Positive = expense.</param>
/// <param name="IsIncome">Whether the budget is income.</param>
public sealed record NamedSplit(int BudgetId, string BudgetName, decimal Amount, bool IsIncome);
