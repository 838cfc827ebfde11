namespace BiweeklyBudget.Core.Storage.Rows;

/// <summary>A transaction's share of one budget. Table <c>budget_transactions</c>.</summary>
internal sealed class TransactionSplit
{
    /// <summary>Primary key.</summary>
    public int Id { get; set; }

    /// <summary>Positive = expense, negative = income.</summary>
    public decimal Amount { get; set; }

    /// <summary>The transaction. Column <c>trans_id</c>.</summary>
    public int? TransactionId { get; set; }

    /// <summary>The budget.</summary>
    public int? BudgetId { get; set; }
}
