namespace BiweeklyBudget.Core.CreditPayoff;

/// <summary>The smallest balance first.</summary>
internal sealed class LowestBalanceFirstMethod : OneCardFirstMethod
{
    /// <inheritdoc />
    public override string Name => nameof(LowestBalanceFirstMethod);

    /// <inheritdoc />
    public override string Title => "Snowball";

    /// <inheritdoc />
    public override string Description => "Lowest to Highest Balance (a.k.a. Snowball Method)";

    /// <inheritdoc />
    public override string Explanation => "What is left after all minimum payments goes to the card with the smallest balance, so that one card after the other is done soon.";

    /// <inheritdoc />
    protected override int Target(ReadOnlySpan<UnpaidCard> unpaid)
    {
        var target = 0;
        for (var i = 1; i < unpaid.Length; i++)
        {
            target = unpaid[i].Balance < unpaid[target].Balance ? i : target;
        }

        return target;
    }
}
