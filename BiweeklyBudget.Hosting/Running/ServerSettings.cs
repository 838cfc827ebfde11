using System.Globalization;
using System.Security.Authentication;
using BiweeklyBudget.Core.Settings;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Serilog.Events;

namespace BiweeklyBudget.Hosting.Running;

/// <summary>
/// Checks the settings that only the runnable host has, or that the framework reads: it would find the mistakes when the database has been opened, say them in many
/// lines, or not at all.
/// </summary>
internal sealed class ServerSettings
{
    /// <summary>The path that the pages are below.</summary>
    public const string PathBase = "PATH_BASE";

    /// <summary>The addresses to serve at; <c>ASPNETCORE_URLS</c> in the environment.</summary>
    public const string Addresses = "urls";

    /// <summary>Ports to serve at, on all addresses of the machine.</summary>
    public const string HttpPorts = "HTTP_PORTS";

    /// <summary>Ports to serve at with TLS.</summary>
    public const string HttpsPorts = "HTTPS_PORTS";

    /// <summary>The host names that are answered.</summary>
    public const string AllowedHosts = "AllowedHosts";

    /// <summary>How long the host waits for requests when it is told to end.</summary>
    public const string ShutdownSeconds = "shutdownTimeoutSeconds";

    private const string DefaultCertificate = "Kestrel:Certificates:Default";

    private readonly IConfiguration _configuration;
    private readonly string _folder;
    private readonly IReadOnlyCollection<string> _words;

    private ServerSettings(IConfiguration configuration, string folder, IReadOnlyCollection<string> words)
    {
        _configuration = configuration;
        _folder = folder;
        _words = words;
    }

