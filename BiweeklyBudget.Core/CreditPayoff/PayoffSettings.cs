using System.Globalization;
using System.Text.Json;
using BiweeklyBudget.Core.Money;

namespace BiweeklyBudget.Core.CreditPayoff;

/// <summary>Increases of the monthly payment and one-time payments as they are stored.</summary>
/// <param name="Increases">New sums of the monthly payments on all cards together, each from its day on; by day.</param>
/// <param name="OneTimes">Amounts that are paid once beyond the monthly sum; by day.</param>
/// <param name="Unreadable">Number of stored entries that make no sense: they are left out, and the next save removes them. 0 as a rule.</param>
public sealed record PayoffSettings(IReadOnlyList<PlannedChange> Increases, IReadOnlyList<PlannedChange> OneTimes, int Unreadable = 0)
{
    /// <summary>Name of the row of the table <c>settings</c> (spec/credit-payoff.md §10).</summary>
    internal const string SettingName = "credit-payoff";

    private const NumberStyles Number = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;

    /// <summary>Nothing stored.</summary>
    internal static PayoffSettings Empty { get; } = new([], []);

    /// <summary>The command that would save them unchanged: <c>settings.ToChange() with { OneTimes = […] }</c> changes the one-time payments and nothing else.</summary>
    /// <returns>The command.</returns>
    public PayoffSettingsChange ToChange() => new() { Increases = Increases, OneTimes = OneTimes };

    /// <summary>Reads a stored value; what cannot be read is left out and counted (defect 10).</summary>
    /// <param name="json">The value, or null when there is no row.</param>
    /// <returns>The settings.</returns>
    internal static PayoffSettings Read(string? json)
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
    internal PaymentPlan PlanFrom(decimal baseTotal) => new(baseTotal, Counting(Increases), Counting(OneTimes));

    /// <summary>The settings as they are stored, for programs that know upstream's form: keys in order, a blank after each comma and colon.</summary>
    /// <returns>JSON of digits, dates, flags and the names <c>increases</c>, <c>onetimes</c>, <c>amount</c>, <c>date</c> and <c>enabled</c>.</returns>
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
