namespace BiweeklyBudget.Core.PayPeriods;

/// <summary>The figures of one periodic budget in one period (spec/domain.md §5.2).</summary>
/// <param name="BudgetId">The budget.</param>
/// <param name="Name">Its name.</param>
/// <param name="IsIncome">Whether it is an income budget.</param>
/// <param name="IsActive">Whether it is active; inactive ones appear where an entry uses them.</param>
/// <param name="Amount">What the budget grants in each period.</param>
/// <param name="Allocated">What is planned: scheduled and budgeted amounts, and splits without a plan.</param>
/// <param name="Spent">Sum of the splits.</param>
/// <param name="TransactionTotal">Sum of the splits and of the open scheduled entries.</param>
/// <param name="Remaining">Amount less the larger of the total and the allocated; its absolute value for income budgets.</param>
public sealed record BudgetSum(int BudgetId, string Name, bool IsIncome, bool IsActive, decimal Amount, decimal Allocated, decimal Spent, decimal TransactionTotal, decimal Remaining);
