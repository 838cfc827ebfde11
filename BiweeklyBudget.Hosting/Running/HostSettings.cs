using System.Collections;
using System.Globalization;
using BiweeklyBudget.Core.Settings;
using BiweeklyBudget.Core.Storage;

namespace BiweeklyBudget.Hosting.Running;

/// <summary>Reads the settings of the runnable host: environment, else <c>appsettings.json</c> in the current folder, else the defaults (design.md, Settings).</summary>
internal static class HostSettings
{
    /// <summary>Reads the settings.</summary>
    /// <exception cref="SettingsException">One is missing or wrong.</exception>
    /// <exception cref="ConnectionStringException">No database is named and the user has no data folder.</exception>
    public static BudgetSettings Load() => Read(File(), Variables());

    /// <summary>Reads the settings from what was found.</summary>
    /// <param name="file">The settings file by name.</param>
    /// <param name="environment">The environment variables by name.</param>
    /// <exception cref="SettingsException">One is missing or wrong.</exception>
    /// <exception cref="ConnectionStringException">No database is named and the user has no data folder.</exception>
    public static BudgetSettings Read(IReadOnlyDictionary<string, string?> file, IReadOnlyDictionary<string, string?> environment) =>
        SettingsLoader.Load(file, environment);

    /// <summary>Settings of the demo: what concerns the look comes from the user, database and payday from the demo.</summary>
    /// <exception cref="SettingsException">One is wrong.</exception>
    public static BudgetSettings LoadForDemo(string connectionString, DateOnly payday)
    {
        var environment = Variables();
        environment[SettingNames.ConnectionString] = connectionString;
        environment[SettingNames.BackupPath] = BudgetSettings.NoBackups;
        environment[SettingNames.PayPeriodStartDate] = payday.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        environment[SettingNames.ReconcileBeginDate] = payday.AddDays(-56).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return SettingsLoader.Load(new Dictionary<string, string?>(), environment);
    }

    private static Dictionary<string, string?> Variables() =>
        Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().ToDictionary(e => (string)e.Key, e => (string?)e.Value, StringComparer.Ordinal);

    private static Dictionary<string, string?> File()
    {
        try
        {
            var file = new ConfigurationBuilder().SetBasePath(Directory.GetCurrentDirectory()).AddJsonFile("appsettings.json", optional: true).Build();
            return file.GetChildren().Where(s => s.Value is not null).ToDictionary(s => s.Key, s => s.Value, StringComparer.OrdinalIgnoreCase);
        }
        catch (InvalidDataException exception)
        {
            throw new SettingsException("ERROR: appsettings.json in the current folder is not valid JSON", exception);
        }
    }
}
