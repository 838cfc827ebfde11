namespace BiweeklyBudget.Hosting.Running;

/// <summary>What the command line says.</summary>
internal sealed record HostArguments
{
    /// <summary>Whether a throw-away database with sample data is served.</summary>
    public bool IsDemo { get; init; }

    /// <summary>The addresses to serve at, separated by semicolons; null for what the settings say.</summary>
    public string? Addresses { get; init; }

    /// <summary>Full path of the folder for the SQLite file and its backups; null for what the settings say.</summary>
    public string? DataFolder { get; init; }

    /// <summary>The path that the pages are below; null for what the settings say.</summary>
    public string? PathBase { get; init; }

    /// <summary>The same for the framework, whose words outrank every other configuration.</summary>
    public string[] ToFramework() =>
    [
        .. Addresses is null ? [] : new[] { "--urls=" + Addresses },
        .. PathBase is null ? [] : new[] { $"--{ServerSettings.PathBase}={PathBase}" },
    ];
}
