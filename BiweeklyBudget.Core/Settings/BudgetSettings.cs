using System.Text;
using BiweeklyBudget.Core.Calendar;
using BiweeklyBudget.Core.Money;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Connections;

namespace BiweeklyBudget.Core.Settings;

/// <summary>The program's settings, made by a program itself or read by <see cref="SettingsLoader"/>. Its text shows no connection string and no secret.</summary>
public sealed record BudgetSettings
{
    /// <summary>The value of <see cref="BackupPath"/>, in any case, that turns automatic backups off.</summary>
    public const string NoBackups = "off";

    /// <summary>DB_CONNSTRING: where the database is. Holds a password: never log it.</summary>
    public required string ConnectionString { get; init; }

    /// <summary>PAY_PERIOD_START_DATE: first day of any one pay period. Null only where the host allows it to be unset.</summary>
    public DateOnly? PayPeriodStartDate { get; init; }

    /// <summary>When the user is paid, by <see cref="PayPeriodStartDate"/>.</summary>
    /// <exception cref="InvalidOperationException">It is not set.</exception>
    public PayCalendar PayCalendar => PayCalendar.Fortnightly(PayPeriodStartDate ?? throw new InvalidOperationException("The setting PAY_PERIOD_START_DATE is not set."));

    /// <summary>RECONCILE_BEGIN_DATE: what is dated earlier never counts as unreconciled. Null only where the host allows it to be unset.</summary>
    public DateOnly? ReconcileBeginDate { get; init; }

    /// <summary>STALE_DATA_TIMEDELTA: age in days beyond which account data is stale.</summary>
    public int StaleDataDays { get; init; } = 2;

    /// <summary>DEFAULT_ACCOUNT_ID: account preselected in forms.</summary>
    public int DefaultAccountId { get; init; } = 1;

    /// <summary>FUEL_BUDGET_ID: budget preselected in the fuel form.</summary>
    public int FuelBudgetId { get; init; } = 1;

    /// <summary>CURRENCY_CODE: ISO 4217 code, display only.</summary>
    public string CurrencyCode { get; init; } = "USD";

    /// <summary>The locale that money is shown in: LOCALE_NAME or what stands for it, as given, perhaps with an encoding.</summary>
    public string LocaleName { get; init; } = "en_US";

    /// <summary>The locale as browsers take it: <c>en-US</c>.</summary>
    public string BrowserLocale => Locales.BrowserName(LocaleName);

    /// <summary>BIWEEKLYBUDGET_THEME: the colours of the pages.</summary>
    public ColourTheme Theme { get; init; }

    /// <summary>Whether somebody said that setting up is over. It stands in the database only.</summary>
    public bool IsSetUp { get; init; }

    /// <summary>FUEL_VOLUME_UNIT.</summary>
    public string FuelVolumeUnit { get; init; } = "Gallons";

    /// <summary>FUEL_VOLUME_ABBREVIATION.</summary>
    public string FuelVolumeAbbreviation { get; init; } = "Gal.";

    /// <summary>DISTANCE_UNIT.</summary>
    public string DistanceUnit { get; init; } = "Miles";

    /// <summary>DISTANCE_UNIT_ABBREVIATION.</summary>
    public string DistanceUnitAbbreviation { get; init; } = "Mi.";

    /// <summary>FUEL_ECO_ABBREVIATION.</summary>
    public string FuelEconomyAbbreviation { get; init; } = "MPG";

    /// <summary>FUEL_LEVELS: how full a tank may be, to choose from in the form of a fill; at least two, each label and each percentage once.</summary>
    public IReadOnlyList<FuelLevel> FuelLevels { get; init; } = FuelLevelList.Tenths;

    /// <summary>PLAID_CLIENT_ID, or null.</summary>
    public string? PlaidClientId { get; init; }

    /// <summary>PLAID_SECRET, or null. Never log it.</summary>
    public string? PlaidSecret { get; init; }

    /// <summary>PLAID_ENV: Sandbox, Development or Production in any case, or null.</summary>
    public string? PlaidEnvironment { get; init; }

    /// <summary>PLAID_PRODUCTS: separated by commas, or null.</summary>
    public string? PlaidProducts { get; init; }

    /// <summary>PLAID_COUNTRY_CODES: separated by commas, or null.</summary>
    public string? PlaidCountryCodes { get; init; }

    /// <summary>PLAID_USER_ID.</summary>
    public string? PlaidUserId { get; init; } = "1";

    /// <summary>PRIME_RATE_URL: the page that states the US prime rate, over HTTPS or on this machine; null when nobody is to be asked.</summary>
    public Uri? PrimeRateAddress { get; init; }

    /// <summary>WISHLIST_URL: where Amazon's pages of wish lists are fetched, over HTTPS or on this machine; only scheme, host and port count.</summary>
    public Uri WishlistAddress { get; init; } = new("https://www.amazon.com/");

    /// <summary>
    /// BACKUP_PATH: the folder for automatic backups, an absolute path. Null: a folder <c>backups</c> beside a SQLite file, or, for MySQL, one in the user's data folder.
    /// <see cref="NoBackups"/>: none are made, not even before the database is upgraded.
    /// </summary>
    public string? BackupPath { get; init; }

