namespace BiweeklyBudget.Core.Storage.Rows;

/// <summary>A reconciled transaction, bank transaction, or pair of them. Table <c>txn_reconciles</c>.</summary>
internal sealed class Reconciliation
{
    /// <summary>Primary key.</summary>
    public int Id { get; set; }

    /// <summary>The transaction; null = bank transaction ignored. Column <c>txn_id</c>.</summary>
    public int? TransactionId { get; set; }

    /// <summary>With <see cref="BankAccountId"/> the bank transaction; both null = reconciled without one. Column <c>ofx_fitid</c>.</summary>
    public string? BankFitId { get; set; }

    /// <summary>Column <c>ofx_account_id</c>.</summary>
    public int? BankAccountId { get; set; }

    /// <summary>Always null today.</summary>
    public int? RuleId { get; set; }

    /// <summary>At most 254 characters.</summary>
    public string? Note { get; set; }

    /// <summary>UTC.</summary>
    public DateTime? ReconciledAt { get; set; }
}
