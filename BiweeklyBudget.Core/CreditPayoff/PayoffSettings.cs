using System.Globalization;
using System.Text.Json;
using BiweeklyBudget.Core.Money;

namespace BiweeklyBudget.Core.CreditPayoff;

/// <summary>Increases of the monthly payment and one-time payments: row <c>credit-payoff</c> of the table <c>settings</c> (spec/credit-payoff.md §10).</summary>
/// <param name="Increases">Monthly sums that begin on a day, by day.</param>
/// <param name="OneTimes">Single payments, by day.</param>
/// <param name="Unreadable">Stored entries that make no sense and are left out (defect 10).</param>
public sealed record PayoffSettings(IReadOnlyList<PlannedChange> Increases, IReadOnlyList<PlannedChange> OneTimes, int Unreadable = 0)
{
    /// <summary>Name of the row.</summary>
    public const string SettingName = "credit-payoff";

    private const NumberStyles Number = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;

    /// <summary>Nothing stored.</summary>
    public static PayoffSettings Empty { get; } = new([], []);

    /// <summary>Reads a stored value; what cannot be read is left out and counted.</summary>
    /// <param name="json">The value, or null when there is no row.</param>
    /// <returns>The settings.</returns>
    public static PayoffSettings Read(string? json)
    {
        if (string.IsNullOrWhiteSpace(json))
        {
            return Empty;
        }

        try
        {
            using var document = JsonDocument.Parse(json);
            var unreadable = 0;
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? new PayoffSettings(ReadList(document.RootElement, "increases", ref unreadable), ReadList(document.RootElement, "onetimes", ref unreadable), unreadable)
                : Empty with { Unreadable = 1 };
        }
        catch (JsonException)
        {
            return Empty with { Unreadable = 1 };
        }
    }

    /// <summary>The plan of all cards together. Only enabled entries count, and of two in one list with the same day the later one.</summary>
    /// <param name="baseTotal">The monthly sum as long as no increase has begun.</param>
    /// <returns>The plan.</returns>
    public PaymentPlan PlanFrom(decimal baseTotal) => new(baseTotal, Counting(Increases), Counting(OneTimes));

    /// <summary>The value to store, as upstream writes it: keys in order, a blank after each comma and colon.</summary>
    /// <returns>JSON.</returns>
    public string ToJson() => $"{{\"increases\": {Json(Increases)}, \"onetimes\": {Json(OneTimes)}}}";

    private static IEnumerable<DatedAmount> Counting(IReadOnlyList<PlannedChange> changes) =>
        changes.Where(c => c.IsEnabled).GroupBy(c => c.Date).Select(day => new DatedAmount(day.Key, day.Last().Amount));

    // Nothing in it needs escaping: digits, signs and flags.
    private static string Json(IReadOnlyList<PlannedChange> changes) => "[" + string.Join(", ", changes.Select(c =>
        string.Create(CultureInfo.InvariantCulture, $"{{\"amount\": \"{c.Amount}\", \"date\": \"{DateText.Day(c.Date)}\", \"enabled\": {(c.IsEnabled ? "true" : "false")}}}"))) + "]";

    private static List<PlannedChange> ReadList(JsonElement settings, string name, ref int unreadable)
    {
        var changes = new List<PlannedChange>();
        if (!settings.TryGetProperty(name, out var list) || list.ValueKind != JsonValueKind.Array)
        {
            unreadable++;
            return changes;
        }

        foreach (var entry in list.EnumerateArray())
        {
            if (ReadEntry(entry) is { } change)
            {
                changes.Add(change);
            }
            else
            {
                unreadable++;
            }
        }

        return changes;
    }

    private static PlannedChange? ReadEntry(JsonElement entry)
    {
        if (entry.ValueKind != JsonValueKind.Object
            || !DateOnly.TryParseExact(Text(entry, "date"), ["yyyy-MM-dd", "yyyy-M-d"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            || !decimal.TryParse(Text(entry, "amount"), Number, CultureInfo.InvariantCulture, out var amount)
            || Math.Abs(amount) > 1_000_000m)
        {
            return null;
        }

        return new PlannedChange(date, amount, entry.TryGetProperty("enabled", out var enabled) && enabled.ValueKind == JsonValueKind.True);
    }

    private static string? Text(JsonElement entry, string name) => entry.TryGetProperty(name, out var value)
        ? value.ValueKind switch { JsonValueKind.String => value.GetString(), JsonValueKind.Number => value.GetRawText(), _ => null }
        : null;
}
