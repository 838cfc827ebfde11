namespace BiweeklyBudget.Core.PayPeriods;

/// <summary>A transaction as the period's list needs it. <paramref name="Splits"/> are by split id.</summary>
internal sealed record TransactionRow(
    int Id,
    DateOnly Date,
    string Description,
    decimal? BudgetedAmount,
    int? AccountId,
    string? AccountName,
    int? ScheduledTransactionId,
    int? PlannedBudgetId,
    int? ReconciliationId,
    decimal SalesTax,
    string? Notes,
    IReadOnlyList<SplitRow> Splits)
{
    /// <summary>What its scheduled transaction is.</summary>
    public string? ScheduledDescription { get; init; }

    /// <summary>How often that one occurs in each period; null for one that has its days.</summary>
    public int? ScheduledTimes { get; init; }
}
