using BiweeklyBudget.Core.Money;

namespace BiweeklyBudget.Core.Storage.Rows;

/// <summary>A bank, card, investment or cash account. Table <c>accounts</c>, spec/schema.md §3.</summary>
internal sealed class Account
{
    /// <summary>Primary key.</summary>
    public int Id { get; set; }

    /// <summary>Unique display name, at most 50 characters.</summary>
    public string? Name { get; set; }

    /// <summary>At most 254 characters.</summary>
    public string? Description { get; set; }

    /// <summary>When importing statements, append the memo to the name and store no memo. Column <c>ofx_cat_memo_to_name</c>.</summary>
    public bool? AppendsMemoToName { get; set; } = false;

    /// <summary>Secret-store path of the bank log-in, at most 254 characters. Column <c>vault_creds_path</c>.</summary>
    public string? VaultCredentialsPath { get; set; }

    /// <summary>JSON options for the statement downloader; not null marks the account as downloadable. Column <c>ofxgetter_config_json</c>.</summary>
    public string? StatementDownloadJson { get; set; }

    /// <summary>Flip the sign of bank amounts when comparing them with transactions. Column <c>negate_ofx_amounts</c>.</summary>
    public bool? NegatesBankAmounts { get; set; } = false;

    /// <summary>Whether the account takes part in reconciling. Column <c>reconcile_trans</c>.</summary>
    public bool IsReconciled { get; set; } = true;

    /// <summary>Kind of account. Column <c>acct_type</c>.</summary>
    public AccountType? Type { get; set; }

    /// <summary>Credit accounts: the limit, in the configured currency.</summary>
    public decimal? CreditLimit { get; set; }

    /// <summary>Credit accounts: fixed annual percentage rate as a fraction (0.1999 = 19.99 %).</summary>
    public decimal? Apr { get; set; }

    /// <summary>Credit accounts: added to the US prime rate, as a fraction; wins over <see cref="Apr"/> when set.</summary>
    public decimal? PrimeRateMargin { get; set; }

    /// <summary>Credit accounts: name of the interest calculation. Column <c>interest_class_name</c>.</summary>
    public string? InterestMethod { get; set; }

    /// <summary>Credit accounts: name of the minimum-payment rule. Column <c>min_payment_class_name</c>.</summary>
    public string? MinimumPaymentMethod { get; set; }

    /// <summary>Whether the account is in use; null counts as inactive.</summary>
    public bool? IsActive { get; set; } = true;

    /// <summary>Regular expression that marks bank transactions as interest charged. Column <c>re_interest_charge</c>.</summary>
    public string? InterestChargePattern { get; set; }

    /// <summary>Regular expression that marks bank transactions as interest paid. Column <c>re_interest_paid</c>.</summary>
    public string? InterestPaidPattern { get; set; }

    /// <summary>Regular expression that marks bank transactions as payments. Column <c>re_payment</c>.</summary>
    public string? PaymentPattern { get; set; }

    /// <summary>Regular expression that marks bank transactions as late fees. Column <c>re_late_fee</c>.</summary>
    public string? LateFeePattern { get; set; }

    /// <summary>Regular expression that marks bank transactions as other fees. Column <c>re_other_fee</c>.</summary>
    public string? OtherFeePattern { get; set; }

    /// <summary>Linked Plaid item, with <see cref="PlaidAccountId"/>.</summary>
    public string? PlaidItemId { get; set; }

    /// <summary>Account within the linked Plaid item.</summary>
    public string? PlaidAccountId { get; set; }
}
