using System.Globalization;
using System.Text.Json;
using BiweeklyBudget.Core.Money;

namespace BiweeklyBudget.Core.Settings;

/// <summary>
/// One setting of the household as a row of the table <c>settings</c>, by the setting's own name: a JSON string, or a JSON number where it is a number.
/// </summary>
/// <param name="Setting">Which.</param>
/// <param name="Name">Its name, and the row's.</param>
/// <param name="Property">The property of <see cref="SettingsChange"/>.</param>
/// <param name="Text">Its value as text; null when there is none.</param>
/// <param name="With">Settings with a text as the value; null when the text is none.</param>
internal sealed record HouseholdRow(HouseholdSettings Setting, string Name, string Property, Func<BudgetSettings, string?> Text, Func<BudgetSettings, string, BudgetSettings?> With)
{
    /// <summary>The row that says that setting up is over; no setting of the environment.</summary>
    public const string SetUpName = "bb_set_up";

    /// <summary>Most characters of a unit's name.</summary>
    public const int LongestUnit = 30;

    /// <summary>Most days that account data may be old without being stale.</summary>
    public const int MostStaleDays = 3650;

    /// <summary>All of them.</summary>
    public static IReadOnlyList<HouseholdRow> All { get; } =
    [
        Day(HouseholdSettings.Payday, SettingNames.PayPeriodStartDate, nameof(SettingsChange.Payday), s => s.PayPeriodStartDate, (s, day) => s with { PayPeriodStartDate = day }),
        Day(HouseholdSettings.ReconcileBegin, SettingNames.ReconcileBeginDate, nameof(SettingsChange.ReconcileBegin), s => s.ReconcileBeginDate, (s, day) => s with { ReconcileBeginDate = day }),
        Number(HouseholdSettings.StaleDays, SettingNames.StaleDataDays, nameof(SettingsChange.StaleDataDays), s => s.StaleDataDays, (s, days) => days > MostStaleDays ? null : s with { StaleDataDays = days }),
        Number(HouseholdSettings.DefaultAccount, SettingNames.DefaultAccountId, nameof(SettingsChange.DefaultAccountId), s => s.DefaultAccountId, (s, id) => s with { DefaultAccountId = id }),
        Number(HouseholdSettings.FuelBudget, SettingNames.FuelBudgetId, nameof(SettingsChange.FuelBudgetId), s => s.FuelBudgetId, (s, id) => s with { FuelBudgetId = id }),
        new(HouseholdSettings.Currency, SettingNames.CurrencyCode, nameof(SettingsChange.CurrencyCode), s => s.CurrencyCode, (s, text) => Currencies.IsKnown(text) ? s with { CurrencyCode = text } : null),
        new(HouseholdSettings.Locale, SettingNames.LocaleName, nameof(SettingsChange.LocaleName), s => s.LocaleName, (s, text) => IsLocale(text) ? s with { LocaleName = text } : null),
        new(HouseholdSettings.Theme, SettingNames.Theme, nameof(SettingsChange.Theme), s => TextOf(s.Theme), (s, text) => ThemeOf(text) is { } theme ? s with { Theme = theme } : null),
        Unit(HouseholdSettings.FuelVolumeUnit, SettingNames.FuelVolumeUnit, nameof(SettingsChange.FuelVolumeUnit), s => s.FuelVolumeUnit, (s, text) => s with { FuelVolumeUnit = text }),
        Unit(HouseholdSettings.FuelVolumeAbbreviation, SettingNames.FuelVolumeAbbreviation, nameof(SettingsChange.FuelVolumeAbbreviation), s => s.FuelVolumeAbbreviation, (s, text) => s with { FuelVolumeAbbreviation = text }),
        Unit(HouseholdSettings.DistanceUnit, SettingNames.DistanceUnit, nameof(SettingsChange.DistanceUnit), s => s.DistanceUnit, (s, text) => s with { DistanceUnit = text }),
        Unit(HouseholdSettings.DistanceUnitAbbreviation, SettingNames.DistanceUnitAbbreviation, nameof(SettingsChange.DistanceUnitAbbreviation), s => s.DistanceUnitAbbreviation, (s, text) => s with { DistanceUnitAbbreviation = text }),
        Unit(HouseholdSettings.FuelEconomyAbbreviation, SettingNames.FuelEconomyAbbreviation, nameof(SettingsChange.FuelEconomyAbbreviation), s => s.FuelEconomyAbbreviation, (s, text) => s with { FuelEconomyAbbreviation = text }),
        new(HouseholdSettings.SetUp, SetUpName, nameof(SettingsChange.IsSetUp), s => s.IsSetUp ? "yes" : "no", (s, text) => s with { IsSetUp = text == "yes" }),
    ];

    /// <summary>Their names.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. All.Select(row => row.Name)];

    /// <summary>Whether a locale means one.</summary>
    public static bool IsLocale(string name) => !Locales.MeansNothing(name) && Locales.IsKnown(name);

    /// <summary>A theme as it is written.</summary>
    public static string TextOf(ColourTheme theme) => theme switch { ColourTheme.Light => "light", ColourTheme.Dark => "dark", _ => "system" };

    /// <summary>A theme by its word; null for another word.</summary>
    public static ColourTheme? ThemeOf(string text) => text.ToUpperInvariant() switch { "SYSTEM" => ColourTheme.System, "LIGHT" => ColourTheme.Light, "DARK" => ColourTheme.Dark, _ => null };

    /// <summary>Settings with what a row says; as they are when it says nothing that can be read.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="json">The row's value; null for none.</param>
    public BudgetSettings Apply(BudgetSettings settings, string? json) => Read(json) is { } text && With(settings, text) is { } changed ? changed : settings;

    /// <summary>The value as it is stored.</summary>
    public string Json(BudgetSettings settings) => Text(settings) is not { } text ? "null" : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _) ? text : JsonSerializer.Serialize(text);

    private static string? Read(string? json)
    {
        try
        {
            using var document = JsonDocument.Parse(json ?? "null");
            var value = document.RootElement;
            return value.ValueKind switch { JsonValueKind.String => value.GetString(), JsonValueKind.Number => value.GetRawText(), _ => null };
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static HouseholdRow Day(HouseholdSettings setting, string name, string property, Func<BudgetSettings, DateOnly?> value, Func<BudgetSettings, DateOnly, BudgetSettings> with) => new(
        setting,
        name,
        property,
        settings => value(settings) is { } day ? DateText.Day(day) : null,
        (settings, text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? with(settings, day) : null);

    private static HouseholdRow Number(HouseholdSettings setting, string name, string property, Func<BudgetSettings, int> value, Func<BudgetSettings, int, BudgetSettings?> with) => new(
        setting,
        name,
        property,
        settings => value(settings).ToString(CultureInfo.InvariantCulture),
        (settings, text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? with(settings, number) : null);

    private static HouseholdRow Unit(HouseholdSettings setting, string name, string property, Func<BudgetSettings, string?> value, Func<BudgetSettings, string, BudgetSettings> with) => new(
        setting,
        name,
        property,
        value,
        (settings, text) => string.IsNullOrWhiteSpace(text) || text.Length > LongestUnit ? null : with(settings, text));
}
