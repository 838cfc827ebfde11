namespace BiweeklyBudget.Core.Storage.Rows;

/// <summary>One row of an account's balance history, append-only. Table <c>account_balances</c>.</summary>
internal sealed class AccountBalance
{
    /// <summary>Primary key.</summary>
    public int Id { get; set; }

    /// <summary>The account.</summary>
    public int AccountId { get; set; }

    /// <summary>Ledger balance, investment value, or card balance (negative = owed).</summary>
    public decimal? Ledger { get; set; }

    /// <summary>UTC time of <see cref="Ledger"/>.</summary>
    public DateTime? LedgerDate { get; set; }

    /// <summary>Available balance. Column <c>avail</c>.</summary>
    public decimal? Available { get; set; }

    /// <summary>UTC time of <see cref="Available"/>. Column <c>avail_date</c>.</summary>
    public DateTime? AvailableDate { get; set; }

    /// <summary>UTC time of the row.</summary>
    public DateTime? OverallDate { get; set; }
}
