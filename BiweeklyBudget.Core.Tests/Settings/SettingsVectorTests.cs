using System.Globalization;
using System.Text.Json;
using BiweeklyBudget.Core.Money;
using BiweeklyBudget.Core.Settings;
using BiweeklyBudget.TestSupport;

namespace BiweeklyBudget.Core.Tests.Settings;

[Trait("Category", "Vectors")]
public sealed class SettingsVectorTests
{
    private static readonly string[] DistanceUnits = ["DISTANCE_UNIT", "DISTANCE_UNIT_ABBREVIATION"];

    private static readonly string[] Downloader = ["STATEMENTS_SAVE_PATH", "TOKEN_PATH", "VAULT_ADDR"];

    [Fact]
    public void Every_kind_is_run() => Assert.All(VectorCase.All("settings"), c => Assert.Equal("load", c.Kind));

    [Theory]
    [Vectors("settings", "load")]
    public void Settings_come_from_defaults_file_and_environment(VectorCase vector)
    {
        var file = Values(vector.Input.GetProperty("file"));
        var environment = Values(vector.Input.GetProperty("env"));
        if (!vector.Expected.TryGetProperty("settings", out var settings))
        {
            if (!IsAcceptedNow(file, environment))
                Assert.StartsWith("ERROR: ", Assert.Throws<SettingsException>(() => SettingsLoader.LoadStrictly(file, environment)).Message, StringComparison.Ordinal);
            else
                Assert.Equal(ExpectedLocale(file, environment), SettingsLoader.LoadStrictly(file, environment).LocaleName);

            return;
        }

        var expected = Values(settings);
        foreach (var name in DistanceUnits.Where(environment.ContainsKey))
        {
            _ = KnownDifferences.Rule("settings", "distance-unit-from-environment");
            expected[name] = environment[name];
        }

        // Nothing downloads statements, so that nothing can come of these.
        _ = KnownDifferences.Rule("settings", "downloader-settings-do-nothing");
        foreach (var name in Downloader)
        {
            Assert.True(expected.Remove(name));
        }

        Assert.Equal(Sorted(expected), Sorted(AsVector(SettingsLoader.LoadStrictly(file, environment))));
    }

    /// <summary>Whether D 3 lets these settings load that upstream refuses: the only thing about them is the form of a locale's name.</summary>
    private static bool IsAcceptedNow(Dictionary<string, string?> file, Dictionary<string, string?> environment)
    {
        if (!LocaleNames(file, environment).Any(n => n is not null && (MeansNothing(n) || n.Contains('-', StringComparison.Ordinal))))
            return false;

        _ = KnownDifferences.Rule("settings", "locale-without-meaning-is-unset");
        return true;
    }

    private static string ExpectedLocale(Dictionary<string, string?> file, Dictionary<string, string?> environment) =>
        LocaleNames(file, environment).Select(n => n?.Trim()).FirstOrDefault(n => n is not null && !MeansNothing(n)) ?? "en_US";

    private static string?[] LocaleNames(Dictionary<string, string?> file, Dictionary<string, string?> environment) =>
    [
        environment.GetValueOrDefault("LOCALE_NAME") ?? file.GetValueOrDefault("LOCALE_NAME"),
        environment.GetValueOrDefault("LC_ALL"),
        environment.GetValueOrDefault("LC_MONETARY"),
        environment.GetValueOrDefault("LANG"),
    ];

    private static bool MeansNothing(string name) => name.Trim().Split('.')[0] is "" or "C" or "POSIX";

    private static Dictionary<string, string?> AsVector(BudgetSettings settings) => new()
    {
        ["DB_CONNSTRING"] = settings.ConnectionString,
        ["DEFAULT_ACCOUNT_ID"] = Number(settings.DefaultAccountId),
        ["FUEL_BUDGET_ID"] = Number(settings.FuelBudgetId),
        ["PAY_PERIOD_START_DATE"] = DateText.Day(settings.PayPeriodStartDate),
        ["RECONCILE_BEGIN_DATE"] = DateText.Day(settings.ReconcileBeginDate),
        ["STALE_DATA_TIMEDELTA"] = Number(settings.StaleDataDays),
        ["LOCALE_NAME"] = settings.LocaleName,
        ["CURRENCY_CODE"] = settings.CurrencyCode,
        ["FUEL_VOLUME_UNIT"] = settings.FuelVolumeUnit,
        ["FUEL_VOLUME_ABBREVIATION"] = settings.FuelVolumeAbbreviation,
        ["DISTANCE_UNIT"] = settings.DistanceUnit,
        ["DISTANCE_UNIT_ABBREVIATION"] = settings.DistanceUnitAbbreviation,
        ["FUEL_ECO_ABBREVIATION"] = settings.FuelEconomyAbbreviation,
        ["BIWEEKLYBUDGET_TEST_TIMESTAMP"] = settings.FrozenTime is { } time ? Number(time.ToUnixTimeSeconds()) : null,
        ["PLAID_CLIENT_ID"] = settings.PlaidClientId,
        ["PLAID_SECRET"] = settings.PlaidSecret,
        ["PLAID_ENV"] = settings.PlaidEnvironment,
        ["PLAID_PRODUCTS"] = settings.PlaidProducts,
        ["PLAID_COUNTRY_CODES"] = settings.PlaidCountryCodes,
        ["PLAID_USER_ID"] = settings.PlaidUserId,
    };

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static Dictionary<string, string?> Values(JsonElement json) =>
        json.ValueKind == JsonValueKind.Null
            ? []
            : json.EnumerateObject().ToDictionary(p => p.Name, p => p.Value.ValueKind == JsonValueKind.Null ? null : p.Value.ToString());

    private static IEnumerable<KeyValuePair<string, string?>> Sorted(Dictionary<string, string?> values) => values.OrderBy(v => v.Key, StringComparer.Ordinal);
}
