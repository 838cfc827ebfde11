namespace BiweeklyBudget.Core.Settings;

/// <summary>What a host changes in the reading of settings.</summary>
internal sealed record SettingsOptions
{
    /// <summary>Names of settings that may be unset though they are required.</summary>
    public IReadOnlySet<string> Optional { get; init; } = new HashSet<string>();

    /// <summary>Values below the settings file, by name; they take the place of built-in defaults.</summary>
    public IReadOnlyDictionary<string, string?> Defaults { get; init; } = new Dictionary<string, string?>();
}
