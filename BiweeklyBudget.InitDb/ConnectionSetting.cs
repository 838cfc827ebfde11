using System.Text.Json;
using BiweeklyBudget.Core.Settings;
using BiweeklyBudget.Core.Storage;

namespace BiweeklyBudget.InitDb;

/// <summary>Finds DB_CONNSTRING where the web host finds it: environment, then appsettings.json, then the embedded default.</summary>
internal static class ConnectionSetting
{
    /// <exception cref="ConnectionStringException">The file cannot be read, or there is no default for this user.</exception>
    public static string Read(string folder)
    {
        // A blank value counts as unset, as in the web host. The file is not looked at when the environment says it.
        var value = Environment.GetEnvironmentVariable(SettingNames.ConnectionString);
        var path = Path.Combine(folder, "appsettings.json");
        var file = string.IsNullOrWhiteSpace(value) && File.Exists(path) ? ReadFile(path) : null;
        return SettingsLoader.LoadConnectionString(Named(file), Named(value));
    }

    private static Dictionary<string, string?> Named(string? value) => new() { [SettingNames.ConnectionString] = value };

    private static string? ReadFile(string file)
    {
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(file), new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            if (json.RootElement.ValueKind != JsonValueKind.Object)
            {
                throw new ConnectionStringException($"cannot be read: {file} is not a JSON object.");
            }

            // Names of settings in that file are compared ignoring case, as the web host does.
            var value = json.RootElement.EnumerateObject().FirstOrDefault(p => string.Equals(p.Name, SettingNames.ConnectionString, StringComparison.OrdinalIgnoreCase)).Value;
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
