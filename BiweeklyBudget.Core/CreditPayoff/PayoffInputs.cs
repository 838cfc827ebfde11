namespace BiweeklyBudget.Core.CreditPayoff;

/// <summary>What payoff plans are made from.</summary>
/// <param name="Cards">Active credit accounts by id.</param>
/// <param name="Settings">Increases and one-time payments.</param>
/// <param name="Order">The user's own order of accounts; may be empty, or name accounts that are gone.</param>
/// <param name="PrimeRate">The last known prime rate, or null.</param>
internal sealed record PayoffInputs(IReadOnlyList<CreditCard> Cards, PayoffSettings Settings, IReadOnlyList<int> Order, PrimeRate? PrimeRate)
{
    /// <summary>Whether any card's rate follows the prime rate.</summary>
    public bool NeedsPrimeRate => Cards.Any(card => card.PrimeRateMargin is not null);
}
