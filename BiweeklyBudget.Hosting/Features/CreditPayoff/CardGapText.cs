using BiweeklyBudget.Core.CreditPayoff;

namespace BiweeklyBudget.Hosting.Features.CreditPayoff;

/// <summary>What a card lacks, in words. The account's dialog calls the last two the same.</summary>
internal static class CardGapText
{
    /// <summary>The words for one thing that is missing.</summary>
    public static string Of(CardGap gap) => gap switch
    {
        CardGap.Balance => "a balance",
        CardGap.BalanceDate => "the date of its balance",
        CardGap.InterestRate => "an interest rate (APR)",
        CardGap.PrimeRate => "the prime rate, which its interest rate follows",
        CardGap.InterestMethod => "a known way of calculating interest (Interest Class Name)",
        CardGap.MinimumPayment => "a known rule for minimum payments (Minimum Payment Class Name)",
        CardGap.InterestCharge => "an interest charge of the last 32 days",
        _ => throw new ArgumentOutOfRangeException(nameof(gap), gap, "It has no words."),
    };
}