    /// <summary>BIWEEKLYBUDGET_TEST_TIMESTAMP: the instant at which the clock stands still, or null.</summary>
    public DateTimeOffset? FrozenTime { get; init; }

    /// <summary>BIWEEKLYBUDGET_LOG_FILE: absolute path of the files that the runnable host also writes its log to, one a day, or null.</summary>
    public string? LogFile { get; init; }

    /// <summary>BIWEEKLYBUDGET_LOG_FORMAT is <c>json</c>: the runnable host writes its log as JSON, one object a line.</summary>
    public bool LogsAsJson { get; init; }

    /// <summary>SQL_ECHO is <c>true</c>: SQL is logged.</summary>
    public bool LogsSql { get; init; }

    /// <summary>SQL_QUERY_PROFILE is <c>true</c>: times of queries are logged.</summary>
    public bool LogsQueryTimes { get; init; }

    /// <summary>Checks settings that a program made itself; those of <see cref="SettingsLoader"/> are checked, but for the connection string.</summary>
    /// <exception cref="SettingsException">One is wrong. The message names the setting.</exception>
    /// <exception cref="ConnectionStringException">The connection string is none, or names a file of certificates that cannot be used. The message holds no part of it but that file.</exception>
    public void Check()
    {
        SettingsLoader.Check(this);
        DatabaseConnection.Parse(ConnectionString).CheckFiles();
    }

    /// <summary>The clock: the system's, or one that stands still at <see cref="FrozenTime"/>.</summary>
    /// <returns>A new clock, or the system's.</returns>
    public TimeProvider CreateClock() => FrozenTime is { } time ? new FrozenTimeProvider(time) : TimeProvider.System;

    /// <summary>The format of money that the settings ask for.</summary>
    /// <returns>A new format; keep it.</returns>
    public MoneyFormat CreateMoneyFormat() => new(LocaleName, CurrencyCode);

    /// <summary>
    /// Whether a setting is said where the program is started – by the environment, a file, or the program itself – so that what the database says does not count and nobody can change it there.
    /// </summary>
    /// <param name="setting">The setting, or several: then whether any of them is.</param>
    /// <returns>Whether it is.</returns>
    public bool IsFixed(HouseholdSettings setting) => ((Given ?? OtherThanBuiltIn) & setting) != HouseholdSettings.None;

    /// <summary>The change of the household's settings that changes nothing.</summary>
    /// <returns>The change.</returns>
    /// <exception cref="InvalidOperationException">Nobody has said yet when payday is.</exception>
    public SettingsChange ToChange() => new()
    {
        Payday = PayPeriodStartDate ?? throw new InvalidOperationException("The setting PAY_PERIOD_START_DATE is not set."),
        ReconcileBegin = ReconcileBeginDate ?? throw new InvalidOperationException("The setting RECONCILE_BEGIN_DATE is not set."),
        StaleDataDays = StaleDataDays,
        DefaultAccountId = DefaultAccountId,
        FuelBudgetId = FuelBudgetId,
        CurrencyCode = CurrencyCode,
        LocaleName = LocaleName,
        Theme = Theme,
        FuelVolumeUnit = FuelVolumeUnit,
        FuelVolumeAbbreviation = FuelVolumeAbbreviation,
        DistanceUnit = DistanceUnit,
        DistanceUnitAbbreviation = DistanceUnitAbbreviation,
        FuelEconomyAbbreviation = FuelEconomyAbbreviation,
        IsSetUp = IsSetUp,
    };

    /// <summary>What environment and file say; null where a program made the settings itself.</summary>
    internal HouseholdSettings? Given { get; init; }

    // A program that makes settings says those that it changes.
    private HouseholdSettings OtherThanBuiltIn
    {
        get
        {
            var builtIn = new BudgetSettings { ConnectionString = "" };
            return HouseholdRow.All.Where(row => row.Text(this) != row.Text(builtIn)).Aggregate(HouseholdSettings.None, (all, row) => all | row.Setting);
        }
    }

    /// <summary>
    /// Puts what the database says in the place of what nothing else says. Without any reconcile begin date it is the pay period's, so that it is null only when the payday is.
    /// </summary>
    /// <param name="stored">The settings in the database.</param>
    /// <returns>Settings that know which of them were fixed before.</returns>
    internal BudgetSettings CompletedBy(StoredHousehold stored)
    {
        var completed = this with { Given = Given ?? OtherThanBuiltIn };
        foreach (var row in HouseholdRow.All.Where(row => !IsFixed(row.Setting)))
        {
            completed = row.Apply(completed, stored.Rows.GetValueOrDefault(row.Name));
        }

        return completed with { ReconcileBeginDate = completed.ReconcileBeginDate ?? completed.PayPeriodStartDate };
    }

    // A record would print every property; these alone can stand in a log.
    private bool PrintMembers(StringBuilder text)
    {
        text.Append("PayPeriodStartDate = ").Append(DateText.Day(PayPeriodStartDate))
            .Append(", ReconcileBeginDate = ").Append(DateText.Day(ReconcileBeginDate))
            .Append(", LocaleName = ").Append(LocaleName)
            .Append(", CurrencyCode = ").Append(CurrencyCode);
        return true;
    }
}
