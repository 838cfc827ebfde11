using BiweeklyBudget.Core.CreditPayoff;

namespace BiweeklyBudget.Benchmarks;

/// <summary>The same payment every month, so that a card takes as long as wanted: no bank's rule, only for measuring.</summary>
/// <param name="amount">The payment.</param>
internal sealed class LevelPayment(decimal amount) : MinimumPayment
{
    public override string Name => nameof(LevelPayment);

    public override string Description => "The same amount every month";

    public override decimal Amount(decimal endBalance, decimal interest) => amount;

    /// <summary>The payment that pays a debt off in about so many months.</summary>
    public static LevelPayment For(decimal debt, decimal apr, int months)
    {
        var rate = apr / 12;
        var growth = 1m;
        for (var i = 0; i < months; i++)
        {
            growth *= 1 + rate;
        }

        return new LevelPayment(debt * rate / (1 - (1 / growth)));
    }
}
