namespace BiweeklyBudget.Core.Spreading;

/// <summary>What one budget gets, or gives, when money is spread.</summary>
/// <param name="BudgetId">A budget of <see cref="SpreadableMoney.Budgets"/>.</param>
/// <param name="Amount">Greater than zero for what it gets; less than zero for what is taken from a periodic budget that has something left. Up to four decimals.</param>
public sealed record SpreadShare(int BudgetId, decimal Amount);
