using System.Text.Json;
using BiweeklyBudget.Core.Settings;
using BiweeklyBudget.Core.Storage;

namespace BiweeklyBudget.InitDb;

/// <summary>Finds DB_CONNSTRING and BACKUP_PATH where the web host finds them: environment, then appsettings.json, then the default.</summary>
internal static class ConnectionSetting
{
    /// <exception cref="ConnectionStringException">The file cannot be read, or there is no default for this user.</exception>
    public static string Read(Surroundings surroundings)
    {
        var (file, environment) = Find(SettingNames.ConnectionString, surroundings);
        return SettingsLoader.LoadConnectionString(file, environment);
    }

    /// <summary>Where automatic backups go; null for the default.</summary>
    /// <exception cref="ConnectionStringException">The file cannot be read.</exception>
    /// <exception cref="SettingsException">The setting is wrong.</exception>
    public static string? ReadBackupPath(Surroundings surroundings)
    {
        var (file, environment) = Find(SettingNames.BackupPath, surroundings);
        return SettingsLoader.LoadBackupPath(file, environment);
    }

    private static (Dictionary<string, string?> File, Dictionary<string, string?> Environment) Find(string name, Surroundings surroundings)
    {
        // A blank value counts as unset, as in the web host. The file is not looked at when the environment says it.
        var value = surroundings.Variable(name);
        var path = Path.Combine(surroundings.Folder, "appsettings.json");
        var file = string.IsNullOrWhiteSpace(value) && File.Exists(path) ? ReadFile(path, name) : null;
        return (new() { [name] = file }, new() { [name] = value });
    }

    private static string? ReadFile(string file, string name)
    {
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(file), new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            if (json.RootElement.ValueKind != JsonValueKind.Object)
            {
                throw new ConnectionStringException($"cannot be read: {file} is not a JSON object.");
            }

            // Names of settings in that file are compared ignoring case, as the web host does.
            var value = json.RootElement.EnumerateObject().FirstOrDefault(p => string.Equals(p.Name, name, StringComparison.OrdinalIgnoreCase)).Value;
            return value.ValueKind switch
            {
                JsonValueKind.Undefined or JsonValueKind.Null => null,
                JsonValueKind.String => value.GetString(),
                _ => throw new ConnectionStringException($"is not a text in {file}."),
            };
        }
        catch (Exception exception) when (exception is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new ConnectionStringException($"cannot be read: {file} is unreadable or not valid JSON.");
        }
    }
}
