using BiweeklyBudget.Core.Settings;

namespace BiweeklyBudget.Core.Tests.Settings;

public sealed class SettingsLoaderTests
{
    private static readonly Dictionary<string, string?> None = [];

    [Theory]
    [InlineData("01")]
    [InlineData("+5")]
    [InlineData(" 5")]
    [InlineData("1_0")]
    [InlineData("")]
    [InlineData("-0")]
    [InlineData("5.0")]
    [InlineData("٣")]
    [InlineData("2147483648")] // int.MaxValue + 1
    [InlineData("99999999999999999999")]
    public void Only_canonical_whole_numbers_are_taken(string value)
    {
        foreach (var name in new[] { "DEFAULT_ACCOUNT_ID", "FUEL_BUDGET_ID", "STALE_DATA_TIMEDELTA" })
            Assert.Equal($"ERROR: env var {name} cannot parse as int", Refusal((name, value)));
    }

    [Theory]
    [InlineData("2017-02-30")]
    [InlineData("")]
    [InlineData("17-01-01")]
    [InlineData("2017-003-07")]
    [InlineData("2017-03-17T00:00:00")]
    public void Only_dates_are_taken(string value)
    {
        foreach (var name in new[] { "PAY_PERIOD_START_DATE", "RECONCILE_BEGIN_DATE" })
            Assert.Equal($"ERROR: env var {name} cannot parse as %Y-%m-%d", Refusal((name, value)));
    }

    [Fact]
    public void A_fault_in_the_file_is_told_from_one_in_the_environment()
    {
        var file = new Dictionary<string, string?> { ["FUEL_BUDGET_ID"] = "five" };
        Assert.Equal("ERROR: setting FUEL_BUDGET_ID cannot parse as int", Assert.Throws<SettingsException>(() => SettingsLoader.LoadStrictly(file, Complete())).Message);
    }

    [Fact]
    public void The_first_of_several_faults_is_reported()
    {
        var environment = new Dictionary<string, string?> { ["CURRENCY_CODE"] = "usd", ["LOCALE_NAME"] = "xx_YY", ["RECONCILE_BEGIN_DATE"] = "soon", ["STALE_DATA_TIMEDELTA"] = "few" };
        Assert.Equal("ERROR: env var STALE_DATA_TIMEDELTA cannot parse as int", Next("STALE_DATA_TIMEDELTA", "3"));
        Assert.Equal("ERROR: env var RECONCILE_BEGIN_DATE cannot parse as %Y-%m-%d", Next("RECONCILE_BEGIN_DATE", null));
        Assert.Equal("ERROR: setting or environment variable \"DB_CONNSTRING\" must be set", Next("DB_CONNSTRING", "mysql://h/d"));
        Assert.Equal("ERROR: setting or environment variable \"PAY_PERIOD_START_DATE\" must be set", Next("PAY_PERIOD_START_DATE", "2017-03-17"));
        Assert.Equal("ERROR: setting or environment variable \"RECONCILE_BEGIN_DATE\" must be set", Next("RECONCILE_BEGIN_DATE", "2017-01-01"));
        Assert.Equal("ERROR: LOCALE_NAME setting of \"xx_YY\" is not a valid BCP 47 Language Tag. See <https://tools.ietf.org/html/bcp47> for more information.", Next("LOCALE_NAME", null));
        Assert.Equal("ERROR: CURRENCY_CODE setting of \"usd\" is not a valid currency code. See <https://en.wikipedia.org/wiki/ISO_4217> for more information and a list of valid codes.", Next("CURRENCY_CODE", "EUR"));
        Assert.Equal("EUR", SettingsLoader.LoadStrictly(None, environment).CurrencyCode);

        string Next(string name, string? better)
        {
            var message = Assert.Throws<SettingsException>(() => SettingsLoader.LoadStrictly(None, environment)).Message;
            environment[name] = better;
            return message;
        }
    }

