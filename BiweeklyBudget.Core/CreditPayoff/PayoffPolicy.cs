namespace BiweeklyBudget.Core.CreditPayoff;

/// <summary>What becomes of the rest of a month's sum when a card needs less than it was given, because it is paid off (ADR 0028).</summary>
internal enum PayoffPolicy
{
    /// <summary>The rest goes to the next card in the same month: whoever sets 900 a month pays 900 each month, until the last one.</summary>
    PassesOn,

    /// <summary>Upstream's way (spec/credit-payoff.md §9): the rest stays with the user in that month, and minimum payments count in full however little is owed.</summary>
    Upstream,
}
