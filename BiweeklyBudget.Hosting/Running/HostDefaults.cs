using BiweeklyBudget.Core.Settings;
using BiweeklyBudget.Hosting.Security;
using Microsoft.AspNetCore.HostFiltering;
using Serilog;

namespace BiweeklyBudget.Hosting.Running;

/// <summary>What the runnable host decides and an embedding program decides for itself: address, host names, log, limits.</summary>
internal static class HostDefaults
{
    private const string Address = "http://127.0.0.1:8080";

    // Settings are read once, so nothing is to be told of their files' changes; the framework would watch the whole folder that the program is started in, with all below it.
    private const string UnwatchedFiles = "--hostBuilder:reloadConfigOnChange=false";

    // An account's whole history as OFX is a few megabytes; more is a mistake or an attack.
    private const long LargestBody = 12 * 1024 * 1024;

    // Lists that are filtered in many ways fit; headers that a browser sends are a few hundred bytes each.
    private const int LargestLine = 8 * 1024;
    private const int LargestHeaders = 32 * 1024;
    private const int MostHeaders = 100;

    // A household's browsers open six each.
    private const int MostConnections = 1000;

    /// <summary>Begins the host; command line, environment and appsettings.json win over the defaults.</summary>
    /// <exception cref="SettingsException">A setting is wrong, or the log file cannot be written.</exception>
    public static WebApplicationBuilder CreateBuilder(string[] args, BudgetSettings settings)
    {
        var builder = WebApplication.CreateBuilder([UnwatchedFiles, .. args]);
        settings.Check();
        ServerSettings.Check(builder.Configuration, builder.Environment.ContentRootPath, args);
        NamedProxies.Add(builder);
        RequestRates.Add(builder);
        HostTelemetry.Add(builder);
        Apply(builder, settings);
        return builder;
    }

    private static void Apply(WebApplicationBuilder builder, BudgetSettings settings)
    {
        // Names other than the loopback's are answered only when told so (DNS rebinding). The mount refuses the others, with the headers of all answers and a line in the log; the framework would without.
        builder.Services.Configure<HostFilteringOptions>(filter => filter.AllowedHosts = ["*"]);
        if (!ServerSettings.NameAnAddress(builder.Configuration))
        {
            builder.WebHost.UseUrls(Address);
        }

        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestBody;
            kestrel.Limits.MaxRequestLineSize = LargestLine;
            kestrel.Limits.MaxRequestHeadersTotalSize = LargestHeaders;
            kestrel.Limits.MaxRequestHeaderCount = MostHeaders;
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
            kestrel.Limits.MaxConcurrentConnections = MostConnections;
            ServerRefusals.Add(kestrel);
        });
        builder.Host.UseSerilog(HostLog.Create(builder.Configuration, settings), dispose: true);
    }

    /// <summary>The host names that are answered: those of the setting <c>AllowedHosts</c>, or the loopback's when it names none.</summary>
    public static string[] AllowedHosts(IConfiguration configuration) =>
        configuration[ServerSettings.AllowedHosts]?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) is { Length: > 0 } names ? names : ["localhost", "127.0.0.1", "[::1]"];
}
