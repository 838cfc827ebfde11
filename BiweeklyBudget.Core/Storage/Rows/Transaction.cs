namespace BiweeklyBudget.Core.Storage.Rows;

/// <summary>Money that actually moved. Its amount is the sum of its <see cref="Splits"/>. Table <c>transactions</c>.</summary>
internal sealed class Transaction
{
    /// <summary>Primary key.</summary>
    public int Id { get; set; }

    /// <summary>Day of the transaction.</summary>
    public DateOnly? Date { get; set; }

    /// <summary>Planned amount: set on conversion or skip of a scheduled transaction and on transfers, else null.</summary>
    public decimal? BudgetedAmount { get; set; }

    /// <summary>At most 254 characters.</summary>
    public string Description { get; set; } = "";

    /// <summary>At most 254 characters.</summary>
    public string? Notes { get; set; }

    /// <summary>The account.</summary>
    public int? AccountId { get; set; }

    /// <summary>The scheduled transaction it was converted from. Column <c>scheduled_trans_id</c>.</summary>
    public int? ScheduledTransactionId { get; set; }

    /// <summary>The budget planned for it.</summary>
    public int? PlannedBudgetId { get; set; }

    /// <summary>Other half of a transfer; both halves point at each other.</summary>
    public int? TransferId { get; set; }

    /// <summary>Sales tax contained in the amount.</summary>
    public decimal SalesTax { get; set; }

    /// <summary>Shares of the amount by budget; one per budget.</summary>
    public IList<TransactionSplit> Splits { get; } = new List<TransactionSplit>();
}
