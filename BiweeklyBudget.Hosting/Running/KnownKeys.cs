using BiweeklyBudget.Core.Settings;

namespace BiweeklyBudget.Hosting.Running;

/// <summary>The keys that a settings file may have. One that nobody reads is a mistake that would show in no other way.</summary>
internal static class KnownKeys
{
    private const string Any = "*";

    private static readonly string[] Settings =
    [
        SettingNames.ConnectionString, SettingNames.PayPeriodStartDate, SettingNames.ReconcileBeginDate, SettingNames.StaleDataDays, SettingNames.DefaultAccountId, SettingNames.FuelBudgetId,
        SettingNames.CurrencyCode, SettingNames.LocaleName, SettingNames.Theme, SettingNames.FuelVolumeUnit, SettingNames.FuelVolumeAbbreviation, SettingNames.DistanceUnit, SettingNames.DistanceUnitAbbreviation,
        SettingNames.FuelEconomyAbbreviation, SettingNames.FuelLevels, SettingNames.PlaidClientId, SettingNames.PlaidSecret, SettingNames.PlaidEnvironment, SettingNames.PlaidProducts, SettingNames.PlaidCountryCodes,
        SettingNames.PlaidUserId, SettingNames.PrimeRateAddress, SettingNames.WishlistAddress, SettingNames.BackupPath, SettingNames.FrozenTime, SettingNames.LogFile, SettingNames.LogFormat, SettingNames.LogSql, SettingNames.LogQueryTimes,

        // Upstream's, which change nothing (docs/guide/settings.md).
        "STATEMENTS_SAVE_PATH", "TOKEN_PATH", "VAULT_ADDR", "SQL_POOL_PRE_PING",
    ];

    private static readonly string[] Framework =
    [
        ServerSettings.PathBase, NamedProxies.Setting, NamedProxies.EarlierSetting, RequestRates.Setting, SignInSetting.Name, ProxySignIn.Setting, ServerSettings.Addresses, ServerSettings.HttpPorts, ServerSettings.HttpsPorts, ServerSettings.AllowedHosts, "Kestrel", "Serilog", "Logging", "ConnectionStrings",
        "https_port", "environment", "DetailedErrors", ServerSettings.ShutdownSeconds, "$schema", .. TelemetrySettings.Names,
    ];

    private static readonly string[] Certificate = ["Path", "KeyPath", "Password", "Subject", "Store", "Location", "AllowInvalid"];
    private static readonly string[] Endpoint = ["Url", "Protocols", "SslProtocols", "ClientCertificateMode", "Certificate", "Sni"];

    // By the path of the section; a star stands for a name that is the user's to choose. What is not here may have any keys.
    private static readonly Dictionary<string, string[]> Below = new(StringComparer.OrdinalIgnoreCase)
    {
        [""] = [.. Settings, .. Framework],
        ["Kestrel"] = ["Endpoints", "EndpointDefaults", "Certificates"],
        ["Kestrel:EndpointDefaults"] = Endpoint,
        ["Kestrel:Endpoints"] = [Any],
        ["Kestrel:Endpoints:*"] = Endpoint,
        ["Kestrel:Endpoints:*:Certificate"] = Certificate,
        ["Kestrel:Endpoints:*:Sni"] = [Any],
        ["Kestrel:Endpoints:*:Sni:*"] = ["Protocols", "SslProtocols", "ClientCertificateMode", "Certificate"],
        ["Kestrel:Endpoints:*:Sni:*:Certificate"] = Certificate,
        ["Kestrel:Certificates"] = [Any],
        ["Kestrel:Certificates:*"] = Certificate,
        ["Serilog"] = ["Using", "MinimumLevel", "LevelSwitches", "FilterSwitches", "WriteTo", "AuditTo", "Enrich", "Destructure", "Filter", "Properties"],
        ["Serilog:MinimumLevel"] = ["Default", "Override", "ControlledBy"],
    };

    /// <summary>The names that a settings file may have at its top.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Settings, .. Framework];

    /// <summary>Whether it is the name of a setting of the program's own.</summary>
    public static bool IsSetting(string name) => Settings.Contains(name, StringComparer.OrdinalIgnoreCase);

    /// <summary>The first key that nobody reads, in words.</summary>
    /// <param name="file">The file's contents.</param>
    /// <returns>The end of a sentence about the file; null when all keys are known.</returns>
    public static string? FaultOf(IConfiguration file) => FaultOf(file, "");

    private static string? FaultOf(IConfiguration section, string path)
    {
        if (!Below.TryGetValue(path, out var known))
        {
            return null;
        }

        foreach (var key in section.GetChildren())
        {
            if (known is not [Any] && !known.Contains(key.Key, StringComparer.OrdinalIgnoreCase))
            {
                return $"has the key \"{key.Path}\", which is not known.{(NearestWord.To(key.Key, known) is { } nearest ? $" Did you mean \"{nearest}\"?" : "")}";
            }

            if (path.Length == 0 && IsSetting(key.Key) && key.GetChildren().Any())
            {
                return $"has an object or a list under \"{key.Path}\", which must be a text or a number.";
            }

            if (FaultOf(key, known is [Any] ? $"{path}:{Any}" : path.Length == 0 ? key.Key : $"{path}:{key.Key}") is { } fault)
            {
                return fault;
            }
        }

        return null;
    }
}
