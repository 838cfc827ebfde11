namespace BiweeklyBudget.Core.CreditPayoff;

/// <summary>The conditions of a card, which stay the same for a whole payoff. Safe to use from many threads.</summary>
/// <param name="interest">How interest is charged.</param>
/// <param name="apr">Annual percentage rate as a fraction.</param>
/// <param name="minimum">The rule for the least payment.</param>
internal sealed class CardTerms(InterestMethod interest, decimal apr, MinimumPayment minimum)
{
    private const int LongestMonth = 31;

    private readonly PeriodFactors?[] _factors = new PeriodFactors?[LongestMonth + 1];

    /// <summary>How interest is charged.</summary>
    public InterestMethod Interest => interest;

    /// <summary>Annual percentage rate as a fraction.</summary>
    public decimal Apr => apr;

    /// <summary>The rule for the least payment.</summary>
    public MinimumPayment Minimum => minimum;

    /// <summary>Interest and end balance of a period that ends with its month and has one payment, on its payment date.</summary>
    internal PeriodInterest Month(BillingPeriod period, decimal balance, decimal payment) =>
        (_factors[period.Days] ??= new PeriodFactors(interest, apr, period)).Of(balance, payment);
}
