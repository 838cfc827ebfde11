using System.Net;
using BiweeklyBudget.Core.Settings;
using BiweeklyBudget.Hosting.Security.SignIn;
using IPNetwork = System.Net.IPNetwork;

namespace BiweeklyBudget.Hosting.Running;

/// <summary>
/// A header in which a reverse proxy says whom it has signed in, as Authelia, Authentik and others do (docs/adr/0046). Anybody can send it, so it counts from the proxies of <c>TRUSTED_PROXIES</c> alone, and
/// is taken out of every request before anything else looks at it.
/// </summary>
internal sealed partial class ProxySignIn(string header, IReadOnlyCollection<IPNetwork> proxies, ILogger<ProxySignIn> logger)
{
    /// <summary>Name of the setting: the header's name, for example <c>Remote-User</c>.</summary>
    public const string Setting = "AUTH_PROXY_HEADER";

    // What the program reads itself.
    private static readonly string[] Taken = ["Host", "Cookie", "Authorization", "Origin", "Referer"];

    private int _ignored;

    /// <summary>Whether the setting is made.</summary>
    public static bool IsOn(IConfiguration configuration) => configuration[Setting] is { Length: > 0 };

    /// <summary>What is wrong with a value.</summary>
    /// <returns>The end of a sentence about it; null when nothing is.</returns>
    public static string? FaultOf(string value) =>
        value.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_') && char.IsAsciiLetter(value[0]) && !IsTaken(value) ? null : "is no name of a header such as Remote-User";

    /// <summary>Refuses what would let everybody in, or nobody.</summary>
    /// <exception cref="SettingsException">No proxy is named, or nobody has to sign in.</exception>
    public static void Check(IConfiguration configuration)
    {
        if (!IsOn(configuration))
        {
            return;
        }

        if (NamedProxies.Read(configuration).Count == 0)
        {
            throw new SettingsException($"ERROR: {Setting} is believed from the proxies that {NamedProxies.Setting} names; it names none");
        }

        if (!SignInSetting.IsRequired(configuration))
        {
            throw new SettingsException($"ERROR: {Setting} says who has signed in, and {SignInSetting.Name} says that nobody does; leave one of them out");
        }
    }

    /// <summary>Reads the header, where the setting is made. It comes before what else proxies say is read: that replaces the proxy's address by the browser's.</summary>
    public static void Use(WebApplication app)
    {
        if (app.Configuration[Setting] is { Length: > 0 } header)
        {
            var reader = new ProxySignIn(header, NamedProxies.Read(app.Configuration), app.Services.GetRequiredService<ILogger<ProxySignIn>>());
            app.Use((context, next) =>
            {
                reader.Read(context);
                return next(context);
            });
        }
    }

    private static bool IsTaken(string header) => Taken.Contains(header, StringComparer.OrdinalIgnoreCase) || header.StartsWith("Sec-", StringComparison.OrdinalIgnoreCase);

    private void Read(HttpContext context)
    {
        if (!context.Request.Headers.Remove(header, out var said))
        {
            return;
        }

        if (!IsBelieved(context.Connection.RemoteIpAddress))
        {
            if (Interlocked.Exchange(ref _ignored, 1) == 0)
            {
                LogIgnored(header, context.Connection.RemoteIpAddress);
            }

            return;
        }

        // Said twice, it is not known which one the proxy has checked.
        if (said is [{ Length: > 0 } name] && !string.IsNullOrWhiteSpace(name))
        {
            context.Features.Set(new ProxiedUser(name.Trim()));
        }
    }

    private bool IsBelieved(IPAddress? address) =>
        address is not null && proxies.Any(proxy => proxy.Contains(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address));

    [LoggerMessage(Level = LogLevel.Warning, Message = "The header {Header} from {Address} was ignored: TRUSTED_PROXIES does not name that address. This is said once.")]
    private partial void LogIgnored(string header, IPAddress? address);
}
