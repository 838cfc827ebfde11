namespace BiweeklyBudget.Core.Storage.Rows;

/// <summary>A transaction as the bank reported it (upstream: OFXTransaction). Key: account and FITID. Table <c>ofx_trans</c>.</summary>
internal sealed class BankTransaction
{
    /// <summary>The account; first part of the key.</summary>
    public int AccountId { get; set; }

    /// <summary>Statement it was last seen in.</summary>
    public int StatementId { get; set; }

    /// <summary>The bank's transaction id; second part of the key. Column <c>fitid</c>.</summary>
    public string FitId { get; set; } = "";

    /// <summary>OFX type as imported, e.g. debit; null for Plaid. Column <c>trans_type</c>.</summary>
    public string? TransactionType { get; set; }

    /// <summary>UTC.</summary>
    public DateTime? DatePosted { get; set; }

    /// <summary>As reported, not sign-adjusted.</summary>
    public decimal? Amount { get; set; }

    /// <summary>Payee or text.</summary>
    public string? Name { get; set; }

    /// <summary>Memo.</summary>
    public string? Memo { get; set; }

    /// <summary>Standard industry code.</summary>
    public string? Sic { get; set; }

    /// <summary>Merchant category code.</summary>
    public string? Mcc { get; set; }

    /// <summary>Column <c>checknum</c>.</summary>
    public string? CheckNumber { get; set; }

    /// <summary>Own description.</summary>
    public string? Description { get; set; }

    /// <summary>Own notes.</summary>
    public string? Notes { get; set; }

    /// <summary>Set from the account's patterns.</summary>
    public bool? IsPayment { get; set; } = false;

    /// <summary>Set from the account's patterns.</summary>
    public bool? IsLateFee { get; set; } = false;

    /// <summary>Set from the account's patterns.</summary>
    public bool? IsInterestCharge { get; set; } = false;

    /// <summary>Set from the account's patterns.</summary>
    public bool? IsOtherFee { get; set; } = false;

    /// <summary>Set from the account's patterns.</summary>
    public bool? IsInterestPayment { get; set; } = false;

    /// <summary>Never written or read; always null. Column <c>reconcile_id</c>.</summary>
    public int? ReconciliationId { get; set; }

    /// <summary>The day as the bank wrote it, in its own zone; null when that is not known. Column <c>bb_posted_day</c>, which upstream does not know.</summary>
    public DateOnly? PostedDay { get; set; }
}
