using System.Text.Json.Serialization;
using BiweeklyBudget.Core.Storage.Rows;

namespace BiweeklyBudget.Hosting.Features.Statements;

/// <summary>All fields of a bank transaction (spec/http-api.md §3, OFXTransaction).</summary>
internal record BankTransactionJson
{
    public required int AccountId { get; init; }

    public required int StatementId { get; init; }

    [JsonPropertyName("fitid")]
    public required string FitId { get; init; }

    public required string? TransType { get; init; }

    public required DateTime? DatePosted { get; init; }

    public required decimal? Amount { get; init; }

    public required string? Name { get; init; }

    public required string? Memo { get; init; }

    public required string? Sic { get; init; }

    public required string? Mcc { get; init; }

    [JsonPropertyName("checknum")]
    public required string? CheckNumber { get; init; }

    public required string? Description { get; init; }

    public required string? Notes { get; init; }

    public required bool? IsPayment { get; init; }

    public required bool? IsLateFee { get; init; }

    public required bool? IsInterestCharge { get; init; }

    public required bool? IsOtherFee { get; init; }

    public required bool? IsInterestPayment { get; init; }

    public required int? ReconcileId { get; init; }

    public static BankTransactionJson Of(BankTransaction row) => new()
    {
        AccountId = row.AccountId,
        StatementId = row.StatementId,
        FitId = row.FitId,
        TransType = row.TransactionType,
        DatePosted = row.DatePosted,
        Amount = row.Amount,
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
        ReconcileId = row.ReconciliationId,
    };
}
