using System.Globalization;
using System.Net;
using System.Threading.RateLimiting;
using BiweeklyBudget.Core.Settings;
using BiweeklyBudget.Hosting.Security;
using Microsoft.AspNetCore.RateLimiting;

namespace BiweeklyBudget.Hosting.Running;

/// <summary>
/// How many requests an address may make: a person needs some hundred a minute, a program that tries passwords or all records needs more. Scripts on the machine itself are not counted unless the setting
/// says a number, because behind a proxy that is not named in <see cref="NamedProxies"/> everybody seems to come from there.
/// </summary>
internal static partial class RequestRates
{
    /// <summary>Requests a minute that an address may make, or <c>off</c>.</summary>
    public const string Setting = "RATE_LIMIT";

    private const string Off = "off";
    private const int Default = 1200;

    /// <summary>What is wrong with a value.</summary>
    /// <returns>The end of a sentence about it; null when nothing is.</returns>
    public static string? FaultOf(string text) =>
        string.Equals(text, Off, StringComparison.OrdinalIgnoreCase) || NumberIn(text) is > 0 ? null : $"is neither a number of requests a minute from 1 to {int.MaxValue} nor \"{Off}\"";

    /// <summary>Makes the limit known to the framework.</summary>
    /// <exception cref="SettingsException">The setting is wrong.</exception>
    public static void Add(WebApplicationBuilder builder)
    {
        if (builder.Configuration[Setting] is { Length: > 0 } text && FaultOf(text) is { } fault)
        {
            throw new SettingsException($"ERROR: {Setting} {fault}");
        }

        builder.Services.AddOptions<RateLimiterOptions>().Configure<IConfiguration, ILoggerFactory>((options, configuration, loggers) =>
        {
            var logger = loggers.CreateLogger(typeof(RequestRates).FullName!);
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context => PartitionOf(context, configuration[Setting]));
            options.OnRejected = (rejected, cancellationToken) => RefuseAsync(rejected, logger, cancellationToken);
        });
        builder.Services.AddRateLimiter(_ => { });
    }

    /// <summary>Refuses what is too much, before anything else is done for it but to find out who asks.</summary>
    public static void Use(WebApplication app)
    {
        if (!string.Equals(app.Configuration[Setting], Off, StringComparison.OrdinalIgnoreCase))
        {
            app.UseRateLimiter();
        }
    }

    private static RateLimitPartition<string> PartitionOf(HttpContext context, string? setting)
    {
        var given = NumberIn(setting ?? "");
        var address = context.Connection.RemoteIpAddress is { IsIPv4MappedToIPv6: true } mapped ? mapped.MapToIPv4() : context.Connection.RemoteIpAddress;
        if (given is null && (address is null || IPAddress.IsLoopback(address)))
        {
            return RateLimitPartition.GetNoLimiter("");
        }

        // A window that slides in six steps: nobody gets twice as much by asking around the turn of a minute.
        return RateLimitPartition.GetSlidingWindowLimiter(KeyOf(address), _ => new SlidingWindowRateLimiterOptions { PermitLimit = given ?? Default, Window = TimeSpan.FromMinutes(1), SegmentsPerWindow = 6, QueueLimit = 0 });
    }

    // Somebody with an IPv6 network has as many addresses as he likes; the network is his name.
    private static string KeyOf(IPAddress? address) =>
        address is { AddressFamily: System.Net.Sockets.AddressFamily.InterNetworkV6 } ? new IPAddress([.. address.GetAddressBytes()[..8], .. new byte[8]]) + "/64" : address?.ToString() ?? "socket";

    private static async ValueTask RefuseAsync(OnRejectedContext rejected, ILogger logger, CancellationToken cancellationToken)
    {
        var context = rejected.HttpContext;
        LogRefused(logger, context.Request.Method, Refusals.Shown(context.Request.Path.ToUriComponent()), context.Connection.RemoteIpAddress?.ToString() ?? "a socket");
        context.Response.Headers.RetryAfter = "60";
        context.Response.ContentType = "text/plain; charset=utf-8";
        await context.Response.WriteAsync("Too many requests in a minute; please try again in a minute. Nothing was done.", cancellationToken);
    }

    private static int? NumberIn(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Method} {Path} from {Address} was refused: too many requests in a minute (RATE_LIMIT).")]
    private static partial void LogRefused(ILogger logger, string method, string path, string address);
}
