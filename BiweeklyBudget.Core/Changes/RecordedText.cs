using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using BiweeklyBudget.Core.Tables;

namespace BiweeklyBudget.Core.Changes;

/// <summary>Finds a person's words in what the record of changes has of a row, which is JSON by column name; both engines search it by the same pattern.</summary>
internal static class RecordedText
{
    /// <summary>The pattern of a text.</summary>
    /// <returns>Null when it is too short to search for.</returns>
    public static string? Pattern(string text) => text.Trim() is { Length: >= TableQuery.ShortestSearch } words
        ? $$"""(?i)"(name|description|notes|note|memo|filename|fill_location)":"([^"\\]|\\.)*{{Regex.Escape(Written(words))}}"""
        : null;

    // As it stands in the record.
    private static string Written(string words) => JsonEncodedText.Encode(words, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).ToString();
}
