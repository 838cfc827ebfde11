using BiweeklyBudget.Core.Budgets;
using BiweeklyBudget.Core.Transactions;

namespace BiweeklyBudget.Core.Tests.Reconciling;

/// <summary>Transactions that wait to be reconciled.</summary>
internal static class Entered
{
    public static TransactionDetails Transaction(int id, int? account, DateOnly? date, decimal amount, string description = "") => new()
    {
        Id = id,
        Date = date,
        Amount = amount,
        Description = description,
        Notes = null,
        AccountId = account,
        AccountName = "",
        SalesTax = 0m,
        BudgetedAmount = null,
        PlannedBudgetId = null,
        ScheduledTransactionId = null,
        TransferId = null,
        ReconciliationId = null,
        Splits = [new BudgetShare(1, "b", amount, IsIncome: false)],
    };
}
