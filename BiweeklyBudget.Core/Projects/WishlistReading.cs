namespace BiweeklyBudget.Core.Projects;

/// <summary>What came of reading a wish list: all of its items, or why not. Part of a list is no list: what is missing would be taken for bought.</summary>
public sealed record WishlistReading
{
    private WishlistReading(IReadOnlyList<WishlistItem> items, string? problem)
    {
        Items = items;
        Problem = problem;
    }

    /// <summary>The items, in the list's order; none when it could not be read.</summary>
    public IReadOnlyList<WishlistItem> Items { get; }

    /// <summary>Why it could not be read, as an English sentence; null when it could.</summary>
    public string? Problem { get; }

    /// <summary>A list that was read to its end.</summary>
    /// <param name="items">Its items.</param>
    /// <returns>The reading.</returns>
    public static WishlistReading Of(IReadOnlyList<WishlistItem> items) => new(items, null);

    /// <summary>A list that could not be read.</summary>
    /// <param name="problem">Why.</param>
    /// <returns>The reading.</returns>
    public static WishlistReading Failed(string problem) => new([], problem);
}
