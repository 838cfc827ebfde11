using Microsoft.AspNetCore.Http.Features;

namespace BiweeklyBudget.Hosting.Features.Statements;

/// <summary>
/// A bank's transaction id as the last part of an address. It may hold any character, slashes too (spec/http-api.md, fix 16);
/// the server decodes an address's path only in part, therefore the id is read from the address as it was sent.
/// </summary>
internal static class FitIdAddress
{
    /// <summary>The id of an address.</summary>
    /// <param name="context">The request.</param>
    /// <param name="segments">How many segments of the path, below the app's, stand before the id.</param>
    /// <param name="routed">What routing makes of the id, for servers that do not keep the address.</param>
    public static string Read(HttpContext context, int segments, string routed)
    {
        var path = context.Features.Get<IHttpRequestFeature>()?.RawTarget.Split('?')[0];
        if (string.IsNullOrEmpty(path) || path[0] != '/')
        {
            return routed;
        }

        var before = 1 + segments + context.Request.PathBase.Value!.Count(c => c == '/');
        var parts = path.Split('/', before + 1);
        return parts.Length > before ? Uri.UnescapeDataString(parts[before]) : routed;
    }

    /// <summary>Address of a bank transaction's page, below the app's.</summary>
    public static string Page(int accountId, string fitId) => FormattableString.Invariant($"~/ofx/{accountId}/{Uri.EscapeDataString(fitId)}");

    /// <summary>Address of its dialog, below the app's.</summary>
    public static string Dialog(int accountId, string fitId) => FormattableString.Invariant($"~/dialogs/ofx/{accountId}?fitid={Uri.EscapeDataString(fitId)}");
}
