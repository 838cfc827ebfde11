namespace BiweeklyBudget.Core.CreditPayoff;

/// <summary>The lowest interest rate first.</summary>
internal sealed class LowestInterestRateFirstMethod : OneCardFirstMethod
{
    /// <inheritdoc />
    public override string Name => nameof(LowestInterestRateFirstMethod);

    /// <inheritdoc />
    public override string Title => "Lowest rate first";

    /// <inheritdoc />
    public override string Description => "Lowest to Highest Interest Rate";

    /// <inheritdoc />
    public override string Explanation => "What is left after all minimum payments goes to the card with the lowest interest rate.";

    /// <inheritdoc />
    protected override int Target(ReadOnlySpan<UnpaidCard> unpaid)
    {
        var target = 0;
        for (var i = 1; i < unpaid.Length; i++)
        {
            target = unpaid[i].Apr < unpaid[target].Apr ? i : target;
        }

        return target;
    }
}
