using System.Globalization;
using System.Text.Json;
using BiweeklyBudget.Core.Changes;
using BiweeklyBudget.Core.Settings;
using BiweeklyBudget.Hosting.Ui;

namespace BiweeklyBudget.Hosting.Features.History;

/// <summary>A changed setting in a person's words. What else is kept beside the settings – of imports, of plans – is told by the change itself.</summary>
internal static class SettingWords
{
    private static readonly Dictionary<string, string> Labels = new(StringComparer.Ordinal)
    {
        [SettingNames.PayPeriodStartDate] = "Payday",
        [SettingNames.ReconcileBeginDate] = "Reconcile from",
        [SettingNames.StaleDataDays] = "Days after which a balance is old",
        [SettingNames.DefaultAccountId] = "Account that forms choose",
        [SettingNames.FuelBudgetId] = "Budget of a fill",
        [SettingNames.CurrencyCode] = "Currency",
        [SettingNames.LocaleName] = "Amounts are written as in",
        [SettingNames.Theme] = "Colours",
        [SettingNames.FuelVolumeUnit] = "Volume",
        [SettingNames.FuelVolumeAbbreviation] = "Volume, short",
        [SettingNames.DistanceUnit] = "Distance",
        [SettingNames.DistanceUnitAbbreviation] = "Distance, short",
        [SettingNames.FuelEconomyAbbreviation] = "Economy, short",
    };

    /// <summary>The setting before and after; null when the record is none that a person knows. What was not stored before stood at its default.</summary>
    public static ShownField? Of(ChangedRecord record, RecordNames names, DayFormat days)
    {
        var name = record.Record.Key;
        if (!Labels.TryGetValue(name, out var label))
        {
            return null;
        }

        return new ShownField(label, Text(record.Before), Text(record.After));

        string? Text(IReadOnlyDictionary<string, object?>? values) => Plain(values?.GetValueOrDefault("Value") as string) is not { } text ? null
            : !int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? days.InWords(text)
            : name == SettingNames.DefaultAccountId ? names.Account(id)
            : name == SettingNames.FuelBudgetId ? names.Budget(id)
            : text;
    }

    private static string? Plain(string? json)
    {
        try
        {
            using var document = JsonDocument.Parse(json ?? "null");
            return document.RootElement.ValueKind == JsonValueKind.Null ? null : document.RootElement.ToString();
        }
        catch (JsonException)
        {
            return json;
        }
    }
}
