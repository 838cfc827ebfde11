using BiweeklyBudget.Core.Money;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Connections;
using Microsoft.Extensions.Configuration;

namespace BiweeklyBudget.Core.Settings;

/// <summary>Reads and checks the settings. The order of the checks is part of the behaviour: the first fault is the one reported.</summary>
public static class SettingsLoader
{
    private const string DefaultLocale = "en_US";

    // Instants that a DateTimeOffset can hold, in seconds since 1970.
    private static readonly long FirstSecond = DateTimeOffset.MinValue.ToUnixTimeSeconds();
    private static readonly long LastSecond = DateTimeOffset.MaxValue.ToUnixTimeSeconds();

    private static readonly string[] LocaleVariables = ["LC_ALL", "LC_MONETARY", "LANG"];

    /// <summary>Reads the settings as upstream does, or with what a program changes in that (spec/domain.md §1 and D 3).</summary>
    internal static BudgetSettings LoadStrictly(IReadOnlyDictionary<string, string?> file, IReadOnlyDictionary<string, string?> environment, SettingsOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(environment);
        options ??= new SettingsOptions();
        var source = new SettingsSource(file, environment, options);

        var defaultAccountId = (int?)source.Integer(SettingNames.DefaultAccountId, 1);
        var fuelBudgetId = (int?)source.Integer(SettingNames.FuelBudgetId, 1);
        var frozenTime = source.Integer(SettingNames.FrozenTime, null, FirstSecond, LastSecond);
        var staleDataDays = (int?)source.Integer(SettingNames.StaleDataDays, 2);
        var payPeriodStartDate = source.Date(SettingNames.PayPeriodStartDate);
        var reconcileBeginDate = source.Date(SettingNames.ReconcileBeginDate);
        var connectionString = source.NonEmptyText(SettingNames.ConnectionString);
        var currencyCode = source.Text(SettingNames.CurrencyCode, "USD");

        Require(SettingNames.ConnectionString, connectionString is not null);
        Require(SettingNames.DefaultAccountId, defaultAccountId is not null);
        Require(SettingNames.PayPeriodStartDate, payPeriodStartDate is not null);
        Require(SettingNames.ReconcileBeginDate, reconcileBeginDate is not null);
        Require(SettingNames.StaleDataDays, staleDataDays is not null);
        Require(SettingNames.CurrencyCode, currencyCode is not null);

        var localeName = Locale(source);
        Currency(currencyCode);
        var logFile = LogFile(source.NonEmptyText(SettingNames.LogFile));
        var primeRateAddress = WebAddress(SettingNames.PrimeRateAddress, source.NonEmptyText(SettingNames.PrimeRateAddress));
        var wishlistAddress = WebAddress(SettingNames.WishlistAddress, source.NonEmptyText(SettingNames.WishlistAddress));
        var backupPath = BackupPath(source.NonEmptyText(SettingNames.BackupPath));
        var fuelLevels = source.NonEmptyText(SettingNames.FuelLevels);
        var defaults = new BudgetSettings { ConnectionString = connectionString ?? "" };
        return defaults with
        {
            PayPeriodStartDate = payPeriodStartDate,
            ReconcileBeginDate = reconcileBeginDate,
            StaleDataDays = staleDataDays ?? defaults.StaleDataDays,
            DefaultAccountId = defaultAccountId ?? defaults.DefaultAccountId,
            FuelBudgetId = fuelBudgetId ?? defaults.FuelBudgetId,
            CurrencyCode = currencyCode ?? defaults.CurrencyCode,
            LocaleName = localeName,
            Theme = Theme(source.NonEmptyText(SettingNames.Theme)) ?? defaults.Theme,
            Given = GivenBy(source),
            FuelVolumeUnit = source.Text(SettingNames.FuelVolumeUnit) ?? defaults.FuelVolumeUnit,
            FuelVolumeAbbreviation = source.Text(SettingNames.FuelVolumeAbbreviation) ?? defaults.FuelVolumeAbbreviation,
            DistanceUnit = source.Text(SettingNames.DistanceUnit) ?? defaults.DistanceUnit,
            DistanceUnitAbbreviation = source.Text(SettingNames.DistanceUnitAbbreviation) ?? defaults.DistanceUnitAbbreviation,
            FuelEconomyAbbreviation = source.Text(SettingNames.FuelEconomyAbbreviation) ?? defaults.FuelEconomyAbbreviation,
            FuelLevels = fuelLevels is null ? defaults.FuelLevels : FuelLevelList.Read(fuelLevels),
            PlaidClientId = source.Text(SettingNames.PlaidClientId),
            PlaidSecret = source.Text(SettingNames.PlaidSecret),
            PlaidEnvironment = source.Text(SettingNames.PlaidEnvironment),
            PlaidProducts = source.Text(SettingNames.PlaidProducts),
            PlaidCountryCodes = source.Text(SettingNames.PlaidCountryCodes),
            PlaidUserId = source.Text(SettingNames.PlaidUserId, defaults.PlaidUserId),
            PrimeRateAddress = primeRateAddress,
            WishlistAddress = wishlistAddress ?? defaults.WishlistAddress,
            BackupPath = backupPath,
            FrozenTime = frozenTime is { } seconds ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null,
            LogFile = logFile,
            LogsAsJson = source.IsWord(SettingNames.LogFormat, "json"),
            LogsSql = source.IsTrue(SettingNames.LogSql),
            LogsQueryTimes = source.IsTrue(SettingNames.LogQueryTimes),
        };

        void Require(string name, bool isSet)
        {
            if (!isSet && !options.Optional.Contains(name))
                throw new SettingsException($"ERROR: setting or environment variable \"{name}\" must be set");
        }
    }

