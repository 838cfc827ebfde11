using System.Text.Json.Serialization;
using BiweeklyBudget.Core.Statements;

namespace BiweeklyBudget.Hosting.Features.Statements;

/// <summary>All fields of a statement (spec/http-api.md §3, OFXStatement).</summary>
internal record StatementJson
{
    public required int Id { get; init; }

    public required int AccountId { get; init; }

    [JsonPropertyName("filename")]
    public required string? FileName { get; init; }

    public required DateTime? FileMtime { get; init; }

    public required string? Currency { get; init; }

    [JsonPropertyName("bankid")]
    public required string? BankId { get; init; }

    public required string? RoutingNumber { get; init; }

    public required string? AcctType { get; init; }

    [JsonPropertyName("brokerid")]
    public required string? BrokerId { get; init; }

    [JsonPropertyName("acctid")]
    public required string? BankAccountId { get; init; }

    public required string? Type { get; init; }

    public required DateTime? AsOf { get; init; }

    public required decimal? LedgerBal { get; init; }

    public required DateTime? LedgerBalAsOf { get; init; }

    public required decimal? AvailBal { get; init; }

    public required DateTime? AvailBalAsOf { get; init; }

    public static StatementJson Of(StatementDetails details) => new()
    {
        Id = details.Id,
        AccountId = details.AccountId,
        FileName = details.FileName,
        FileMtime = details.FileTime,
        Currency = details.Currency,
        BankId = details.BankId,
        RoutingNumber = details.RoutingNumber,
        AcctType = details.BankAccountType,
        BrokerId = details.BrokerId,
        BankAccountId = details.BankAccountId,
        Type = details.Type,
        AsOf = details.AsOf,
        LedgerBal = details.LedgerBalance,
        LedgerBalAsOf = details.LedgerBalanceAsOf,
        AvailBal = details.AvailableBalance,
        AvailBalAsOf = details.AvailableBalanceAsOf,
    };
}
