using System.ComponentModel;
using System.Text.Json.Serialization;
using BiweeklyBudget.Core.Statements;

namespace BiweeklyBudget.Hosting.Features.Statements;

/// <summary>All fields of a bank transaction (spec/http-api.md §3, OFXTransaction).</summary>
internal record BankTransactionJson
{
    public required int AccountId { get; init; }

    public required int StatementId { get; init; }

    [Description("The bank's id of it.")]
    [JsonPropertyName("fitid")]
    public required string FitId { get; init; }

    public required string? TransType { get; init; }

    public required DateTime? DatePosted { get; init; }

    [Description("With the sign that the bank gave it.")]
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

    [Description("A column of old databases; as a rule null, also when it is reconciled.")]
    public required int? ReconcileId { get; init; }

    public static BankTransactionJson Of(BankTransactionDetails details) => new()
    {
        AccountId = details.AccountId,
        StatementId = details.StatementId,
        FitId = details.FitId,
        TransType = details.Type,
        DatePosted = details.DatePosted,
        Amount = details.Amount,
        Name = details.Name,
        Memo = details.Memo,
        Sic = details.Sic,
        Mcc = details.Mcc,
        CheckNumber = details.CheckNumber,
        Description = details.Description,
        Notes = details.Notes,
        IsPayment = details.IsPayment,
        IsLateFee = details.IsLateFee,
        IsInterestCharge = details.IsInterestCharge,
        IsOtherFee = details.IsOtherFee,
        IsInterestPayment = details.IsInterestPayment,
        ReconcileId = details.StoredReconciliationId,
    };
}
