using System.Globalization;
using System.Text;
using System.Text.Json;

namespace BiweeklyBudget.Hosting.Api;

/// <summary>
/// One submitted value as it came over the wire (spec/http-api.md §1.1). Numbers stay the text that was sent, so that
/// money never passes through binary floating point. The default value is a missing one.
/// </summary>
internal readonly record struct FormValue
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly string? _text;
    private readonly FormValues? _map;

    private FormValue(FormValueKind kind, string? text = null, FormValues? map = null)
    {
        Kind = kind;
        _text = text;
        _map = map;
    }

    /// <summary>What it is.</summary>
    public FormValueKind Kind { get; }

    /// <summary>The text of a text, number (as sent) or boolean (<c>true</c>, <c>false</c>); otherwise empty.</summary>
    public string Text => _text ?? "";

    /// <summary>The fields of a map; otherwise null.</summary>
    public FormValues? Map => _map;

    /// <summary>Whether nothing was given: missing, null or blank text.</summary>
    public bool IsBlank => Kind is FormValueKind.Missing or FormValueKind.Null || (Kind == FormValueKind.Text && string.IsNullOrWhiteSpace(_text));

    /// <summary>Takes over a JSON value.</summary>
    /// <param name="json">The value.</param>
    /// <returns>The same as a form value.</returns>
    public static FormValue From(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Undefined => default,
        JsonValueKind.Null => new FormValue(FormValueKind.Null),
        JsonValueKind.True => new FormValue(FormValueKind.Boolean, "true"),
        JsonValueKind.False => new FormValue(FormValueKind.Boolean, "false"),
        JsonValueKind.Number => new FormValue(FormValueKind.Number, json.GetRawText()),
        JsonValueKind.String => FromString(json),
        JsonValueKind.Object when FormValues.TryRead(json, out var map) => new FormValue(FormValueKind.Map, map: map),
        _ => new FormValue(FormValueKind.Unusable),
    };

    /// <summary>A text; null is JSON's null.</summary>
    /// <param name="text">The text.</param>
    public static implicit operator FormValue(string? text) => FromText(text);

    /// <summary>A whole number.</summary>
    /// <param name="number">The number.</param>
    public static implicit operator FormValue(int number) => new(FormValueKind.Number, number.ToString(CultureInfo.InvariantCulture));

    /// <summary>An amount.</summary>
    /// <param name="amount">The amount.</param>
    public static implicit operator FormValue(decimal amount) => new(FormValueKind.Number, amount.ToString(CultureInfo.InvariantCulture));

    /// <summary>A flag.</summary>
    /// <param name="flag">The flag.</param>
    public static implicit operator FormValue(bool flag) => new(FormValueKind.Boolean, flag ? "true" : "false");

    /// <summary>A day.</summary>
    /// <param name="date">The day.</param>
    public static implicit operator FormValue(DateOnly date) => new(FormValueKind.Text, date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    /// <summary>A map of fields.</summary>
    /// <param name="map">The map.</param>
    public static implicit operator FormValue(FormValues map) => new(FormValueKind.Map, map: map);

    private static FormValue FromText(string? text)
    {
        if (text is null)
        {
            return new FormValue(FormValueKind.Null);
        }

        return IsUnicode(text) ? new FormValue(FormValueKind.Text, text) : new FormValue(FormValueKind.Unusable);
    }

    private static bool IsUnicode(string text)
    {
        try
        {
            Strict.GetByteCount(text);
            return true;
        }
        catch (EncoderFallbackException)
        {
            // Half of a surrogate pair.
            return false;
        }
    }

    private static FormValue FromString(JsonElement json)
    {
        try
        {
            return FromText(json.GetString());
        }
        catch (InvalidOperationException)
        {
            // An escaped half of a surrogate pair is correct JSON and no text.
            return new FormValue(FormValueKind.Unusable);
        }
    }
}