    /// <summary>Checks all of them.</summary>
    /// <param name="configuration">What command line, environment and files say.</param>
    /// <param name="folder">The folder that relative paths of certificates are in.</param>
    /// <param name="words">The command line.</param>
    /// <exception cref="SettingsException">One is wrong.</exception>
    public static void Check(IConfiguration configuration, string folder, IReadOnlyCollection<string> words)
    {
        var settings = new ServerSettings(configuration, folder, words);
        settings.CheckValue(Addresses, ServerAddress.FaultOfList);
        settings.CheckValue(HttpPorts, ServerAddress.FaultOfPorts);
        settings.CheckValue(HttpsPorts, ServerAddress.FaultOfPorts);
        settings.CheckValue(PathBase, FaultOfPathBase);
        settings.CheckValue(AllowedHosts, FaultOfHosts);
        settings.CheckValue(ShutdownSeconds, text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _) ? null : "is no number of seconds");
        settings.CheckValue(SignInSetting.Name, SignInSetting.FaultOf);
        settings.CheckValue(ProxySignIn.Setting, ProxySignIn.FaultOf);
        settings.CheckEndpoints();
        settings.CheckLevels();
        SignInSetting.Check(configuration);
        ProxySignIn.Check(configuration);
    }

    /// <summary>Whether any of them says where to serve.</summary>
    public static bool NameAnAddress(IConfiguration configuration) =>
        new[] { Addresses, HttpPorts, HttpsPorts }.Any(key => !string.IsNullOrEmpty(configuration[key])) || configuration.GetSection("Kestrel:Endpoints").Exists();

    /// <summary>What is wrong with a path that the pages are to be below.</summary>
    /// <returns>The end of a sentence about it; null when nothing is.</returns>
    public static string? FaultOfPathBase(string path) =>
        path is "/" || (path.StartsWith('/') && !path.EndsWith('/') && path[1..].Split('/').All(part => part.Length > 0 && part is not ("." or "..") && part.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.' or '~')))
            ? null
            : "is no path such as /money: a slash, then letters, digits, - . _ ~, without a slash at the end";

    private static string? FaultOfHosts(string names) =>
        names.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).FirstOrDefault(name => name != "*" && Uri.CheckHostName(name.StartsWith("*.", StringComparison.Ordinal) ? name[2..] : name) == UriHostNameType.Unknown) is { } wrong
            ? $"has \"{wrong}\", which is no host name: it stands without http:// and without a port"
            : null;

    private void CheckValue(string key, Func<string, string?> faultOf)
    {
        // An empty variable counts as unset; an empty option is a mistake.
        if (_configuration[key] is { } value && (value.Length > 0 || IsOnCommandLine(key)) && faultOf(value) is { } fault)
        {
            throw new SettingsException($"ERROR: {NameOf(key, value)} {fault}");
        }
    }

    // The framework has a setting under several names; the user knows the one that he used.
    private string NameOf(string key, string value)
    {
        var variable = key.ToUpperInvariant();
        return IsOnCommandLine(key)
            ? key == PathBase ? "--path-base" : "--" + key
            : new[] { "ASPNETCORE_" + variable, "DOTNET_" + variable, variable }.FirstOrDefault(name => Environment.GetEnvironmentVariable(name) == value) ?? key;
    }

    private bool IsOnCommandLine(string key) => _words.Any(word => word.StartsWith($"--{key}=", StringComparison.Ordinal));

    private void CheckEndpoints()
    {
        if (IsOnCommandLine(Addresses) && _configuration.GetSection("Kestrel:Endpoints").Exists())
        {
            throw new SettingsException("ERROR: --urls and Kestrel:Endpoints both say where to serve; leave one of them out");
        }

        foreach (var certificate in _configuration.GetSection("Kestrel:Certificates").GetChildren())
        {
            CheckCertificate(certificate);
        }

        CheckWords(_configuration.GetSection("Kestrel:EndpointDefaults"));
        var needsDefault = ServerAddress.IsSecure(_configuration[Addresses] ?? "") || _configuration[HttpsPorts] is { Length: > 0 };
        foreach (var endpoint in _configuration.GetSection("Kestrel:Endpoints").GetChildren())
        {
            var address = endpoint["Url"] ?? throw new SettingsException($"ERROR: {endpoint.Path} has no Url");
            CheckValue(endpoint.Path + ":Url", ServerAddress.FaultOfList);
            CheckWords(endpoint);
            var own = endpoint.GetSection("Certificate");
            CheckCertificate(own);
            var byName = endpoint.GetSection("Sni").GetChildren().ToList();
            byName.ForEach(CheckName);
            needsDefault |= ServerAddress.IsSecure(address) && !ServerCertificate.IsNamed(own) && (byName.Count == 0 || byName.Exists(name => !ServerCertificate.IsNamed(name.GetSection("Certificate"))));
        }

        if (needsDefault && !ServerCertificate.IsNamed(_configuration.GetSection(DefaultCertificate)) && !ServerCertificate.HasDevelopmentCertificate())
        {
            throw new SettingsException($"ERROR: an https:// address needs a certificate: {DefaultCertificate}:Path is not set");
        }
    }

    // What holds for a host name of an endpoint.
    private void CheckName(IConfigurationSection name)
    {
        CheckWords(name);
        CheckCertificate(name.GetSection("Certificate"));
    }

    private void CheckCertificate(IConfigurationSection section)
    {
        if (ServerCertificate.FaultOf(section, _folder) is { } fault)
        {
            throw new SettingsException($"ERROR: {section.Path} {fault}");
        }
    }

    private static void CheckWords(IConfigurationSection endpoint)
    {
        CheckWord<HttpProtocols>(endpoint.GetSection("Protocols"));
        CheckWord<ClientCertificateMode>(endpoint.GetSection("ClientCertificateMode"));
        foreach (var protocol in endpoint.GetSection("SslProtocols").GetChildren())
        {
            CheckWord<SslProtocols>(protocol);
        }
    }

    private void CheckLevels()
    {
        var levels = _configuration.GetSection("Serilog:MinimumLevel");
        CheckWord<LogEventLevel>(levels);
        CheckWord<LogEventLevel>(levels.GetSection("Default"));
        foreach (var level in levels.GetSection("Override").GetChildren())
        {
            CheckWord<LogEventLevel>(level);
        }
    }

    private static void CheckWord<T>(IConfigurationSection key)
        where T : struct, Enum
    {
        // A level may be named by a switch, which begins with a dollar sign.
        if (key.Value is { Length: > 0 } word && !word.StartsWith('$') && !Enum.GetNames<T>().Contains(word, StringComparer.OrdinalIgnoreCase))
        {
            throw new SettingsException($"ERROR: {key.Path} setting of \"{word}\" is none of {string.Join(", ", Enum.GetNames<T>())}");
        }
    }
}
