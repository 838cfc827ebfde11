namespace BiweeklyBudget.Core.Statements.Ofx;

/// <summary>One STMTTRN of a file (spec/bank-data.md §1.3), with its texts in full.</summary>
internal sealed record OfxTransaction
{
    /// <summary>The bank's id of the transaction; empty when it gave none.</summary>
    public required string FitId { get; init; }

    /// <summary>TRNTYPE in lower case, e.g. <c>debit</c>; empty when absent.</summary>
    public string Type { get; init; } = "";

    /// <summary>DTPOSTED, UTC in whole seconds.</summary>
    public required DateTime DatePosted { get; init; }

    /// <summary>The day of DTPOSTED as it is written, in the bank's own zone.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>TRNAMT with the bank's sign, at most four decimals.</summary>
    public required decimal Amount { get; init; }

    /// <summary>NAME, also when inside PAYEE; empty when absent.</summary>
    public string Name { get; init; } = "";

    /// <summary>MEMO; empty when absent.</summary>
    public string Memo { get; init; } = "";

    /// <summary>CHECKNUM; null when absent or empty.</summary>
    public string? CheckNumber { get; init; }

    /// <summary>SIC; null when absent.</summary>
    public string? Sic { get; init; }

    /// <summary>Merchant category. Files hold none: null beside an SIC, otherwise empty, as in the rows that upstream stored.</summary>
    public string? Mcc { get; init; } = "";

    /// <summary>CORRECTFITID: the id of an earlier transaction that this one replaces or deletes; null when it is an ordinary one.</summary>
    public string? CorrectedFitId { get; init; }

    /// <summary>CORRECTACTION: whether the earlier transaction is deleted, and this one moves no money; otherwise this one stands in its place.</summary>
    public bool IsDeletion { get; init; }

    /// <summary>Line of the file, from 1.</summary>
    public int Line { get; init; }
}
