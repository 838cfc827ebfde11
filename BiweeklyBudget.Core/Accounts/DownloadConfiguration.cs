using System.Text.Json;

namespace BiweeklyBudget.Core.Accounts;

/// <summary>
/// The JSON that an account keeps for the statement downloader: what is stored, and what can be given back as JSON. Text that nests deeper
/// or holds half of a surrogate pair is correct JSON, but no reply can carry it.
/// </summary>
internal static class DownloadConfiguration
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 64 };

    /// <summary>Reads a text.</summary>
    /// <param name="text">The text as it was submitted or stored.</param>
    /// <param name="configuration">What it holds.</param>
    /// <returns>False when it is no JSON, nests deeper than 64 or holds text that is no Unicode.</returns>
    public static bool TryParse(string text, out JsonElement configuration)
    {
        configuration = default;
        try
        {
            using var document = JsonDocument.Parse(text, Options);
            if (!IsUnicode(document.RootElement))
            {
                return false;
            }

            configuration = document.RootElement.Clone();
            return true;
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException)
        {
            return false;
        }
    }

    private static bool IsUnicode(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => json.EnumerateObject().All(property => IsText(() => property.Name) && IsUnicode(property.Value)),
        JsonValueKind.Array => json.EnumerateArray().All(IsUnicode),
        JsonValueKind.String => IsText(json.GetString),
        _ => true,
    };

    // An escaped half of a surrogate pair cannot be read.
    private static bool IsText(Func<string?> read)
    {
        try
        {
            read();
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
