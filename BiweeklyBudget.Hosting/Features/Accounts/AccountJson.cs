using System.ComponentModel;
using BiweeklyBudget.Core.Accounts;
using BiweeklyBudget.Core.Money;

namespace BiweeklyBudget.Hosting.Features.Accounts;

/// <summary>All fields of an account (spec/http-api.md §3).</summary>
internal sealed record AccountJson
{
    public required int Id { get; init; }

    public required string? Name { get; init; }

    public required string? Description { get; init; }

    public required AccountType? AcctType { get; init; }

    public required bool? OfxCatMemoToName { get; init; }

    public required string? VaultCredsPath { get; init; }

    [Description("JSON in a text.")]
    public required string? OfxgetterConfigJson { get; init; }

    public required bool? NegateOfxAmounts { get; init; }

    public required bool ReconcileTrans { get; init; }

    public required decimal? CreditLimit { get; init; }

    [Description("A fraction: 0.225 is 22.5 %.")]
    public required decimal? Apr { get; init; }

    [Description("A fraction, added to the prime rate.")]
    public required decimal? PrimeRateMargin { get; init; }

    public required string? InterestClassName { get; init; }

    public required string? MinPaymentClassName { get; init; }

    public required bool? IsActive { get; init; }

    [Description("A regular expression for names of bank transactions, as are the others.")]
    public required string? ReInterestCharge { get; init; }

    public required string? ReInterestPaid { get; init; }

    public required string? RePayment { get; init; }

    public required string? ReLateFee { get; init; }

    public required string? ReOtherFee { get; init; }

    public required string? PlaidItemId { get; init; }

    public required string? PlaidAccountId { get; init; }

    public static AccountJson Of(AccountDetails account) => new()
    {
        Id = account.Id,
        Name = account.Name,
        Description = account.Description,
        AcctType = account.Type,
        OfxCatMemoToName = account.AppendsMemoToName,
        VaultCredsPath = account.VaultCredentialsPath,
        OfxgetterConfigJson = account.StatementDownloadJson,
        NegateOfxAmounts = account.NegatesBankAmounts,
        ReconcileTrans = account.IsReconciled,
        CreditLimit = account.CreditLimit,
        Apr = account.Apr,
        PrimeRateMargin = account.PrimeRateMargin,
        InterestClassName = account.InterestMethod,
        MinPaymentClassName = account.MinimumPaymentMethod,
        IsActive = account.IsActive,
        ReInterestCharge = account.InterestChargePattern,
        ReInterestPaid = account.InterestPaidPattern,
        RePayment = account.PaymentPattern,
        ReLateFee = account.LateFeePattern,
        ReOtherFee = account.OtherFeePattern,
        PlaidItemId = account.PlaidAccount?.ItemId,
        PlaidAccountId = account.PlaidAccount?.AccountId,
    };
}
