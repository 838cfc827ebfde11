namespace BiweeklyBudget.Core.CreditPayoff;

/// <summary>The user's own order; upstream has no such method.</summary>
/// <param name="ranks">For each card of the payoff, in the order of accounts: its place in the user's order.</param>
internal sealed class CustomOrderMethod(IReadOnlyList<int> ranks) : OneCardFirstMethod
{
    /// <inheritdoc />
    public override string Name => nameof(CustomOrderMethod);

    /// <inheritdoc />
    public override string Title => "Your own order";

    /// <inheritdoc />
    public override string Description => "Your Own Order of Cards";

    /// <inheritdoc />
    public override string Explanation => "What is left after all minimum payments goes to the first card of your list that is not paid off.";

    /// <inheritdoc />
    protected override int Target(ReadOnlySpan<UnpaidCard> unpaid)
    {
        var target = 0;
        for (var i = 1; i < unpaid.Length; i++)
        {
            target = ranks[unpaid[i].Position] < ranks[unpaid[target].Position] ? i : target;
        }

        return target;
    }
}
