namespace BiweeklyBudget.Core.Money;

/// <summary>What a line of a bill of materials costs (spec/projects.md §1). The database works it out too: it is mapped there.</summary>
internal static class LineCost
{
    /// <summary>Quantity times the cost of one.</summary>
    /// <param name="quantity">How many; null counts as nothing.</param>
    /// <param name="unitCost">The cost of one; null counts as nothing.</param>
    /// <returns>The cost; null when either is null.</returns>
    public static decimal? Of(int? quantity, decimal? unitCost) => quantity * unitCost;
}
