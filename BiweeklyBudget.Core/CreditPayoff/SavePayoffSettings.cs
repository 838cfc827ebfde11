using System.Globalization;
using System.Text.Json;
using BiweeklyBudget.Core.Forms;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Storage;

namespace BiweeklyBudget.Core.CreditPayoff;

/// <summary>Stores increases and one-time payments (spec/credit-payoff.md §10, spec/http-api.md §17.1).</summary>
/// <param name="database">The database.</param>
public sealed class SavePayoffSettings(BudgetDbContext database)
{
    // The column is TEXT.
    private const int LongestValue = 65_535;

    // What the column holds at most, and each of them may have mistakes to be told.
    private const int MostEntries = 1000;

    private static readonly SaveResult NoJson = new SaveResult.Failed("Error parsing JSON");

    /// <summary>
    /// Checks and stores. Entries with a blank date or amount are dropped, each list is sorted by date. An entry's mistakes are reported under a key of its own,
    /// for example <c>increases[0].date</c>.
    /// </summary>
    /// <param name="json">The body: an object with the lists <c>increases</c> and <c>onetimes</c>, each entry with <c>date</c>, <c>amount</c> and <c>enabled</c>.</param>
    /// <param name="cancellationToken">Cancels it; nothing is saved then.</param>
    /// <returns>Saved, or why not.</returns>
    public async Task<SaveResult> ExecuteAsync(string json, CancellationToken cancellationToken = default)
    {
        JsonDocument body;
        try
        {
            body = JsonDocument.Parse(json);
        }
        catch (JsonException)
        {
            return NoJson;
        }

        using (body)
        {
            if (!FormValues.TryRead(body.RootElement, out var form))
            {
                return NoJson;
            }

            var errors = new FieldErrors(form);
            var settings = new PayoffSettings(ReadList(body.RootElement, "increases", errors), ReadList(body.RootElement, "onetimes", errors));
            if (errors.Any)
            {
                return new SaveResult.Refused(errors);
            }

            var value = settings.ToJson();
            return value.Length > LongestValue
                ? new SaveResult.Failed("There are too many entries; nothing was saved.")
                : await SettingRow.SaveAsync(
                    database, PayoffSettings.SettingName, value, $"Successfully updated setting \"{PayoffSettings.SettingName}\" in database.", cancellationToken).ConfigureAwait(false);
        }
    }

    private static PlannedChange[] ReadList(JsonElement body, string name, FieldErrors errors)
    {
        if (!body.TryGetProperty(name, out var list) || list.ValueKind != JsonValueKind.Array)
        {
            errors.Add(name, "Must be a list of entries");
            return [];
        }

        if (list.GetArrayLength() > MostEntries)
        {
            errors.Add(name, string.Create(CultureInfo.InvariantCulture, $"Cannot have more than {MostEntries} entries"));
            return [];
        }

        var changes = new List<PlannedChange>();
        var number = 0;
        foreach (var entry in list.EnumerateArray())
        {
            var key = string.Create(CultureInfo.InvariantCulture, $"{name}[{number++}]");
            if (!FormValues.TryRead(entry, out var form))
            {
                errors.Add(key, "Must be an entry with date, amount and enabled");
            }
            else if (!IsBlank(form["date"]) && !IsBlank(form["amount"]) && ReadEntry(form, key, errors) is { } change)
            {
                changes.Add(change);
            }
        }

        return [.. changes.OrderBy(change => change.Date)];
    }

    // A blank text is an empty row of the page. A missing key is a mistake.
    private static bool IsBlank(FormValue value) => value is { Kind: FormValueKind.Text, IsBlank: true };

    private static PlannedChange? ReadEntry(FormValues form, string key, FieldErrors errors)
    {
        var fields = new FieldReader(form);
        var date = fields.Date("date");
        var amount = fields.PositiveAmount("amount");
        var enabled = fields.Flag("enabled");
        if (enabled is null && form["enabled"].IsBlank)
        {
            fields.Errors.Add("enabled", "Must be true or false");
        }

        foreach (var (field, messages) in fields.Errors.ByField)
        {
            foreach (var message in messages)
            {
                errors.Add($"{key}.{field}", message);
            }
        }

        return fields.Errors.Any ? null : new PlannedChange(date!.Value, amount!.Value, enabled!.Value);
    }
}