    /// <summary>
    /// Reads the settings as every program of ours does: without a connection string the database is a SQLite file in the user's data folder, and the dates may be unset, to be
    /// asked for and kept in the database.
    /// </summary>
    /// <param name="file">Values of the settings file by name; an explicit null unsets a default.</param>
    /// <param name="environment">Environment variables; they win over the file.</param>
    /// <returns>Checked settings.</returns>
    /// <exception cref="SettingsException">A setting is wrong; the message is the line for stderr.</exception>
    /// <exception cref="ConnectionStringException">No database is named and the user has no data folder.</exception>
    public static BudgetSettings Load(IReadOnlyDictionary<string, string?> file, IReadOnlyDictionary<string, string?> environment)
    {
        var defaults = new Dictionary<string, string?> { [SettingNames.ConnectionString] = LoadConnectionString(file, environment) };
        var settings = LoadStrictly(file, environment, new SettingsOptions { Optional = new HashSet<string> { SettingNames.PayPeriodStartDate, SettingNames.ReconcileBeginDate }, Defaults = defaults });
        CheckWhatUpstreamTakes(new SettingsSource(file, environment, new SettingsOptions()));
        return settings;
    }

    /// <summary>Reads where the database is, and nothing else.</summary>
    /// <param name="file">Values of the settings file by name.</param>
    /// <param name="environment">Environment variables; they win over the file.</param>
    /// <returns>The setting's value, or the SQLite file in the user's data folder when it is not set.</returns>
    /// <exception cref="ConnectionStringException">No database is named and the user has no data folder.</exception>
    public static string LoadConnectionString(IReadOnlyDictionary<string, string?> file, IReadOnlyDictionary<string, string?> environment)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(environment);
        return new SettingsSource(file, environment, new SettingsOptions()).NonEmptyText(SettingNames.ConnectionString) ?? DefaultDatabase.ConnectionString;
    }

    /// <summary>Reads where automatic backups go, and nothing else.</summary>
    /// <param name="file">Values of the settings file by name.</param>
    /// <param name="environment">Environment variables; they win over the file.</param>
    /// <returns>A value for <see cref="BudgetSettings.BackupPath"/>; null when it is not set.</returns>
    /// <exception cref="SettingsException">It is neither an absolute path nor <see cref="BudgetSettings.NoBackups"/>, or names a file.</exception>
    public static string? LoadBackupPath(IReadOnlyDictionary<string, string?> file, IReadOnlyDictionary<string, string?> environment)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(environment);
        return BackupPath(new SettingsSource(file, environment, new SettingsOptions()).NonEmptyText(SettingNames.BackupPath));
    }

    /// <summary>Reads the settings from a configuration, with the same defaults.</summary>
    /// <param name="configuration">The configuration, or the section that holds the settings.</param>
    /// <returns>Checked settings.</returns>
    /// <exception cref="SettingsException">A setting is wrong.</exception>
    /// <exception cref="ConnectionStringException">No database is named and the user has no data folder.</exception>
    public static BudgetSettings Load(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var values = configuration.GetChildren().Where(setting => setting.Value is not null).ToDictionary(setting => setting.Key, setting => setting.Value, StringComparer.OrdinalIgnoreCase);
        return Load(values, LocaleVariables.Where(values.ContainsKey).ToDictionary(name => name, name => values[name], StringComparer.Ordinal));
    }

    /// <summary>Checks settings that a program made itself.</summary>
    /// <exception cref="SettingsException">One is wrong.</exception>
    internal static void Check(BudgetSettings settings)
    {
        if (string.IsNullOrWhiteSpace(settings.ConnectionString))
        {
            throw new SettingsException($"ERROR: setting \"{SettingNames.ConnectionString}\" must be set");
        }

        Locale(settings.LocaleName);
        Currency(settings.CurrencyCode);
        LogFile(settings.LogFile);
        WebAddress(SettingNames.PrimeRateAddress, settings.PrimeRateAddress?.ToString());
        WebAddress(SettingNames.WishlistAddress, settings.WishlistAddress.ToString());
        BackupPath(settings.BackupPath);
        FuelLevelList.Check(settings.FuelLevels);
    }

    /// <summary>Upstream takes what means nothing as if it were not set, or fails later; a mistake is better said at the start.</summary>
    private static void CheckWhatUpstreamTakes(SettingsSource source)
    {
        source.RequireWord(SettingNames.LogSql, "true", "false");
        source.RequireWord(SettingNames.LogQueryTimes, "true", "false");
        source.RequireWord(SettingNames.LogFormat, "text", "json");
        source.RequireWord(SettingNames.PlaidEnvironment, "Sandbox", "Development", "Production");
        source.RequireNotNegative(SettingNames.StaleDataDays);
        source.RequireNotNegative(SettingNames.DefaultAccountId);
        source.RequireNotNegative(SettingNames.FuelBudgetId);
    }

    // The locale of the machine is a default, which a person may want otherwise.
    private static HouseholdSettings GivenBy(SettingsSource source) => HouseholdRow.All
        .Where(row => row.Setting != HouseholdSettings.SetUp && !string.IsNullOrWhiteSpace(source.Text(row.Name)) && (row.Setting != HouseholdSettings.Locale || !Locales.MeansNothing(source.Text(row.Name))))
        .Aggregate(HouseholdSettings.None, (all, row) => all | row.Setting);

    private static ColourTheme? Theme(string? text) =>
        text is null ? null : HouseholdRow.ThemeOf(text) ?? throw new SettingsException($"ERROR: {SettingNames.Theme} setting of \"{text}\" is neither system, light nor dark");

    private static string Locale(SettingsSource source)
    {
        var name = source.Text(SettingNames.LocaleName);
        if (name is null || Locales.MeansNothing(name))
            name = source.FirstVariable(LocaleVariables, variable => !Locales.MeansNothing(variable)) ?? DefaultLocale;

        return Locale(name);
    }

    private static string Locale(string name) =>
        Locales.IsKnown(name)
            ? name
            : throw new SettingsException($"ERROR: LOCALE_NAME setting of \"{name}\" is not a valid BCP 47 Language Tag. See <https://tools.ietf.org/html/bcp47> for more information.");

    private static void Currency(string? code)
    {
        if (code is not null && !Currencies.IsKnown(code))
            throw new SettingsException($"ERROR: CURRENCY_CODE setting of \"{code}\" is not a valid currency code. See <https://en.wikipedia.org/wiki/ISO_4217> for more information and a list of valid codes.");
    }

    private static string? LogFile(string? path) =>
        path is null || Path.IsPathFullyQualified(path) ? path : throw new SettingsException($"ERROR: {SettingNames.LogFile} setting of \"{path}\" is not an absolute path");

    private static string? BackupPath(string? path)
    {
        if (path is null || string.Equals(path, BudgetSettings.NoBackups, StringComparison.OrdinalIgnoreCase))
        {
            return path;
        }

        // Host and tool, which may run in different folders, must mean the same one.
        if (!Path.IsPathFullyQualified(path) || path.Contains('\0', StringComparison.Ordinal))
        {
            throw new SettingsException($"ERROR: {SettingNames.BackupPath} setting of \"{path}\" is neither an absolute path nor \"{BudgetSettings.NoBackups}\"");
        }

        return File.Exists(path) ? throw new SettingsException($"ERROR: {SettingNames.BackupPath} setting of \"{path}\" names a file where it must name a folder") : path;
    }

    private static Uri? WebAddress(string name, string? text)
    {
        if (text is null)
        {
            return null;
        }

        return Uri.TryCreate(text, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback))
            ? address
            : throw new SettingsException($"ERROR: {name} must be an HTTPS address");
    }
}
