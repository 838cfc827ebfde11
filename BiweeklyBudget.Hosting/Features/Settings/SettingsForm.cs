using BiweeklyBudget.Core;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Settings;
using BiweeklyBudget.Hosting.Api;

namespace BiweeklyBudget.Hosting.Features.Settings;

/// <summary>The form of the household's settings. The command is what the fields that were sent do to the settings in force.</summary>
internal sealed class SettingsForm : Form<Func<SettingsChange, SettingsChange>, BudgetSettings>
{
    protected override IReadOnlyDictionary<string, string> Fields { get; } = new Dictionary<string, string>
    {
        [nameof(SettingsChange.Payday)] = "payday",
        [nameof(SettingsChange.ReconcileBegin)] = "reconcile_begin",
        [nameof(SettingsChange.StaleDataDays)] = "stale_days",
        [nameof(SettingsChange.DefaultAccountId)] = "default_account",
        [nameof(SettingsChange.FuelBudgetId)] = "fuel_budget",
        [nameof(SettingsChange.CurrencyCode)] = "currency",
        [nameof(SettingsChange.LocaleName)] = "locale",
        [nameof(SettingsChange.Theme)] = "theme",
        [nameof(SettingsChange.FuelVolumeUnit)] = "fuel_volume_unit",
        [nameof(SettingsChange.FuelVolumeAbbreviation)] = "fuel_volume_abbreviation",
        [nameof(SettingsChange.DistanceUnit)] = "distance_unit",
        [nameof(SettingsChange.DistanceUnitAbbreviation)] = "distance_unit_abbreviation",
        [nameof(SettingsChange.FuelEconomyAbbreviation)] = "fuel_economy_abbreviation",
        [nameof(SettingsChange.IsSetUp)] = "is_set_up",
    };

    protected override Func<SettingsChange, SettingsChange> Read(FieldReader fields)
    {
        var payday = Sent("payday", fields.Date);
        var begin = Sent("reconcile_begin", fields.Date);
        var days = Sent("stale_days", fields.WholeNumber);
        var account = Sent("default_account", field => fields.Reference(field, "Please choose an account."));
        var budget = Sent("fuel_budget", field => fields.Reference(field, "Please choose a budget."));
        var theme = Sent<ColourTheme>("theme", Theme);
        var isSetUp = fields.Flag("is_set_up");
        return settings => settings with
        {
            Payday = payday ?? settings.Payday,
            ReconcileBegin = begin ?? settings.ReconcileBegin,
            StaleDataDays = days ?? settings.StaleDataDays,
            DefaultAccountId = account ?? settings.DefaultAccountId,
            FuelBudgetId = budget ?? settings.FuelBudgetId,
            CurrencyCode = Text("currency") ?? settings.CurrencyCode,
            LocaleName = Text("locale") ?? settings.LocaleName,
            Theme = theme ?? settings.Theme,
            FuelVolumeUnit = Text("fuel_volume_unit") ?? settings.FuelVolumeUnit,
            FuelVolumeAbbreviation = Text("fuel_volume_abbreviation") ?? settings.FuelVolumeAbbreviation,
            DistanceUnit = Text("distance_unit") ?? settings.DistanceUnit,
            DistanceUnitAbbreviation = Text("distance_unit_abbreviation") ?? settings.DistanceUnitAbbreviation,
            FuelEconomyAbbreviation = Text("fuel_economy_abbreviation") ?? settings.FuelEconomyAbbreviation,
            IsSetUp = isSetUp ?? settings.IsSetUp,
        };

        bool IsSent(string field) => fields.Form[field].Kind is not (FormValueKind.Missing or FormValueKind.Null);

        T? Sent<T>(string field, Func<string, T?> read)
            where T : struct => IsSent(field) ? read(field) : null;

        string? Text(string field) => IsSent(field) ? fields.Text(field) : null;

        ColourTheme? Theme(string field)
        {
            var word = fields.Text(field);
            if (Enum.GetValues<ColourTheme>().Where(theme => string.Equals(theme.ToString(), word, StringComparison.OrdinalIgnoreCase)).ToList() is [var found])
            {
                return found;
            }

            fields.Errors.Add(field, "Must be system, light or dark");
            return null;
        }
    }

    protected override async Task<Outcome<BudgetSettings>> SaveAsync(BudgetBook book, Func<SettingsChange, SettingsChange> command, CancellationToken cancellationToken) =>
        await book.Settings.SaveAsync(command((await book.Settings.ReadNowAsync(cancellationToken)).ToChange()), cancellationToken);

    protected override async Task<IReadOnlyList<Problem>> CheckAsync(BudgetBook book, Func<SettingsChange, SettingsChange> command, IReadOnlySet<string> unknown, CancellationToken cancellationToken) =>
        await book.Settings.CheckAsync(command((await book.Settings.ReadNowAsync(cancellationToken)).ToChange()), unknown, cancellationToken);

    protected override string Success(Func<SettingsChange, SettingsChange> command, BudgetSettings saved) => "Saved the settings.";
}
