using BiweeklyBudget.Core.Money;
using BiweeklyBudget.Core.Storage.Rows;

namespace BiweeklyBudget.Core.Accounts;

/// <summary>An account as it is stored. Rows that other programs wrote may lack what ours always have.</summary>
public sealed record AccountDetails
{
    /// <summary>Its id, 1 or greater.</summary>
    public required int Id { get; init; }

    /// <summary>Its name; null on rows of other programs only.</summary>
    public required string? Name { get; init; }

    /// <summary>What it is; null for nothing.</summary>
    public required string? Description { get; init; }

    /// <summary>The kind of place that it is; null on rows of other programs only.</summary>
    public required AccountType? Type { get; init; }

    /// <summary>Whether it is in use; null on rows of other programs, where it counts as false.</summary>
    public required bool? IsActive { get; init; }

    /// <summary>Whether its transactions are matched with those of the bank.</summary>
    public required bool IsReconciled { get; init; }

    /// <summary>Whether the bank's amounts have the other sign than ours; null on rows of other programs, where it counts as false.</summary>
    public required bool? NegatesBankAmounts { get; init; }

    /// <summary>Whether imports put the bank's memo behind the name; null on rows of other programs, where it counts as false.</summary>
    public required bool? AppendsMemoToName { get; init; }

    /// <summary>Limit of a credit account; null when unknown. Another account may keep one from the time when it was a credit account, and so for the rates and methods.</summary>
    public required decimal? CreditLimit { get; init; }

    /// <summary>Fixed annual percentage rate as a fraction: 0.1999 is 19.99 %.</summary>
    public required decimal? Apr { get; init; }

    /// <summary>What is added to the US prime rate, as a fraction; wins over <see cref="Apr"/>.</summary>
    public required decimal? PrimeRateMargin { get; init; }

    /// <summary>Name of the interest calculation: one of <see cref="InterestCalculation"/>, or what another program stored.</summary>
    public required string? InterestMethod { get; init; }

    /// <summary>Name of the rule for the least payment: one of <see cref="MinimumPaymentRule"/>, or what another program stored.</summary>
    public required string? MinimumPaymentMethod { get; init; }

    /// <summary>Marks bank transactions as interest that was charged; null marks none.</summary>
    public required string? InterestChargePattern { get; init; }

    /// <summary>Marks bank transactions as interest that was paid to the user; null marks none.</summary>
    public required string? InterestPaidPattern { get; init; }

    /// <summary>Marks bank transactions as payments; null marks none.</summary>
    public required string? PaymentPattern { get; init; }

    /// <summary>Marks bank transactions as late fees; null marks none.</summary>
    public required string? LateFeePattern { get; init; }

    /// <summary>Marks bank transactions as other fees; null marks none.</summary>
    public required string? OtherFeePattern { get; init; }

    /// <summary>Where the program that downloads statements finds the bank's log-in; null for nowhere.</summary>
    public required string? VaultCredentialsPath { get; init; }

    /// <summary>What the program that downloads statements must know, as a rule JSON; null when it does not download this account.</summary>
    public required string? StatementDownloadJson { get; init; }

    /// <summary>The account at Plaid whose transactions are this account's; null for none.</summary>
    public required PlaidAccountKey? PlaidAccount { get; init; }

    /// <summary>Whether money can be transferred from and to it: anything but a credit account.</summary>
    public bool IsTransferable => Type is AccountType.Bank or AccountType.Investment or AccountType.Cash or AccountType.Other;

    /// <summary>
    /// The command that would save it unchanged: <c>details.ToChange() with { Name = "Savings" }</c> changes the name and nothing else. An account without a type
    /// becomes one of <see cref="AccountType.Other"/>.
    /// </summary>
    /// <returns>The command.</returns>
    public AccountChange ToChange() => new()
    {
        Id = Id,
        Name = Name ?? "",
        Description = Description,
        Type = Type ?? AccountType.Other,
        IsActive = IsActive == true,
        IsReconciled = IsReconciled,
        NegatesBankAmounts = NegatesBankAmounts == true,
        AppendsMemoToName = AppendsMemoToName == true,
        CreditLimit = CreditLimit,
        Apr = Apr,
        PrimeRateMargin = PrimeRateMargin,
        InterestCalculation = Named<InterestCalculation>(InterestMethod),
        MinimumPaymentRule = Named<MinimumPaymentRule>(MinimumPaymentMethod),
        InterestChargePattern = InterestChargePattern,
        InterestPaidPattern = InterestPaidPattern,
        PaymentPattern = PaymentPattern,
        LateFeePattern = LateFeePattern,
        OtherFeePattern = OtherFeePattern,
        VaultCredentialsPath = VaultCredentialsPath,
        StatementDownloadJson = StatementDownloadJson,
        PlaidAccount = PlaidAccount,
    };

    internal static AccountDetails Of(Account row) => new()
    {
        Id = row.Id,
        Name = row.Name,
        Description = row.Description,
        Type = row.Type,
        IsActive = row.IsActive,
        IsReconciled = row.IsReconciled,
        NegatesBankAmounts = row.NegatesBankAmounts,
        AppendsMemoToName = row.AppendsMemoToName,
        CreditLimit = row.CreditLimit,
        Apr = row.Apr,
        PrimeRateMargin = row.PrimeRateMargin,
        InterestMethod = row.InterestMethod,
        MinimumPaymentMethod = row.MinimumPaymentMethod,
        InterestChargePattern = row.InterestChargePattern,
        InterestPaidPattern = row.InterestPaidPattern,
        PaymentPattern = row.PaymentPattern,
        LateFeePattern = row.LateFeePattern,
        OtherFeePattern = row.OtherFeePattern,
        VaultCredentialsPath = row.VaultCredentialsPath,
        StatementDownloadJson = row.StatementDownloadJson,
        PlaidAccount = PlaidAccountKey.Of(row.PlaidItemId, row.PlaidAccountId),
    };

    private static TMethod? Named<TMethod>(string? name)
        where TMethod : struct, Enum =>
        Enum.GetValues<TMethod>().Where(method => method.ToString() == name).Select(method => (TMethod?)method).FirstOrDefault();
}
