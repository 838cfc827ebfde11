namespace BiweeklyBudget.Core.CreditPayoff;

/// <summary>A card that is left out of the plans because something is missing (defect 8).</summary>
/// <param name="Id">The account.</param>
/// <param name="Name">The account's name.</param>
/// <param name="Missing">What is missing, for the user.</param>
public sealed record IncompleteCard(int Id, string Name, IReadOnlyList<string> Missing);
