namespace BiweeklyBudget.Core.CreditPayoff;

/// <summary>A card that is left out of the plans because something is missing.</summary>
/// <param name="Id">Id of the account.</param>
/// <param name="Name">The account's name.</param>
/// <param name="Missing">What is missing, in English words for the user: <c>a balance</c>.</param>
public sealed record IncompleteCard(int Id, string Name, IReadOnlyList<string> Missing);
