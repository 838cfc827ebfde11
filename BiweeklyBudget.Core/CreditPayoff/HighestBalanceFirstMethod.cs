namespace BiweeklyBudget.Core.CreditPayoff;

/// <summary>The largest balance first; the first card when none is above zero (defect 5).</summary>
internal sealed class HighestBalanceFirstMethod : OneCardFirstMethod
{
    /// <inheritdoc />
    public override string Name => nameof(HighestBalanceFirstMethod);

    /// <inheritdoc />
    public override string Title => "Highest balance first";

    /// <inheritdoc />
    public override string Description => "Highest to Lowest Balance";

    /// <inheritdoc />
    public override string Explanation => "What is left after all minimum payments goes to the card with the largest balance.";

    /// <inheritdoc />
    protected override int Target(ReadOnlySpan<UnpaidCard> unpaid)
    {
        var target = 0;
        var highest = 0m;
        for (var i = 0; i < unpaid.Length; i++)
        {
            if (unpaid[i].Balance > highest)
            {
                (target, highest) = (i, unpaid[i].Balance);
            }
        }

        return target;
    }
}
