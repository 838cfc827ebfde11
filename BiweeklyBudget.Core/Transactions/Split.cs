namespace BiweeklyBudget.Core.Transactions;

/// <summary>A transaction's share of one budget, to be saved.</summary>
/// <param name="BudgetId">The budget; a transaction has at most one share of each.</param>
/// <param name="Amount">Positive for an expense, negative for income, 0 for neither; four decimals, up to 99,999,999,999,999.9999.</param>
public sealed record Split(int BudgetId, decimal Amount);
