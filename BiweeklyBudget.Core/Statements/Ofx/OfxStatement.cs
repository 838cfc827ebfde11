namespace BiweeklyBudget.Core.Statements.Ofx;

/// <summary>The statement of one account in a file (spec/bank-data.md §1.3), with its texts in full.</summary>
internal sealed record OfxStatement
{
    /// <summary>Bank, card or investment.</summary>
    public required OfxStatementKind Kind { get; init; }

    /// <summary>BANKID; empty for cards and investments.</summary>
    public string RoutingNumber { get; init; } = "";

    /// <summary>ACCTID: the account's number at the bank. Never logged.</summary>
    public string BankAccountId { get; init; } = "";

    /// <summary>ACCTTYPE; empty for cards and investments.</summary>
    public string BankAccountType { get; init; } = "";

    /// <summary>BROKERID; null unless an investment.</summary>
    public string? BrokerId { get; init; }

    /// <summary>CURDEF; null when absent.</summary>
    public string? Currency { get; init; }

    /// <summary>Ledger balance, or the value of all positions of an investment; null when the file states none.</summary>
    public decimal? LedgerBalance { get; init; }

    /// <summary>UTC.</summary>
    public DateTime? LedgerBalanceAsOf { get; init; }

    /// <summary>Available balance; null when the file states none.</summary>
    public decimal? AvailableBalance { get; init; }

    /// <summary>UTC.</summary>
    public DateTime? AvailableBalanceAsOf { get; init; }

    /// <summary>Transactions in file order, repeated FITIDs included. Those of investments are not read.</summary>
    public IReadOnlyList<OfxTransaction> Transactions { get; init; } = [];

    /// <summary>Line of the file, from 1.</summary>
    public int Line { get; init; }
}
