namespace BiweeklyBudget.Core.Projects;

/// <summary>What a wish list did to a project.</summary>
/// <param name="Added">Names of the items that are new.</param>
/// <param name="Updated">Names of the items that were on the list and were changed.</param>
/// <param name="Deactivated">Names of the items that are not on the list any more.</param>
/// <param name="LeftOut">Items of the list that could not be taken, each with the reason, as English sentences.</param>
public sealed record WishlistChanges(IReadOnlyList<string> Added, IReadOnlyList<string> Updated, IReadOnlyList<string> Deactivated, IReadOnlyList<string> LeftOut);
