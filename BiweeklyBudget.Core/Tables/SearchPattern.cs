namespace BiweeklyBudget.Core.Tables;

/// <summary>A search text as a pattern for LIKE in which every character of the text stands for itself (spec/http-api.md, fix 14).</summary>
internal static class SearchPattern
{
    /// <summary>The character that takes the meaning of the one after it. Not the backslash: whether that one needs doubling depends on the server's mode.</summary>
    public const string Escape = "|";

    /// <summary>The pattern of a search text.</summary>
    /// <param name="search">The text.</param>
    /// <returns>The pattern; null when the text is too short to search for.</returns>
    public static string? Of(string search) => search.Length < TableQuery.ShortestSearch
        ? null
        : "%" + Exactly(search) + "%";

    /// <summary>The pattern that only a text itself meets, in capitals or not.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The pattern.</returns>
    public static string Exactly(string text) => text.Replace("|", "||", StringComparison.Ordinal).Replace("%", "|%", StringComparison.Ordinal).Replace("_", "|_", StringComparison.Ordinal);
}
