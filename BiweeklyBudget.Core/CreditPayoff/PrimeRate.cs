using System.Globalization;
using System.Text.Json;

namespace BiweeklyBudget.Core.CreditPayoff;

/// <summary>The last known US prime rate, which the rate of some cards follows.</summary>
/// <param name="Rate">The rate as a fraction: 0.0325 is 3.25 %.</param>
/// <param name="AsOf">When it was fetched or entered, UTC.</param>
/// <param name="IsEnteredByHand">Whether a user entered it.</param>
public sealed record PrimeRate(decimal Rate, DateTime AsOf, bool IsEnteredByHand)
{
    /// <summary>Name of the row of the table <c>settings</c> (spec/credit-payoff.md §3).</summary>
    internal const string SettingName = "prime_rate";

    /// <summary>How long a rate is used without asking again.</summary>
    internal static readonly TimeSpan Lifetime = TimeSpan.FromHours(48);

    // Our own key, which upstream ignores.
    private const string ByHand = "bb_by_hand";

    private static readonly string[] DateParts = ["year", "month", "date", "hour", "minute", "second"];

    /// <summary>Whether it is to be renewed.</summary>
    /// <param name="now">Now, UTC.</param>
    /// <returns>Whether it is more than 48 hours old.</returns>
    public bool IsOld(DateTime now) => AsOf < now - Lifetime;

    /// <summary>Reads a stored value.</summary>
    /// <param name="json">The value, or null when there is no row.</param>
    /// <returns>The rate; null when it cannot be read.</returns>
    internal static PrimeRate? Read(string? json)
    {
        try
        {
            using var document = JsonDocument.Parse(json ?? "null");
            var row = document.RootElement;
            return row.ValueKind == JsonValueKind.Object
                && row.TryGetProperty("value", out var value) && value.ValueKind == JsonValueKind.String
                && decimal.TryParse(value.GetString(), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var rate)
                && row.TryGetProperty("date", out var date) && ReadInstant(date) is { } asOf
                ? new PrimeRate(rate, asOf, row.TryGetProperty(ByHand, out var byHand) && byHand.ValueKind == JsonValueKind.True)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The value to store; the date is the common JSON object of http-api.md §2.</summary>
    /// <returns>JSON.</returns>
    internal string ToJson()
    {
        var day = AsOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var date = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["class"] = "datetime",
            ["date"] = AsOf.Day,
            ["hour"] = AsOf.Hour,
            ["minute"] = AsOf.Minute,
            ["month"] = AsOf.Month,
            ["second"] = AsOf.Second,
            ["str"] = AsOf.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
            ["ts"] = new DateTimeOffset(AsOf, TimeSpan.Zero).ToUnixTimeSeconds() * 1.0m,
            ["tzname"] = "UTC",
            ["tzoffset"] = "+0000",
            ["year"] = AsOf.Year,
            ["ymdstr"] = day,
        };
        var row = new Dictionary<string, object>(StringComparer.Ordinal) { ["date"] = date, ["value"] = Rate.ToString(CultureInfo.InvariantCulture) };
        if (IsEnteredByHand)
        {
            row[ByHand] = true;
        }

        return JsonSerializer.Serialize(row);
    }

    // The key ts depends on the time zone of the server that wrote it (spec/domain.md D 2): the parts count.
    private static DateTime? ReadInstant(JsonElement date)
    {
        if (date.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        var parts = new int[DateParts.Length];
        for (var i = 0; i < parts.Length; i++)
        {
            if (!date.TryGetProperty(DateParts[i], out var part) || part.ValueKind != JsonValueKind.Number || !part.TryGetInt32(out parts[i]))
            {
                return null;
            }
        }

        try
        {
            return new DateTime(parts[0], parts[1], parts[2], parts[3], parts[4], parts[5], DateTimeKind.Utc);
        }
        catch (ArgumentOutOfRangeException)
        {
            return null;
        }
    }
}
