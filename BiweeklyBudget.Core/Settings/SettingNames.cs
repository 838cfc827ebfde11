namespace BiweeklyBudget.Core.Settings;

/// <summary>Names of the settings, in the environment and in the settings file.</summary>
public static class SettingNames
{
    /// <summary>Where the database is.</summary>
    public const string ConnectionString = "DB_CONNSTRING";

    /// <summary>First day of any one pay period.</summary>
    public const string PayPeriodStartDate = "PAY_PERIOD_START_DATE";

    /// <summary>Day before which nothing counts as unreconciled.</summary>
    public const string ReconcileBeginDate = "RECONCILE_BEGIN_DATE";

    /// <summary>Days beyond which account data is stale.</summary>
    public const string StaleDataDays = "STALE_DATA_TIMEDELTA";

    /// <summary>Account preselected in forms.</summary>
    public const string DefaultAccountId = "DEFAULT_ACCOUNT_ID";

    /// <summary>Budget preselected in the fuel form.</summary>
    public const string FuelBudgetId = "FUEL_BUDGET_ID";

    /// <summary>ISO 4217 code for display.</summary>
    public const string CurrencyCode = "CURRENCY_CODE";

    /// <summary>Locale for display.</summary>
    public const string LocaleName = "LOCALE_NAME";

    /// <summary>Colours of the pages: <c>system</c>, <c>light</c> or <c>dark</c>.</summary>
    public const string Theme = "BIWEEKLYBUDGET_THEME";

    /// <summary>Fuel label.</summary>
    public const string FuelVolumeUnit = "FUEL_VOLUME_UNIT";

    /// <summary>Fuel label.</summary>
    public const string FuelVolumeAbbreviation = "FUEL_VOLUME_ABBREVIATION";

    /// <summary>Fuel label.</summary>
    public const string DistanceUnit = "DISTANCE_UNIT";

    /// <summary>Fuel label.</summary>
    public const string DistanceUnitAbbreviation = "DISTANCE_UNIT_ABBREVIATION";

    /// <summary>Fuel label.</summary>
    public const string FuelEconomyAbbreviation = "FUEL_ECO_ABBREVIATION";

    /// <summary>How full a tank may be: labels and percentages.</summary>
    public const string FuelLevels = "FUEL_LEVELS";

    /// <summary>Plaid client id.</summary>
    public const string PlaidClientId = "PLAID_CLIENT_ID";

    /// <summary>Plaid secret.</summary>
    public const string PlaidSecret = "PLAID_SECRET";

    /// <summary>Plaid environment.</summary>
    public const string PlaidEnvironment = "PLAID_ENV";

    /// <summary>Plaid products, separated by commas.</summary>
    public const string PlaidProducts = "PLAID_PRODUCTS";

    /// <summary>Plaid country codes, separated by commas.</summary>
    public const string PlaidCountryCodes = "PLAID_COUNTRY_CODES";

    /// <summary>Plaid user id.</summary>
    public const string PlaidUserId = "PLAID_USER_ID";

    /// <summary>Address of the page that states the US prime rate.</summary>
    public const string PrimeRateAddress = "PRIME_RATE_URL";

    /// <summary>Address of the shop whose wish lists are copied into projects.</summary>
    public const string WishlistAddress = "WISHLIST_URL";

    /// <summary>Folder for automatic backups, or <c>off</c>.</summary>
    public const string BackupPath = "BACKUP_PATH";

    /// <summary>Unix time at which the clock stands still; tests only.</summary>
    public const string FrozenTime = "BIWEEKLYBUDGET_TEST_TIMESTAMP";

    /// <summary>File that the log is also written to.</summary>
    public const string LogFile = "BIWEEKLYBUDGET_LOG_FILE";

    /// <summary>How the log is written: <c>text</c> or <c>json</c>.</summary>
    public const string LogFormat = "BIWEEKLYBUDGET_LOG_FORMAT";

    /// <summary>Whether SQL is logged.</summary>
    public const string LogSql = "SQL_ECHO";

    /// <summary>Whether times of queries are logged.</summary>
    public const string LogQueryTimes = "SQL_QUERY_PROFILE";
}
