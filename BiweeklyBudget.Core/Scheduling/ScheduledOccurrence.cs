using BiweeklyBudget.Core.Storage.Rows;

namespace BiweeklyBudget.Core.Scheduling;

/// <summary>The transaction that takes the place of an occurrence of a scheduled one.</summary>
internal static class ScheduledOccurrence
{
    /// <summary>A transaction linked to a schedule, with one split on its budget; none when the schedule has no budget.</summary>
    public static Transaction Of(ScheduledTransaction scheduled, decimal amount)
    {
        var transaction = new Transaction { AccountId = scheduled.AccountId, PlannedBudgetId = scheduled.BudgetId, ScheduledTransactionId = scheduled.Id };
        if (scheduled.BudgetId is { } budget)
        {
            transaction.Splits.Add(new TransactionSplit { BudgetId = budget, Amount = amount });
        }

        return transaction;
    }
}
