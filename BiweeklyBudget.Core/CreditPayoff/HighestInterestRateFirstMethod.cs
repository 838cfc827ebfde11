namespace BiweeklyBudget.Core.CreditPayoff;

/// <summary>The highest interest rate first; the first card when none is above zero (defect 5).</summary>
internal sealed class HighestInterestRateFirstMethod : OneCardFirstMethod
{
    /// <inheritdoc />
    public override string Name => nameof(HighestInterestRateFirstMethod);

    /// <inheritdoc />
    public override string Title => "Highest rate first";

    /// <inheritdoc />
    public override string Description => "Highest to Lowest Interest Rate";

    /// <inheritdoc />
    public override string Explanation => "What is left after all minimum payments goes to the card with the highest interest rate. Usually the cheapest way.";

    /// <inheritdoc />
    protected override int Target(ReadOnlySpan<UnpaidCard> unpaid)
    {
        var target = 0;
        var highest = 0m;
        for (var i = 0; i < unpaid.Length; i++)
        {
            if (unpaid[i].Apr > highest)
            {
                (target, highest) = (i, unpaid[i].Apr);
            }
        }

        return target;
    }
}
