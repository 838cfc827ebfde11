using BiweeklyBudget.Core.CreditPayoff;

namespace BiweeklyBudget.Core.Tests.CreditPayoff;

/// <summary>The stand-in <c>Flat</c> of the vectors and of example E7: the same payment every month.</summary>
internal sealed class FlatMinimum(decimal amount) : MinimumPayment
{
    public override string Name => "Flat";

    public override string Description => "The same payment every month";

    public override decimal Amount(decimal endBalance, decimal interest) => amount;
}
