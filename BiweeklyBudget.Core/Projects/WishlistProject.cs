namespace BiweeklyBudget.Core.Projects;

/// <summary>An active project whose notes begin with the address of a wish list.</summary>
/// <param name="Id">The project.</param>
/// <param name="Name">What it is called.</param>
/// <param name="ListId">The list's id at the shop.</param>
public sealed record WishlistProject(int Id, string Name, string ListId);
