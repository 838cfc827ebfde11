using System.Globalization;
using System.Text.Json;

namespace BiweeklyBudget.Core.Storage;

/// <summary>
/// A column's value in the record of changes: exact, and the same whichever engine stores the row. Amounts and rates are decimal texts, days ISO dates, instants ISO
/// times in UTC.
/// </summary>
internal static class RecordedValue
{
    private const string InstantFormat = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    // All numbers with decimals have four of them, on both engines.
    private const int Decimals = 4;

    /// <summary>The value that a column keeps of one: both engines round amounts and cut seconds.</summary>
    public static object? Stored(object? value) => value switch
    {
        decimal amount => decimal.Round(amount, Decimals, MidpointRounding.AwayFromZero),
        DateTime instant => instant.AddTicks(-(instant.Ticks % TimeSpan.TicksPerSecond)),
        _ => value,
    };

    /// <summary>Writes a stored value.</summary>
    public static void Write(Utf8JsonWriter json, JsonEncodedText name, object? value)
    {
        switch (value)
        {
            case null:
                json.WriteNull(name);
                break;
            case string text:
                json.WriteString(name, text);
                break;
            case bool flag:
                json.WriteBoolean(name, flag);
                break;
            case int number:
                json.WriteNumber(name, number);
                break;
            case short number:
                json.WriteNumber(name, number);
                break;
            case decimal amount:
                json.WriteString(name, amount.ToString("0.####", CultureInfo.InvariantCulture));
                break;
            case DateOnly day:
                json.WriteString(name, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
                break;
            case DateTime instant:
                json.WriteString(name, instant.ToString(InstantFormat, CultureInfo.InvariantCulture));
                break;
            case Enum word:
                json.WriteString(name, word.ToString());
                break;
            default:
                throw new NotSupportedException($"{value.GetType()} is no type of a column.");
        }
    }

    /// <summary>Reads a value back.</summary>
    /// <param name="json">What was written.</param>
    /// <param name="type">The property's type.</param>
    public static object? Read(JsonElement json, Type type)
    {
        if (json.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        var kind = Nullable.GetUnderlyingType(type) ?? type;
        return Type.GetTypeCode(kind) switch
        {
            _ when kind.IsEnum => Enum.Parse(kind, json.GetString()!),
            _ when kind == typeof(DateOnly) => DateOnly.ParseExact(json.GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture),
            TypeCode.String => json.GetString(),
            TypeCode.Boolean => json.GetBoolean(),
            TypeCode.Int32 => json.GetInt32(),
            TypeCode.Int16 => json.GetInt16(),
            TypeCode.Decimal => decimal.Parse(json.GetString()!, NumberStyles.Number, CultureInfo.InvariantCulture),
            TypeCode.DateTime => DateTime.ParseExact(json.GetString()!, InstantFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal),
            _ => throw new NotSupportedException($"{type} is no type of a column."),
        };
    }
}
