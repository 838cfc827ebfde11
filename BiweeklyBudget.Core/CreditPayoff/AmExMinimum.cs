namespace BiweeklyBudget.Core.CreditPayoff;

/// <summary>AmEx: interest plus 1 % of the balance, at least 35.</summary>
internal sealed class AmExMinimum : MinimumPayment
{
    /// <inheritdoc />
    public override string Name => "MinPaymentAmEx";

    /// <inheritdoc />
    public override string Description => "AmEx - Greatest of Interest Plus 1% of Principal, or $35";

    /// <inheritdoc />
    public override decimal Amount(decimal endBalance, decimal interest) => Math.Max(35m, interest + (0.01m * endBalance));
}
