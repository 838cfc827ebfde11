namespace BiweeklyBudget.Core.CreditPayoff;

/// <summary>A way of spreading the money of a month over the cards (spec/credit-payoff.md §9).</summary>
internal abstract class PayoffMethod
{
    /// <summary>Upstream's methods that are offered to users, in the page's order.</summary>
    public static IReadOnlyList<PayoffMethod> Offered { get; } =
        [new MinPaymentMethod(), new LowestInterestRateFirstMethod(), new LowestBalanceFirstMethod(), new HighestInterestRateFirstMethod(), new HighestBalanceFirstMethod()];

    /// <summary>Upstream's name of it; part of ids on the page.</summary>
    public abstract string Name { get; }

    /// <summary>Short human name, for headings and the chart.</summary>
    public abstract string Title { get; }

    /// <summary>What it is, in upstream's words.</summary>
    public abstract string Description { get; }

    /// <summary>Who gets the money, in a sentence.</summary>
    public abstract string Explanation { get; }

    /// <summary>The money of a round.</summary>
    /// <param name="plan">What is paid on all cards.</param>
    /// <param name="period">The round's period.</param>
    /// <returns>The sum to spread; 0 when the method goes by the cards alone.</returns>
    public abstract decimal TotalOf(PaymentPlan plan, BillingPeriod period);

    /// <summary>Spreads the money of a round.</summary>
    /// <param name="unpaid">The cards that are not paid off, in the order of accounts; at least one.</param>
    /// <param name="total">The sum to spread.</param>
    /// <param name="policy">What becomes of the rest when a card needs less.</param>
    /// <param name="payments">Takes the payment of each of the cards.</param>
    /// <returns>Null; or why it cannot be done.</returns>
    public abstract string? Distribute(ReadOnlySpan<UnpaidCard> unpaid, decimal total, PayoffPolicy policy, Span<decimal> payments);
}
