namespace BiweeklyBudget.Core.Transactions;

/// <summary>Which transactions a table shows; parts that are null filter nothing.</summary>
/// <param name="AccountId">Those of an account.</param>
/// <param name="BudgetId">Those with a split on a budget.</param>
public sealed record TransactionFilter(int? AccountId = null, int? BudgetId = null);
