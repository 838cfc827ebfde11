using System.Globalization;
using System.Text.Json;

namespace BiweeklyBudget.TestSupport;

/// <summary>A row of a vector's world, or any object of a vector: reads values in the vectors' forms. An absent key reads as null.</summary>
public readonly record struct VectorRow(JsonElement Json)
{
    public int Id => Number("id") ?? throw new InvalidOperationException($"A row without an id: {Json}");

    /// <summary>The rows of a list; none when the list is absent.</summary>
    public IEnumerable<VectorRow> List(string name) => Value(name) is { } list ? list.EnumerateArray().Select(row => new VectorRow(row)) : [];

    public string? Text(string name) => Value(name)?.GetString();

    public int? Number(string name) => Value(name)?.GetInt32();

    public short? SmallNumber(string name) => Value(name)?.GetInt16();

    public decimal? Money(string name) => Value(name) is { } value ? decimal.Parse(value.GetString()!, NumberStyles.Number | NumberStyles.AllowExponent, CultureInfo.InvariantCulture) : null;

    public DateOnly? Date(string name) => Value(name) is { } value ? DateOnly.ParseExact(value.GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;

    /// <summary>A time, in UTC.</summary>
    public DateTime? Instant(string name) => Value(name) is { } value
        ? DateTime.ParseExact(value.GetString()!, "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal)
        : null;

    /// <summary>A flag; the given value when the key is absent, null when it is there without a value.</summary>
    public bool? Flag(string name, bool whenAbsent) => Json.TryGetProperty(name, out var value) ? (value.ValueKind == JsonValueKind.Null ? null : value.GetBoolean()) : whenAbsent;

    private JsonElement? Value(string name) => Json.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;
}
