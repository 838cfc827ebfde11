namespace BiweeklyBudget.Core.CreditPayoff;

/// <summary>A card of a payoff report.</summary>
public sealed record PayoffCard
{
    /// <summary>Id of the account.</summary>
    public required int Id { get; init; }

    /// <summary>The account's name.</summary>
    public required string Name { get; init; }

    /// <summary>Its balance in the currency of the accounts: negative is owed; otherwise nothing is owed and the card counts as paid.</summary>
    public required decimal Ledger { get; init; }

    /// <summary>The yearly interest rate that applies, as a fraction: 0.1999 is 19.99 %. Null when it is not known and does not matter because nothing is owed.</summary>
    public required decimal? Apr { get; init; }

    /// <summary>What is owed, positive; 0 when nothing is.</summary>
    public decimal Owed => Statement?.EndBalance ?? 0m;

    /// <summary>The minimum payment, with fractions of a cent; 0 when nothing is owed.</summary>
    public decimal MinimumDue => Statement?.MinimumDue ?? 0m;

    /// <summary>Where the payoff starts; null when nothing is owed.</summary>
    internal CardStatement? Statement { get; init; }
}
