using System.Globalization;
using System.Text.Json;
using BiweeklyBudget.Hosting.Ui;

namespace BiweeklyBudget.Hosting.Api;

/// <summary>
/// What a person is told about a save, beside the recorded texts of the body, which scripts know and which speak of tables and ids (docs/adr/0037). It goes in a header of
/// its own, as a JSON text.
/// </summary>
internal static class PlainWords
{
    /// <summary>Name of the header.</summary>
    public const string Header = "X-Words";

    /// <summary>Name of the header with what is wrong with fields.</summary>
    public const string FieldsHeader = "X-Field-Words";

    // A name of the longest kind, escaped letter by letter, must not break a proxy.
    private const int LongestName = 80;

    private const int LongestText = 500;

    private const int LongestHeader = 6000;

    /// <summary>Something with a name was saved: <c>Saved Groceries.</c></summary>
    /// <param name="name">What the person called it; blank when it has no name.</param>
    public static string Saved(string? name) => Done("Saved", name);

    /// <summary>Something was done with something that has a name: <c>Skipped Coffee.</c></summary>
    /// <param name="verb">What was done.</param>
    /// <param name="name">What the person called it; blank when it has no name.</param>
    public static string Done(string verb, string? name) => string.IsNullOrWhiteSpace(name) ? verb + "." : $"{verb} {Short(name)}.";

    /// <summary>A name that is too long for a message, without its end.</summary>
    /// <param name="name">The name.</param>
    public static string Short(string name) => Cut(name.Trim(), LongestName);

    /// <summary>What a person is told of a reply; null when its body says it already.</summary>
    /// <param name="reply">The reply.</param>
    /// <param name="days">How days are written.</param>
    public static string? Of(FormReply reply, DayFormat days)
    {
        var words = reply.Success ? reply.Words : (reply.Words ?? reply.ErrorMessage) is { } reason ? days.InWords(reason) : null;
        return words == reply.ErrorMessage ? null : words;
    }

    /// <summary>Writes the header if there is anything to say.</summary>
    /// <param name="response">The response.</param>
    /// <param name="reply">The reply.</param>
    /// <param name="days">How days are written.</param>
    public static void Write(HttpResponse response, FormReply reply, DayFormat days)
    {
        if (Of(reply, days) is { } words)
        {
            // ASCII only: the serializer escapes everything else.
            response.Headers[Header] = JsonSerializer.Serialize(Cut(words, LongestText));
        }

        var fields = OfFields(reply.Errors);
        if (fields.Count > 0 && JsonSerializer.Serialize(fields) is { Length: <= LongestHeader } said)
        {
            response.Headers[FieldsHeader] = said;
        }
    }

    /// <summary>What a person reads beside the fields that the body speaks otherwise of.</summary>
    /// <param name="errors">The body's messages by field.</param>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> OfFields(IReadOnlyDictionary<string, IReadOnlyList<string>>? errors) =>
        (errors ?? new Dictionary<string, IReadOnlyList<string>>())
            .Where(field => field.Value.Any(message => FieldWords.Of(message) is not null))
            .ToDictionary(field => field.Key, field => (IReadOnlyList<string>)[.. field.Value.Select(message => Cut(FieldWords.Of(message) ?? message, LongestText)).Distinct()], StringComparer.Ordinal);

    // Never in the middle of what a person sees as one letter.
    private static string Cut(string text, int most)
    {
        if (text.Length <= most)
        {
            return text;
        }

        var letters = StringInfo.ParseCombiningCharacters(text);
        var end = Array.FindLast(letters, start => start < most);
        return string.Concat(text.AsSpan(0, end).TrimEnd(), "…");
    }
}
