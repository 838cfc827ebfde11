using BiweeklyBudget.Core.Settings;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.HostFiltering;
using Serilog;
using Serilog.Events;

namespace BiweeklyBudget.Hosting.Running;

/// <summary>What the runnable host decides and an embedding program decides for itself: address, host names, log, limits.</summary>
internal static class HostDefaults
{
    private const string Address = "http://127.0.0.1:8080";

    // An account's whole history as OFX is a few megabytes; more is a mistake or an attack.
    private const long LargestBody = 12 * 1024 * 1024;

    /// <summary>Begins the host; command line, environment and appsettings.json win over the defaults.</summary>
    /// <exception cref="SettingsException">The log file cannot be written.</exception>
    public static WebApplicationBuilder CreateBuilder(string[] args, BudgetSettings settings)
    {
        var builder = WebApplication.CreateBuilder(args);
        CheckLogFile(settings);
        Apply(builder, settings);
        return builder;
    }

    private static void Apply(WebApplicationBuilder builder, BudgetSettings settings)
    {
        // Names other than the loopback's are answered only when told so (DNS rebinding). Of no names the framework would make all names.
        builder.Services.AddOptions<HostFilteringOptions>().Configure<IConfiguration>((filter, configuration) => filter.AllowedHosts = AllowedHosts(configuration));
        if (builder.Configuration[WebHostDefaults.ServerUrlsKey] is null && builder.Configuration["HTTP_PORTS"] is null && builder.Configuration["HTTPS_PORTS"] is null && !builder.Configuration.GetSection("Kestrel:Endpoints").Exists())
        {
            builder.WebHost.UseUrls(Address);
        }

        // Nothing of the app is signed or encrypted yet; without this, the framework would keep keys in the user's folder.
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestBody;
        });
        builder.Host.UseSerilog((_, log) => Configure(log, settings));
    }

    /// <summary>The host names that are answered: those of the setting <c>AllowedHosts</c>, or the loopback's when it names none.</summary>
    public static string[] AllowedHosts(IConfiguration configuration) =>
        configuration["AllowedHosts"]?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) is { Length: > 0 } names ? names : ["localhost", "127.0.0.1", "[::1]"];

    // The log itself would say nothing when it cannot write.
    private static void CheckLogFile(BudgetSettings settings)
    {
        if (settings.LogFile is not { } file)
        {
            return;
        }

        try
        {
            using var stream = new FileStream(file, FileMode.Append, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new SettingsException($"ERROR: {SettingNames.LogFile}: the file \"{file}\" cannot be written", exception);
        }
    }

    private static void Configure(LoggerConfiguration log, BudgetSettings settings)
    {
        log.MinimumLevel.Information()
            .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
            .MinimumLevel.Override("Microsoft.Hosting.Lifetime", LogEventLevel.Information)

            // The first failing check is in the log as the begin of an outage (OutageLog).
            .MinimumLevel.Override("Microsoft.Extensions.Diagnostics.HealthChecks", LogEventLevel.Fatal)

            // A start that fails is one line on stderr (HostProgram).
            .MinimumLevel.Override("Microsoft.Extensions.Hosting.Internal.Host", LogEventLevel.Fatal)
            .Enrich.FromLogContext()
            .WriteTo.Console(formatProvider: System.Globalization.CultureInfo.InvariantCulture);
        if (settings.LogFile is { } file)
        {
            log.WriteTo.File(file, formatProvider: System.Globalization.CultureInfo.InvariantCulture, shared: true);
        }
    }
}
