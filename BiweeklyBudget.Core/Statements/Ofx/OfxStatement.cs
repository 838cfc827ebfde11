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

    /// <summary>
    /// When the bank made it: DTSERVER of the sign-on before it; where that says nothing, the day of its balance, otherwise DTEND. UTC; null when the file says
    /// none of them.
    /// </summary>
    public DateTime? AsOf { get; init; }

    /// <summary>DTEND: the last day that it is about, UTC; null when the file does not say.</summary>
    public DateTime? End { get; init; }

    /// <summary>The day by which statements of an account are older and newer: that of the balance, otherwise DTEND, otherwise the file's.</summary>
    public DateTime? OwnDay => LedgerBalanceAsOf ?? End ?? AsOf;

    /// <summary>Ledger balance, or the value of all positions of an investment; null when the file states none.</summary>
    public decimal? LedgerBalance { get; init; }

    /// <summary>UTC.</summary>
    public DateTime? LedgerBalanceAsOf { get; init; }

    /// <summary>Available balance; null when the file states none.</summary>
    public decimal? AvailableBalance { get; init; }

    /// <summary>UTC.</summary>
    public DateTime? AvailableBalanceAsOf { get; init; }

    /// <summary>Transactions in file order, repeated FITIDs included; none of investments.</summary>
    public IReadOnlyList<OfxTransaction> Transactions { get; init; } = [];

    /// <summary>INVBANKTRAN: what moved on the cash account of an investment, in file order.</summary>
    public IReadOnlyList<OfxTransaction> CashTransactions { get; init; } = [];

    /// <summary>What of it could not be read, was guessed or converted.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>Line of the file, from 1.</summary>
    public int Line { get; init; }
}
