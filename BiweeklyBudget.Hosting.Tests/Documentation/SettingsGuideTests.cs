using System.Globalization;
using System.Reflection;
using BiweeklyBudget.Core.Settings;
using BiweeklyBudget.Hosting.Running;
using BiweeklyBudget.TestSupport.Markdown;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using HostDefaults = BiweeklyBudget.Hosting.Running.HostDefaults;

namespace BiweeklyBudget.Hosting.Tests.Documentation;

/// <summary>The guide's list of settings says what the program reads, neither more nor less.</summary>
public sealed class SettingsGuideTests
{
    private static readonly Dictionary<string, string?> Nothing = [];

    // What upstream reads and this program does not.
    private static readonly string[] Ignored = ["STATEMENTS_SAVE_PATH", "TOKEN_PATH", "VAULT_ADDR", "SQL_POOL_PRE_PING"];

    private static readonly string[] Names = [.. typeof(SettingNames).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!)];

    public static TheoryData<string> Settings => new(Names);

    [Fact]
    public void It_has_every_setting_once_and_no_other()
    {
        Assert.Equal(KnownKeys.Names.Order(StringComparer.Ordinal), GuideSetting.All.Select(setting => setting.Name).Order(StringComparer.Ordinal));
        Assert.All(Names, name => Assert.Contains(name, KnownKeys.Names));
    }

    [Fact]
    public void It_says_where_each_may_stand()
    {
        Assert.All(GuideSetting.All, setting => Assert.Contains("F", setting.Places));
        Assert.Equal(["$schema"], GuideSetting.All.Where(setting => !setting.Places.Contains("E")).Select(setting => setting.Name));
        Assert.Equal(["urls", "PATH_BASE"], GuideSetting.All.Where(setting => setting.Places.Contains("O")).Select(setting => setting.Name));
        Assert.Equal(
            [
                "BIWEEKLYBUDGET_THEME", "CURRENCY_CODE", "DEFAULT_ACCOUNT_ID", "DISTANCE_UNIT", "DISTANCE_UNIT_ABBREVIATION", "FUEL_BUDGET_ID", "FUEL_ECO_ABBREVIATION", "FUEL_VOLUME_ABBREVIATION", "FUEL_VOLUME_UNIT", "LOCALE_NAME",
                "PAY_PERIOD_START_DATE", "RECONCILE_BEGIN_DATE", "STALE_DATA_TIMEDELTA",
            ],
            GuideSetting.All.Where(setting => setting.Places.Contains("D")).Select(setting => setting.Name).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Settings))]
    public void It_has_the_defaults_of_the_program(string name)
    {
        var said = GuideSetting.Of(name).Default;
        if (DefaultOf(name, HostSettings.Read(Nothing, Nothing)) is { } value)
        {
            Assert.Contains($"`{value}`", said, StringComparison.Ordinal);
        }
        else
        {
            Assert.DoesNotMatch("^`[^`]*`$", said);
        }
    }

    [Fact]
    public async Task It_has_the_defaults_of_the_server()
    {
        var configuration = new ConfigurationBuilder().Build();
        Assert.Equal($"`{string.Join(';', HostDefaults.AllowedHosts(configuration))}`", GuideSetting.Of("AllowedHosts").Default);
        Assert.Equal(string.Create(CultureInfo.InvariantCulture, $"`{new HostOptions().ShutdownTimeout.TotalSeconds}`"), GuideSetting.Of("shutdownTimeoutSeconds").Default);
        Assert.Equal($"`{Environments.Production}`", GuideSetting.Of("environment").Default);
        await using var app = HostProgram.Create(["--environment=Production", $"--contentRoot={AppContext.BaseDirectory}"], HostSettings.Read(Nothing, new Dictionary<string, string?> { ["DB_CONNSTRING"] = "sqlite:///none.db" }));
        Assert.Equal($"`{app.Configuration["urls"]}`", GuideSetting.Of("urls").Default);
    }

    [Theory]
    [MemberData(nameof(Settings))]
    public void Its_examples_are_taken_and_change_something(string name)
    {
        var settings = HostSettings.Read(Nothing, new Dictionary<string, string?> { [name] = GuideSetting.Of(name).Example });
        settings.Check();
        Assert.NotEqual(HostSettings.Read(Nothing, Nothing), settings);
    }

    [Fact]
    public void Its_examples_of_the_server_are_taken()
    {
        var examples = GuideSetting.All.Where(setting => !Names.Contains(setting.Name) && !Ignored.Contains(setting.Name) && !TelemetrySettings.Names.Contains(setting.Name) && setting.Name != "Kestrel").ToList();
        Assert.Equal(18, examples.Count);
        var values = examples.ToDictionary(
            setting => setting.Example.Contains('=', StringComparison.Ordinal) ? setting.Example.Split('=')[0].Replace("__", ":", StringComparison.Ordinal) : setting.Name,
            setting => setting.Example.Contains('=', StringComparison.Ordinal) ? setting.Example.Split('=')[1] : (string?)setting.Example);

        // The port with TLS needs a certificate, which is a file.
        Assert.True(values.Remove("HTTPS_PORTS"));
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(values).Build();
        Assert.Null(KnownKeys.FaultOf(configuration));
        ServerSettings.Check(configuration, AppContext.BaseDirectory, []);
    }

    [Fact]
    public void Its_examples_of_telemetry_are_taken()
    {
        var values = GuideSetting.All.Where(setting => TelemetrySettings.Names.Contains(setting.Name)).ToDictionary(setting => setting.Name, setting => (string?)setting.Example);
        Assert.NotEmpty(values);
        Assert.True(values.Remove("OTEL_SDK_DISABLED"));
        var settings = TelemetrySettings.Read(new ConfigurationBuilder().AddInMemoryCollection(values).Build());
        Assert.Equal((false, true), (settings.SendsTraces, settings.SendsMetrics));
    }

    [Fact]
    public void Its_file_is_taken()
    {
        var folder = Directory.CreateTempSubdirectory("budgettest-guide-");
        try
        {
            var block = Assert.Single(MarkdownPage.Read("docs/guide/settings.md").Blocks, block => block.Language == "json");
            File.WriteAllText(Path.Combine(folder.FullName, "appsettings.json"), block.Text);
            var settings = HostSettings.Read(SettingsFile.Read(folder.FullName, "Production"), Nothing);
            Assert.Equal(("EUR", "de_DE", 5), (settings.CurrencyCode, settings.LocaleName, settings.StaleDataDays));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    // The value as it would be written; null when it is none, or depends on the machine.
    private static string? DefaultOf(string name, BudgetSettings settings) => name switch
    {
        SettingNames.ConnectionString or SettingNames.PayPeriodStartDate or SettingNames.ReconcileBeginDate => null,
        SettingNames.StaleDataDays => settings.StaleDataDays.ToString(CultureInfo.InvariantCulture),
        SettingNames.DefaultAccountId => settings.DefaultAccountId.ToString(CultureInfo.InvariantCulture),
        SettingNames.FuelBudgetId => settings.FuelBudgetId.ToString(CultureInfo.InvariantCulture),
        SettingNames.CurrencyCode => settings.CurrencyCode,
        SettingNames.LocaleName => settings.LocaleName,
        SettingNames.Theme => settings.Theme == ColourTheme.System ? "system" : settings.Theme.ToString(),
        SettingNames.FuelVolumeUnit => settings.FuelVolumeUnit,
        SettingNames.FuelVolumeAbbreviation => settings.FuelVolumeAbbreviation,
        SettingNames.DistanceUnit => settings.DistanceUnit,
        SettingNames.DistanceUnitAbbreviation => settings.DistanceUnitAbbreviation,
        SettingNames.FuelEconomyAbbreviation => settings.FuelEconomyAbbreviation,
        SettingNames.FuelLevels => string.Join(',', settings.FuelLevels.Select(level => $"{level.Label}:{level.Percent}")),
        SettingNames.PlaidClientId => settings.PlaidClientId,
        SettingNames.PlaidSecret => settings.PlaidSecret,
        SettingNames.PlaidEnvironment => settings.PlaidEnvironment,
        SettingNames.PlaidProducts => settings.PlaidProducts,
        SettingNames.PlaidCountryCodes => settings.PlaidCountryCodes,
        SettingNames.PlaidUserId => settings.PlaidUserId,
        SettingNames.PrimeRateAddress => settings.PrimeRateAddress?.ToString(),
        SettingNames.WishlistAddress => settings.WishlistAddress.ToString(),
        SettingNames.BackupPath => settings.BackupPath,
        SettingNames.FrozenTime => settings.FrozenTime?.ToString(CultureInfo.InvariantCulture),
        SettingNames.LogFile => settings.LogFile,
        SettingNames.LogFormat => settings.LogsAsJson ? "json" : "text",
        SettingNames.LogSql => settings.LogsSql ? "true" : "false",
        SettingNames.LogQueryTimes => settings.LogsQueryTimes ? "true" : "false",
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "A new setting: say here what its default is."),
    };
}