    [Theory]
    [InlineData("DEFAULT_ACCOUNT_ID")]
    [InlineData("STALE_DATA_TIMEDELTA")]
    [InlineData("CURRENCY_CODE")]
    public void A_null_in_the_file_unsets_a_default(string name) =>
        Assert.Equal(
            $"ERROR: setting or environment variable \"{name}\" must be set",
            Assert.Throws<SettingsException>(() => SettingsLoader.LoadStrictly(new Dictionary<string, string?> { [name] = null }, Complete())).Message);

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("C")]
    [InlineData("C.UTF-8")]
    [InlineData("POSIX")]
    [InlineData("POSIX.UTF-8")]
    public void A_locale_that_says_nothing_falls_through_to_english(string value)
    {
        Assert.Equal("en_US", Load(("LOCALE_NAME", value)).LocaleName);
        Assert.Equal("de_DE", Load(("LOCALE_NAME", value), ("LC_ALL", value), ("LC_MONETARY", " de_DE "), ("LANG", "fr_FR")).LocaleName);
    }

    [Theory]
    [InlineData("en-US", "en-US")]
    [InlineData("en_US.UTF-8", "en-US")]
    [InlineData("zh_TW", "zh-TW")]
    [InlineData("sr_RS@latin", "sr-RS")]
    [InlineData("de", "de")]
    public void Names_of_every_usual_form_are_taken(string value, string browser)
    {
        var settings = Load(("LOCALE_NAME", value));
        Assert.Equal((value, browser), (settings.LocaleName, settings.BrowserLocale));
        Assert.NotEmpty(settings.CreateMoneyFormat().Format(1m));
    }

    [Theory]
    [InlineData("en_XX")]
    [InlineData("english")]
    [InlineData("en US")]
    [InlineData("en_US;q=1")]
    [InlineData("en_US\n")]
    public void Unknown_locales_are_refused(string value) => Assert.Contains("is not a valid BCP 47 Language Tag", Refusal(("LOCALE_NAME", value)), StringComparison.Ordinal);

    [Fact]
    public void An_empty_connection_string_is_unset()
    {
        var environment = Complete();
        environment["DB_CONNSTRING"] = "";
        Assert.Equal("ERROR: setting or environment variable \"DB_CONNSTRING\" must be set", Assert.Throws<SettingsException>(() => SettingsLoader.LoadStrictly(None, environment)).Message);
        Assert.Equal("sqlite:///a.db", SettingsLoader.LoadStrictly(new Dictionary<string, string?> { ["DB_CONNSTRING"] = "sqlite:///a.db" }, environment).ConnectionString);
    }

    [Fact]
    public void A_host_can_do_without_dates_and_give_defaults()
    {
        var options = new SettingsOptions
        {
            Optional = new HashSet<string> { SettingNames.PayPeriodStartDate, SettingNames.ReconcileBeginDate },
            Defaults = new Dictionary<string, string?> { [SettingNames.ConnectionString] = "sqlite:///default.db", [SettingNames.StaleDataDays] = "7" },
        };
        var settings = SettingsLoader.LoadStrictly(None, None, options);
        Assert.Equal(("sqlite:///default.db", 7), (settings.ConnectionString, settings.StaleDataDays));
        Assert.Null(settings.PayPeriodStartDate);
        Assert.Null(settings.ReconcileBeginDate);
        Assert.Equal("sqlite:///f.db", SettingsLoader.LoadStrictly(new Dictionary<string, string?> { ["DB_CONNSTRING"] = "sqlite:///f.db" }, None, options).ConnectionString);
        Assert.Throws<SettingsException>(() => SettingsLoader.LoadStrictly(None, new Dictionary<string, string?> { ["PAY_PERIOD_START_DATE"] = "" }, options));
    }

    [Fact]
    public void Process_switches_are_read()
    {
        var settings = Load(("SQL_ECHO", "true"), ("SQL_QUERY_PROFILE", "TRUE"), ("BIWEEKLYBUDGET_LOG_FILE", Path.GetFullPath("b.log")));
        Assert.Equal((true, true, Path.GetFullPath("b.log")), (settings.LogsSql, settings.LogsQueryTimes, settings.LogFile));
        settings = Load(("SQL_ECHO", "1"), ("BIWEEKLYBUDGET_LOG_FILE", ""));
        Assert.Equal((false, false, null), (settings.LogsSql, settings.LogsQueryTimes, settings.LogFile));
    }

    [Fact]
    public void Settings_of_what_is_still_to_come_and_of_what_is_gone_change_nothing_else()
    {
        var fuelAndPlaid = Load(
            ("FUEL_BUDGET_ID", "77"), ("FUEL_VOLUME_UNIT", "Litres"), ("FUEL_VOLUME_ABBREVIATION", ""), ("DISTANCE_UNIT", "<b>"), ("DISTANCE_UNIT_ABBREVIATION", "km"), ("FUEL_ECO_ABBREVIATION", "l/100"),
            ("PLAID_CLIENT_ID", "x"), ("PLAID_SECRET", "x"), ("PLAID_ENV", "nowhere"), ("PLAID_PRODUCTS", ",,"), ("PLAID_COUNTRY_CODES", "?"), ("PLAID_USER_ID", ""));
        var defaults = new BudgetSettings { ConnectionString = "" };
        Assert.Equal(Load(), fuelAndPlaid with
        {
            FuelBudgetId = defaults.FuelBudgetId,
            FuelVolumeUnit = defaults.FuelVolumeUnit,
            FuelVolumeAbbreviation = defaults.FuelVolumeAbbreviation,
            DistanceUnit = defaults.DistanceUnit,
            DistanceUnitAbbreviation = defaults.DistanceUnitAbbreviation,
            FuelEconomyAbbreviation = defaults.FuelEconomyAbbreviation,
            PlaidClientId = null,
            PlaidSecret = null,
            PlaidEnvironment = null,
            PlaidProducts = null,
            PlaidCountryCodes = null,
            PlaidUserId = defaults.PlaidUserId,

            // What is said here cannot be changed by a person.
            Given = Load().Given,
        });
        Assert.True(fuelAndPlaid.IsFixed(HouseholdSettings.DistanceUnit));
        Assert.False(Load().IsFixed(HouseholdSettings.DistanceUnit));
        Assert.Equal(Load(), Load(("STATEMENTS_SAVE_PATH", "no/such/path"), ("TOKEN_PATH", ""), ("VAULT_ADDR", "nowhere"), ("SQL_POOL_PRE_PING", "")));
    }

    [Theory]
    [InlineData("http://www.wsj.com/market-data/bonds/moneyrates", false)]
    [InlineData("http://127.0.0.1:5000/rates", true)]
    [InlineData("https://example.com/rates", true)]
    [InlineData("file:///etc/passwd", false)]
    [InlineData("ftp://127.0.0.1/rates", false)]
    [InlineData("rates", false)]
    public void The_prime_rate_is_read_over_https_or_from_the_own_machine(string address, bool isAllowed)
    {
        if (isAllowed)
        {
            Assert.Equal(address, Load(("PRIME_RATE_URL", address)).PrimeRateAddress!.ToString());
        }
        else
        {
            Assert.Equal("ERROR: PRIME_RATE_URL must be an HTTPS address", Refusal(("PRIME_RATE_URL", address)));
        }
    }

    [Fact]
    public void Without_an_address_nobody_is_asked_for_the_prime_rate()
    {
        Assert.Null(Load().PrimeRateAddress);
        Assert.Null(Load(("PRIME_RATE_URL", " ")).PrimeRateAddress);
    }

    [Fact]
    public void A_log_file_has_an_absolute_path() =>
        Assert.Equal("ERROR: BIWEEKLYBUDGET_LOG_FILE setting of \"logs/b.log\" is not an absolute path", Refusal(("BIWEEKLYBUDGET_LOG_FILE", "logs/b.log")));

    [Fact]
    public void The_folder_for_backups_is_an_absolute_path_or_the_word_off_and_an_empty_one_is_the_default()
    {
        Assert.Equal(Path.GetFullPath("b"), Load(("BACKUP_PATH", Path.GetFullPath("b"))).BackupPath);
        Assert.Equal("Off", Load(("BACKUP_PATH", "Off")).BackupPath);
        Assert.Null(Load(("BACKUP_PATH", " ")).BackupPath);
        Assert.Equal("ERROR: BACKUP_PATH setting of \"b\" is neither an absolute path nor \"off\"", Refusal(("BACKUP_PATH", "b")));
        var file = typeof(SettingsLoaderTests).Assembly.Location;
        Assert.Equal($"ERROR: BACKUP_PATH setting of \"{file}\" names a file where it must name a folder", Refusal(("BACKUP_PATH", file)));
        Assert.Equal("off", SettingsLoader.LoadBackupPath(new Dictionary<string, string?> { ["BACKUP_PATH"] = "/b" }, new Dictionary<string, string?> { ["BACKUP_PATH"] = "off" }));
    }

    [Fact]
    public void Secrets_are_not_in_the_text_of_the_settings()
    {
        var text = Load(("DB_CONNSTRING", "mysql://user:hush@host/d"), ("PLAID_SECRET", "hush"), ("PLAID_CLIENT_ID", "hush"), ("TOKEN_PATH", "hush")).ToString();
        Assert.DoesNotContain("hush", text, StringComparison.Ordinal);
        Assert.Contains("PayPeriodStartDate = 2017-03-17", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("253402300800")] // one second after the year 9999
    [InlineData("-62135596801")] // one second before the year 1
    public void The_clock_freezes_only_at_instants_that_exist(string value) =>
        Assert.Equal("ERROR: env var BIWEEKLYBUDGET_TEST_TIMESTAMP cannot parse as int", Refusal(("BIWEEKLYBUDGET_TEST_TIMESTAMP", value)));

    [Fact]
    public async Task The_frozen_clock_stands_still_while_its_timers_go_on()
    {
        var clock = Load(("BIWEEKLYBUDGET_TEST_TIMESTAMP", "1501223084")).CreateClock();
        Assert.Equal(new DateTimeOffset(2017, 7, 28, 6, 24, 44, TimeSpan.Zero), clock.GetUtcNow());
        await Task.Delay(TimeSpan.FromMilliseconds(20), clock);
        Assert.Equal(new DateTimeOffset(2017, 7, 28, 6, 24, 44, TimeSpan.Zero), clock.GetUtcNow());
        Assert.Equal(TimeSpan.Zero, clock.GetLocalNow().Offset);
    }

    [Fact]
    public void Without_a_test_time_the_clock_is_the_systems() => Assert.Same(TimeProvider.System, Load().CreateClock());

    private static Dictionary<string, string?> Complete() => new()
    {
        ["DB_CONNSTRING"] = "mysql+pymysql://u:p@127.0.0.1:3306/b",
        ["PAY_PERIOD_START_DATE"] = "2017-03-17",
        ["RECONCILE_BEGIN_DATE"] = "2017-01-01",
    };

    private static BudgetSettings Load(params (string Name, string Value)[] environment)
    {
        var all = Complete();
        foreach (var (name, value) in environment)
            all[name] = value;

        return SettingsLoader.LoadStrictly(None, all);
    }

    private static string Refusal((string Name, string Value) variable) => Assert.Throws<SettingsException>(() => Load(variable)).Message;
}
