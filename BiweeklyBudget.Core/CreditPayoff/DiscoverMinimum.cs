namespace BiweeklyBudget.Core.CreditPayoff;

/// <summary>Discover: the greatest of 35, 2 % of the balance, and 20 plus interest.</summary>
internal sealed class DiscoverMinimum : MinimumPayment
{
    /// <inheritdoc />
    public override string Name => "MinPaymentDiscover";

    /// <inheritdoc />
    public override string Description => "Discover - Greatest of 2% of Principal, or $20 plus Interest, or $35";

    /// <inheritdoc />
    public override decimal Amount(decimal endBalance, decimal interest) => Math.Max(35m, Math.Max(0.02m * endBalance, 20m + interest));
}
