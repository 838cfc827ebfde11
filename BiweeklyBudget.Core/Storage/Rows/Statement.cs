namespace BiweeklyBudget.Core.Storage.Rows;

/// <summary>One imported statement of an account. Table <c>ofx_statements</c>.</summary>
internal sealed class Statement
{
    /// <summary>Primary key.</summary>
    public int Id { get; set; }

    /// <summary>The account.</summary>
    public int AccountId { get; set; }

    /// <summary>Source file name; unique within the account.</summary>
    public string? FileName { get; set; }

    /// <summary>UTC time of the file. Column <c>file_mtime</c>.</summary>
    public DateTime? FileTime { get; set; }

    /// <summary>As in the file, e.g. USD; informational.</summary>
    public string? Currency { get; set; }

    /// <summary>Institution id. Column <c>bankid</c>.</summary>
    public string? BankId { get; set; }

    /// <summary>Routing number.</summary>
    public string? RoutingNumber { get; set; }

    /// <summary>The bank's own wording. Column <c>acct_type</c>.</summary>
    public string? BankAccountType { get; set; }

    /// <summary>Investment accounts. Column <c>brokerid</c>.</summary>
    public string? BrokerId { get; set; }

    /// <summary>Account number at the institution; never logged. Column <c>acctid</c>.</summary>
    public string? BankAccountId { get; set; }

    /// <summary><c>Bank</c>, <c>CreditCard</c> or <c>Investment</c>; older rows may hold others.</summary>
    public string? Type { get; set; }

    /// <summary>UTC statement time; drives staleness.</summary>
    public DateTime? AsOf { get; set; }

    /// <summary>Column <c>ledger_bal</c>.</summary>
    public decimal? LedgerBalance { get; set; }

    /// <summary>UTC. Column <c>ledger_bal_as_of</c>.</summary>
    public DateTime? LedgerBalanceAsOf { get; set; }

    /// <summary>Column <c>avail_bal</c>.</summary>
    public decimal? AvailableBalance { get; set; }

    /// <summary>UTC. Column <c>avail_bal_as_of</c>.</summary>
    public DateTime? AvailableBalanceAsOf { get; set; }
}
