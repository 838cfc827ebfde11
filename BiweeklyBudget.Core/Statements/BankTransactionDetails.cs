using BiweeklyBudget.Core.Storage.Rows;

namespace BiweeklyBudget.Core.Statements;

/// <summary>A bank transaction: what the bank reported, and what the user and the account's patterns made of it.</summary>
public sealed record BankTransactionDetails
{
    /// <summary>The account.</summary>
    public required int AccountId { get; init; }

    /// <summary>The account's name.</summary>
    public required string? AccountName { get; init; }

    /// <summary>The bank's id, exactly as it is stored; with the account, the key.</summary>
    public required string FitId { get; init; }

    /// <summary>The statement it was last seen in.</summary>
    public required int StatementId { get; init; }

    /// <summary>That statement; null in lists, which have only its id.</summary>
    public StatementDetails? Statement { get; init; }

    /// <summary>The bank's word for its kind, such as <c>debit</c>; null when it came from Plaid.</summary>
    public required string? Type { get; init; }

    /// <summary>When the bank posted it, UTC.</summary>
    public required DateTime? DatePosted { get; init; }

    /// <summary>The day as the bank wrote it, in its own zone; null when that is not known.</summary>
    public required DateOnly? PostedDay { get; init; }

    /// <summary>The amount with the bank's sign; null when the bank said none.</summary>
    public required decimal? Amount { get; init; }

    /// <summary>The amount in the sign of the account's books, expenses positive: negated when the account's settings say so. Null when the bank said none.</summary>
    public required decimal? AccountAmount { get; init; }

    /// <summary>Payee, or whatever the bank calls it.</summary>
    public required string? Name { get; init; }

    /// <summary>The bank's further text.</summary>
    public required string? Memo { get; init; }

    /// <summary>What a person reads of it: the name, or where that is blank the memo.</summary>
    public string? Text => string.IsNullOrWhiteSpace(Name) ? Memo : Name;

    /// <summary>What the bank said later of a reconciled one, which keeps what it says: a sentence. Null when it said nothing else, and in lists.</summary>
    public string? LaterWord { get; init; }

    /// <summary>Standard industry code.</summary>
    public required string? Sic { get; init; }

    /// <summary>Merchant category code.</summary>
    public required string? Mcc { get; init; }

    /// <summary>Number of the check.</summary>
    public required string? CheckNumber { get; init; }

    /// <summary>The user's own description.</summary>
    public required string? Description { get; init; }

    /// <summary>The user's own notes.</summary>
    public required string? Notes { get; init; }

    /// <summary>Whether a pattern of the account takes it for a payment to a card; null counts as false, as with the other marks.</summary>
    public required bool? IsPayment { get; init; }

    /// <summary>Whether a pattern of the account takes it for a late fee.</summary>
    public required bool? IsLateFee { get; init; }

    /// <summary>Whether a pattern of the account takes it for an interest charge.</summary>
    public required bool? IsInterestCharge { get; init; }

    /// <summary>Whether a pattern of the account takes it for another fee.</summary>
    public required bool? IsOtherFee { get; init; }

    /// <summary>Whether a pattern of the account takes it for interest that the bank pays.</summary>
    public required bool? IsInterestPayment { get; init; }

    /// <summary>The reconciliation by which it is reconciled or ignored; null while it waits.</summary>
    public required int? ReconciliationId { get; init; }

    /// <summary>What a column of the bank transaction itself names as its reconciliation. Nothing uses it; old databases may hold values.</summary>
    public required int? StoredReconciliationId { get; init; }

    /// <summary>Account and FITID.</summary>
    public BankTransactionKey Key => new(AccountId, FitId);

    /// <summary>The day on which the bank posted it: its own where that is known, otherwise the UTC day.</summary>
    public DateOnly? DayPosted => BankDay.Of(DatePosted, PostedDay);

    /// <summary>Of a row and what belongs to it.</summary>
    internal static BankTransactionDetails Of(BankTransaction row, string? accountName, bool? isNegated, int? reconciliationId, Statement? statement = null) => new()
    {
        AccountId = row.AccountId,
        AccountName = accountName,
        FitId = row.FitId,
        StatementId = row.StatementId,
        Statement = statement is null ? null : StatementDetails.Of(statement),
        Type = row.TransactionType,
        DatePosted = row.DatePosted,
        PostedDay = row.PostedDay,
        Amount = row.Amount,
        AccountAmount = Statements.AccountAmount.Of(row.Amount, isNegated),
        Name = row.Name,
        Memo = row.Memo,
        Sic = row.Sic,
        Mcc = row.Mcc,
        CheckNumber = row.CheckNumber,
        Description = row.Description,
        Notes = row.Notes,
        IsPayment = row.IsPayment,
        IsLateFee = row.IsLateFee,
        IsInterestCharge = row.IsInterestCharge,
        IsOtherFee = row.IsOtherFee,
        IsInterestPayment = row.IsInterestPayment,
        ReconciliationId = reconciliationId,
        StoredReconciliationId = row.ReconciliationId,
    };
}
