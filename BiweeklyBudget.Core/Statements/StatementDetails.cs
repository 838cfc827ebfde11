using BiweeklyBudget.Core.Storage.Rows;

namespace BiweeklyBudget.Core.Statements;

/// <summary>A statement of an account, as the bank's file or Plaid gave it.</summary>
public sealed record StatementDetails
{
    /// <summary>Its id, 1 or greater.</summary>
    public required int Id { get; init; }

    /// <summary>The account.</summary>
    public required int AccountId { get; init; }

    /// <summary>Name of the file; unique within the account.</summary>
    public required string? FileName { get; init; }

    /// <summary>When the file was written, UTC.</summary>
    public required DateTime? FileTime { get; init; }

    /// <summary>The currency that the file names, such as <c>USD</c>; nothing is converted by it.</summary>
    public required string? Currency { get; init; }

    /// <summary>The bank's id of itself.</summary>
    public required string? BankId { get; init; }

    /// <summary>Routing number of the bank.</summary>
    public required string? RoutingNumber { get; init; }

    /// <summary>The bank's own word for the kind of account.</summary>
    public required string? BankAccountType { get; init; }

    /// <summary>The broker's id, of investments.</summary>
    public required string? BrokerId { get; init; }

    /// <summary>The account's number at the bank. Not for logs.</summary>
    public required string? BankAccountId { get; init; }

    /// <summary><c>Bank</c>, <c>CreditCard</c> or <c>Investment</c>; older statements may say others.</summary>
    public required string? Type { get; init; }

    /// <summary>When the bank made it, UTC.</summary>
    public required DateTime? AsOf { get; init; }

    /// <summary>Ledger balance, or an investment's value, with the bank's sign; null when the bank said none.</summary>
    public required decimal? LedgerBalance { get; init; }

    /// <summary>When the ledger balance was so, UTC.</summary>
    public required DateTime? LedgerBalanceAsOf { get; init; }

    /// <summary>Available balance with the bank's sign; null when the bank said none.</summary>
    public required decimal? AvailableBalance { get; init; }

    /// <summary>When the available balance was so, UTC.</summary>
    public required DateTime? AvailableBalanceAsOf { get; init; }

    internal static StatementDetails Of(Statement row) => new()
    {
        Id = row.Id,
        AccountId = row.AccountId,
        FileName = row.FileName,
        FileTime = row.FileTime,
        Currency = row.Currency,
        BankId = row.BankId,
        RoutingNumber = row.RoutingNumber,
        BankAccountType = row.BankAccountType,
        BrokerId = row.BrokerId,
        BankAccountId = row.BankAccountId,
        Type = row.Type,
        AsOf = row.AsOf,
        LedgerBalance = row.LedgerBalance,
        LedgerBalanceAsOf = row.LedgerBalanceAsOf,
        AvailableBalance = row.AvailableBalance,
        AvailableBalanceAsOf = row.AvailableBalanceAsOf,
    };
}
