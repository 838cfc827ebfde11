namespace BiweeklyBudget.Core.Finding;

/// <summary>Names as somebody types a part of them: whole words or their beginnings, in any case.</summary>
internal static class NameWords
{
    /// <summary>The words of a text.</summary>
    public static string[] Of(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Whether each word of a text begins a word of a name. A text without words finds every name.</summary>
    public static bool Find(string text, string name)
    {
        var words = Of(name);
        return Of(text).All(typed => words.Any(word => Begins(word, typed)));
    }

    /// <summary>Whether a text begins with another.</summary>
    public static bool Begins(string text, string beginning) => text.StartsWith(beginning, StringComparison.OrdinalIgnoreCase);
}
