namespace BiweeklyBudget.Core.PayPeriods;

/// <summary>The figures of one periodic budget in one pay period. Expenses are positive, income is negative.</summary>
/// <param name="BudgetId">The budget.</param>
/// <param name="Name">Its name.</param>
/// <param name="IsIncome">Whether it holds income.</param>
/// <param name="IsActive">Whether it is in use; others appear only where an entry uses them.</param>
/// <param name="Amount">What it is granted in each pay period.</param>
/// <param name="Allocated">What is planned: the amounts of open scheduled entries, what transactions were planned to cost, and the splits of those that nothing was planned for.</param>
/// <param name="Spent">Sum of the splits of the period's transactions.</param>
/// <param name="TransactionTotal">Sum of those splits and of the open scheduled entries.</param>
/// <param name="Remaining"><paramref name="Amount"/> less the larger of <paramref name="TransactionTotal"/> and <paramref name="Allocated"/>; of a budget that holds income, without its sign.</param>
public sealed record BudgetSum(int BudgetId, string Name, bool IsIncome, bool IsActive, decimal Amount, decimal Allocated, decimal Spent, decimal TransactionTotal, decimal Remaining);
