using System.Net;
using BiweeklyBudget.Core.Settings;
using Microsoft.AspNetCore.HttpOverrides;
using IPNetwork = System.Net.IPNetwork;

namespace BiweeklyBudget.Hosting.Running;

/// <summary>
/// The reverse proxies whose word is taken for where a request came from and whether it came by HTTPS (<c>X-Forwarded-For</c>, <c>X-Forwarded-Proto</c>).
/// Anybody can send these headers, so nobody is believed unless the setting names him. The host name is not among them: a proxy passes <c>Host</c> on.
/// </summary>
internal static class NamedProxies
{
    /// <summary>Addresses and networks, separated by semicolons; <c>unix</c> is whoever may open the Unix socket that is served.</summary>
    public const string Setting = "TRUSTED_PROXIES";

    /// <summary>The setting's earlier name.</summary>
    public const string EarlierSetting = "FORWARDED_FROM";

    private const string Unix = "unix";

    // Connections over a Unix socket have no address. They get one that no network connection can have.
    private static readonly IPAddress UnixPeer = IPAddress.Broadcast;

    /// <summary>Makes the setting known to the framework.</summary>
    /// <exception cref="SettingsException">It is wrong.</exception>
    public static void Add(WebApplicationBuilder builder)
    {
        _ = Read(builder.Configuration);
        builder.Services.AddOptions<ForwardedHeadersOptions>().Configure<IConfiguration>((options, configuration) =>
        {
            options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            options.KnownProxies.Clear();
            options.KnownIPNetworks.Clear();

            // As many proxies in a row as are named; the first one that is not is where the request came from.
            options.ForwardLimit = null;
            foreach (var network in Read(configuration))
            {
                options.KnownIPNetworks.Add(network);
            }
        });
    }

    /// <summary>Reads the headers before anything else of the program looks at the request.</summary>
    public static void Use(WebApplication app)
    {
        if (Read(app.Configuration).Count == 0)
        {
            return;
        }

        app.Use((context, next) =>
        {
            context.Connection.RemoteIpAddress ??= UnixPeer;
            return next(context);
        });
        ProxySignIn.Use(app);
        app.UseForwardedHeaders();
    }

    /// <summary>The addresses and networks that are named.</summary>
    /// <exception cref="SettingsException">The setting is wrong.</exception>
    public static List<IPNetwork> Read(IConfiguration configuration)
    {
        var (names, earlier) = (configuration[Setting] ?? "", configuration[EarlierSetting] ?? "");
        if (names.Length > 0 && earlier.Length > 0 && names != earlier)
        {
            throw new SettingsException($"ERROR: {Setting} and {EarlierSetting}, its earlier name, say two things; leave {EarlierSetting} out");
        }

        var setting = names.Length > 0 ? Setting : EarlierSetting;
        return [.. (names.Length > 0 ? names : earlier).Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(name => Network(name, setting))];
    }

    private static IPNetwork Network(string name, string setting)
    {
        if (string.Equals(name, Unix, StringComparison.OrdinalIgnoreCase))
        {
            return Single(UnixPeer);
        }

        return IPAddress.TryParse(name, out var address) ? Single(address)
            : IPNetwork.TryParse(name, out var network) ? network
            : throw new SettingsException($"ERROR: {setting}: \"{name}\" is no IP address, no network such as 10.0.0.0/8 and not \"{Unix}\"");
    }

    private static IPNetwork Single(IPAddress address) => new(address, address.GetAddressBytes().Length * 8);
}
