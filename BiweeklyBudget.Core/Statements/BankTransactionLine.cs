namespace BiweeklyBudget.Core.Statements;

/// <summary>A row of the table of bank transactions.</summary>
public sealed record BankTransactionLine
{
    /// <summary>The account.</summary>
    public required int AccountId { get; init; }

    /// <summary>Its name.</summary>
    public string? AccountName { get; init; }

    /// <summary>The bank's id; with the account, the key.</summary>
    public required string FitId { get; init; }

    /// <summary>UTC.</summary>
    public DateTime? DatePosted { get; init; }

    /// <summary>The day as the bank wrote it, in its own zone; null when that is not known.</summary>
    public DateOnly? PostedDay { get; init; }

    /// <summary>The day on which the bank posted it: its own where that is known, otherwise the UTC day.</summary>
    public DateOnly? DayPosted => BankDay.Of(DatePosted, PostedDay);

    /// <summary>With the bank's sign.</summary>
    public decimal? Amount { get; init; }

    /// <summary>OFX type, e.g. debit.</summary>
    public string? Type { get; init; }

    /// <summary>Payee or text.</summary>
    public string? Name { get; init; }

    /// <summary>Memo.</summary>
    public string? Memo { get; init; }

    /// <summary>What a person reads of it: the name, or where that is blank the memo.</summary>
    public string? Text => string.IsNullOrWhiteSpace(Name) ? Memo : Name;

    /// <summary>The user's own description.</summary>
    public string? Description { get; init; }

    /// <summary>The user's own notes.</summary>
    public string? Notes { get; init; }

    /// <summary>The statement it was last seen in.</summary>
    public required int StatementId { get; init; }

    /// <summary>That statement's time, UTC.</summary>
    public DateTime? StatementAsOf { get; init; }

    /// <summary>The reconciliation, if it is reconciled or ignored.</summary>
    public int? ReconciliationId { get; init; }
}
