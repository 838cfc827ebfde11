using Microsoft.Net.Http.Headers;

namespace BiweeklyBudget.Hosting.Security;

/// <summary>Requests that were refused before they were looked at, in the log: whoever looks after the program sees that somebody tries. Queries are left out, they may be about somebody's money.</summary>
internal static partial class Refusals
{
    private const int LongestText = 100;

    /// <summary>A request that another site's page made a browser send.</summary>
    public static void OtherSite(ILogger logger, HttpContext context) => LogOtherSite(
        logger,
        context.Request.Method,
        Shown(context.Request.PathBase.Add(context.Request.Path).ToUriComponent()),
        context.Connection.RemoteIpAddress?.ToString() ?? "a socket",
        Shown(context.Request.Headers["Sec-Fetch-Site"].ToString()),
        Shown(context.Request.Headers[HeaderNames.Origin].ToString()));

    /// <summary>A request for a host name that is not answered.</summary>
    public static void OtherHost(ILogger logger, HttpContext context) => LogOtherHost(
        logger,
        context.Request.Method,
        Shown(context.Request.PathBase.Add(context.Request.Path).ToUriComponent()),
        context.Connection.RemoteIpAddress?.ToString() ?? "a socket",
        Shown(context.Request.Host.Value ?? ""));

    /// <summary>A request of somebody who is signed in, or of a token, for what is not his.</summary>
    public static void OtherRole(ILogger logger, HttpContext context, string name) => LogOtherRole(
        logger,
        context.Request.Method,
        Shown(context.Request.PathBase.Add(context.Request.Path).ToUriComponent()),
        context.Connection.RemoteIpAddress?.ToString() ?? "a socket",
        Shown(name));

    /// <summary>A text of somebody else's as it may stand in a log: short, of one line, printable.</summary>
    internal static string Shown(string text) =>
        string.Concat((text.Length > LongestText ? text[..LongestText] + "…" : text).Select(letter => char.IsControl(letter) || char.IsSurrogate(letter) || letter is '\u2028' or '\u2029' ? '?' : letter));

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Method} {Path} from {Address} was refused: another site's page asked for it (Sec-Fetch-Site \"{Site}\", Origin \"{Origin}\").")]
    private static partial void LogOtherSite(ILogger logger, string method, string path, string address, string site, string origin);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Method} {Path} from {Address} was refused: neither the role nor the token of {Name} allows it.")]
    private static partial void LogOtherRole(ILogger logger, string method, string path, string address, string name);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Method} {Path} from {Address} was refused: the host name \"{Host}\" is not answered here (AllowedHosts).")]
    private static partial void LogOtherHost(ILogger logger, string method, string path, string address, string host);
}
