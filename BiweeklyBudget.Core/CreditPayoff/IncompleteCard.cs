namespace BiweeklyBudget.Core.CreditPayoff;

/// <summary>A card that is left out of the plans because something is missing.</summary>
/// <param name="Id">Id of the account.</param>
/// <param name="Name">The account's name.</param>
/// <param name="Missing">All that is missing, at least one thing.</param>
public sealed record IncompleteCard(int Id, string Name, IReadOnlyList<CardGap> Missing);
