namespace BiweeklyBudget.Core.CreditPayoff;

/// <summary>A card of a payoff report.</summary>
/// <param name="Id">The account.</param>
/// <param name="Name">The account's name.</param>
/// <param name="Ledger">Its balance: negative is owed; otherwise nothing is owed and the card is paid (defect 3).</param>
/// <param name="Apr">The rate that applies, as a fraction; null when it is not known and does not matter because nothing is owed.</param>
/// <param name="Statement">Where the payoff starts; null when nothing is owed.</param>
public sealed record PayoffCard(int Id, string Name, decimal Ledger, decimal? Apr, CardStatement? Statement)
{
    /// <summary>What is owed.</summary>
    public decimal Owed => Statement?.EndBalance ?? 0m;

    /// <summary>The minimum payment; 0 when nothing is owed.</summary>
    public decimal MinimumDue => Statement?.MinimumDue ?? 0m;
}
