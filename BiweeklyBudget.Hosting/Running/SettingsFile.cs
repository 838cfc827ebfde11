using System.Text.Json;
using BiweeklyBudget.Core.Settings;

namespace BiweeklyBudget.Hosting.Running;

/// <summary>
/// The settings file of the runnable host: <c>appsettings.json</c> in the current folder. The framework reads a second one for its own settings, named after the
/// environment, such as <c>appsettings.Production.json</c>.
/// </summary>
internal static class SettingsFile
{
    /// <summary>The file's name.</summary>
    public const string Name = "appsettings.json";

    /// <summary>Reads the settings and checks what else is in the files.</summary>
    /// <param name="folder">The current folder.</param>
    /// <param name="environment">The framework's environment, for example <c>Production</c>.</param>
    /// <returns>The settings by name, ignoring case; none when there is no file.</returns>
    /// <exception cref="SettingsException">A file cannot be read, or has a key that nobody reads.</exception>
    public static IReadOnlyDictionary<string, string?> Read(string folder, string environment)
    {
        var file = Parse(folder, Name);
        var second = $"appsettings.{environment}.json";
        if (Parse(folder, second).GetChildren().FirstOrDefault(key => KnownKeys.IsSetting(key.Key)) is { } misplaced)
        {
            throw new SettingsException($"ERROR: {second} has \"{misplaced.Key}\", which is read from {Name} and the environment only");
        }

        return file.GetChildren().Where(key => key.Value is not null).ToDictionary(key => key.Key, key => key.Value, StringComparer.OrdinalIgnoreCase);
    }

    private static IConfigurationRoot Parse(string folder, string name)
    {
        try
        {
            var file = new ConfigurationBuilder().SetBasePath(folder).AddJsonFile(name, optional: true).Build();
            return KnownKeys.FaultOf(file) is { } fault ? throw new SettingsException($"ERROR: {name} {fault}") : file;
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            throw new SettingsException($"ERROR: {name} in the current folder {FaultOf(exception)}", exception);
        }
    }

    private static string FaultOf(Exception exception)
    {
        for (Exception? cause = exception; cause is not null; cause = cause.InnerException)
        {
            switch (cause)
            {
                case JsonException { LineNumber: { } line }:
                    return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"is not valid JSON (line {line + 1})");
                case UnauthorizedAccessException or IOException:
                    return "cannot be read";
            }
        }

        // A key twice, or a list or a text in the place of the object.
        return "is not valid JSON, is no object, or has a key twice";
    }
}
