using System.Collections;
using System.Globalization;
using BiweeklyBudget.Core.Settings;
using BiweeklyBudget.Core.Storage;

namespace BiweeklyBudget.Hosting.Running;

/// <summary>Reads the settings of the runnable host: command line, else environment, else <c>appsettings.json</c> in the current folder, else the defaults (design.md, Settings).</summary>
internal static class HostSettings
{
    private const string DatabaseFile = "budget.db";

    /// <summary>Reads the settings.</summary>
    /// <exception cref="SettingsException">One is missing or wrong.</exception>
    /// <exception cref="ConnectionStringException">No database is named and the user has no data folder.</exception>
    public static BudgetSettings Load(HostArguments arguments)
    {
        var variables = Variables();
        var file = File(variables);
        if (arguments.DataFolder is { } folder)
        {
            variables[SettingNames.ConnectionString] = InFolder(folder, file, variables);
        }

        return Read(file, variables);
    }

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

        // The framework reads it, so its mistakes count.
        File(environment);
        environment[SettingNames.ConnectionString] = connectionString;
        environment[SettingNames.BackupPath] = BudgetSettings.NoBackups;
        environment[SettingNames.PayPeriodStartDate] = payday.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        environment[SettingNames.ReconcileBeginDate] = payday.AddDays(-56).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return SettingsLoader.Load(new Dictionary<string, string?>(), environment);
    }

    /// <summary>The database in a folder, as a connection string.</summary>
    /// <param name="folder">The folder of the command line.</param>
    /// <param name="file">The settings file by name.</param>
    /// <param name="environment">The environment variables by name.</param>
    /// <exception cref="SettingsException">The folder cannot be one, or the settings name another database.</exception>
    public static string InFolder(string folder, IReadOnlyDictionary<string, string?> file, IReadOnlyDictionary<string, string?> environment)
    {
        if (!string.IsNullOrWhiteSpace(environment.GetValueOrDefault(SettingNames.ConnectionString)) || !string.IsNullOrWhiteSpace(file.GetValueOrDefault(SettingNames.ConnectionString)))
        {
            throw new SettingsException($"ERROR: --data-folder and {SettingNames.ConnectionString} both say where the database is; leave one of them out");
        }

        if (string.IsNullOrWhiteSpace(folder) || folder.Contains('?', StringComparison.Ordinal) || folder.Contains('\0', StringComparison.Ordinal))
        {
            throw new SettingsException("ERROR: --data-folder names no folder that a database can be in");
        }

        var path = Path.GetFullPath(folder);
        return System.IO.File.Exists(path) ? throw new SettingsException($"ERROR: --data-folder names {path}, which is a file") : "sqlite:///" + Path.Combine(path, DatabaseFile);
    }

    private static Dictionary<string, string?> Variables() =>
        Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().ToDictionary(e => (string)e.Key, e => (string?)e.Value, StringComparer.Ordinal);

    private static IReadOnlyDictionary<string, string?> File(Dictionary<string, string?> variables) =>
        SettingsFile.Read(Directory.GetCurrentDirectory(), variables.GetValueOrDefault("ASPNETCORE_ENVIRONMENT") ?? variables.GetValueOrDefault("DOTNET_ENVIRONMENT") ?? Environments.Production);
}
