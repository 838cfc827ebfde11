using BiweeklyBudget.Hosting.Api.Description;

namespace BiweeklyBudget.Hosting.Features.Settings;

/// <summary>What the routes of settings are for.</summary>
internal static class SettingsOperations
{
    public static Operation Save() => FormOperation.InJson(FormOperation.Of(
        "saveSettings",
        Chapters.Settings,
        "Change settings of the household",
        "What is left out stays as it is. What the program was started with, by the environment or its settings file, cannot be changed: to send it as it is is no mistake.",
        [
            Field.OfDay("payday", "First day of any one pay period: all periods are counted from it, past ones too. Nothing that is stored is changed."),
            Field.OfDay("reconcile_begin", "What is dated earlier never counts as unreconciled."),
            Field.OfNumber("stale_days", "Days after which an account's balance is old, from 0 to 3650."),
            Field.OfReference("default_account", "The account that forms choose at first."),
            Field.OfReference("fuel_budget", "The budget that the form of a fill chooses at first."),
            Field.OfText("currency", "ISO 4217 code. Nothing is converted.", 3),
            Field.OfText("locale", "How amounts are written: `de_DE`.", 50),
            Field.OfWords("theme", "The colours of the pages.", "system", "light", "dark"),
            Field.OfText("fuel_volume_unit", "For example `Gallons`.", 30),
            Field.OfText("fuel_volume_abbreviation", "The same, short.", 30),
            Field.OfText("distance_unit", "For example `Miles`.", 30),
            Field.OfText("distance_unit_abbreviation", "The same, short.", 30),
            Field.OfText("fuel_economy_abbreviation", "For example `MPG`.", 30),
            Field.OfFlag("is_set_up", "Whether setting up is over, so that the start page leads nobody through it any more."),
        ],
        """{"theme": "dark", "distance_unit": "Kilometers"}"""));
}
