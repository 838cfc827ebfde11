using System.Globalization;
using System.Text.Json;

namespace BiweeklyBudget.Core.CreditPayoff;

/// <summary>The last known US prime rate: row <c>prime_rate</c> of the table <c>settings</c> (spec/credit-payoff.md §3).</summary>
/// <param name="Rate">The rate as a fraction: 0.0325 is 3.25 %.</param>
/// <param name="AsOfUtc">When it was fetched or entered.</param>
/// <param name="IsEnteredByHand">Whether a user entered it; our own key <c>bb_by_hand</c>, which upstream ignores.</param>
public sealed record StoredPrimeRate(decimal Rate, DateTime AsOfUtc, bool IsEnteredByHand)
{
    /// <summary>Name of the row.</summary>
    public const string SettingName = "prime_rate";

    /// <summary>How long a rate is used without asking again.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(48);

    private static readonly string[] DateParts = ["year", "month", "date", "hour", "minute", "second"];

    /// <summary>Whether it need not be asked for again.</summary>
    /// <param name="nowUtc">Now.</param>
    /// <returns>Whether it is at most 48 hours old.</returns>
    public bool IsFresh(DateTime nowUtc) => AsOfUtc >= nowUtc - Lifetime;

    /// <summary>Reads a stored value.</summary>
    /// <param name="json">The value, or null when there is no row.</param>
    /// <returns>The rate; null when it cannot be read.</returns>
    public static StoredPrimeRate? Read(string? json)
    {
        try
        {
            using var document = JsonDocument.Parse(json ?? "null");
            var row = document.RootElement;
            return row.ValueKind == JsonValueKind.Object
                && row.TryGetProperty("value", out var value) && value.ValueKind == JsonValueKind.String
                && decimal.TryParse(value.GetString(), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var rate)
                && row.TryGetProperty("date", out var date) && ReadInstant(date) is { } asOf
                ? new StoredPrimeRate(rate, asOf, row.TryGetProperty("bb_by_hand", out var byHand) && byHand.ValueKind == JsonValueKind.True)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The value to store; the date is the common JSON object of http-api.md §2.</summary>
    /// <returns>JSON.</returns>
    public string ToJson()
    {
        var day = AsOfUtc.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var date = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["class"] = "datetime",
            ["date"] = AsOfUtc.Day,
            ["hour"] = AsOfUtc.Hour,
            ["minute"] = AsOfUtc.Minute,
            ["month"] = AsOfUtc.Month,
            ["second"] = AsOfUtc.Second,
            ["str"] = AsOfUtc.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
            ["ts"] = new DateTimeOffset(AsOfUtc, TimeSpan.Zero).ToUnixTimeSeconds() * 1.0m,
            ["tzname"] = "UTC",
            ["tzoffset"] = "+0000",
            ["year"] = AsOfUtc.Year,
            ["ymdstr"] = day,
        };
        var row = new Dictionary<string, object>(StringComparer.Ordinal) { ["date"] = date, ["value"] = Rate.ToString(CultureInfo.InvariantCulture) };
        if (IsEnteredByHand)
        {
            row["bb_by_hand"] = true;
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
