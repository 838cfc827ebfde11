using Microsoft.Net.Http.Headers;

namespace BiweeklyBudget.Hosting.Security;

/// <summary>Where a request comes from, as far as the browser says so. Scripts say nothing.</summary>
internal static class RequestOrigin
{
    private const string Site = "Sec-Fetch-Site";

    /// <summary>Whether a request that may change something was made by another site's page. "same-site" is another one too: on localhost every other port is the same site.</summary>
    public static bool IsOtherSite(HttpRequest request)
    {
        if (request.Headers[Site].ToString() is { Length: > 0 } site)
        {
            return site is not ("same-origin" or "none");
        }

        if (request.Headers[HeaderNames.Origin].ToString() is { Length: > 0 } origin)
        {
            return !IsOwn(origin, request);
        }

        // What an old browser, or one on a plain network, still says of the page before.
        return request.Headers[HeaderNames.Referer].ToString() is { Length: > 0 } referer && !IsOwn(referer, request);
    }

    /// <summary>Whether another site's page reads something into itself. Somebody who follows a link to here does not.</summary>
    public static bool IsOtherSitesRead(HttpRequest request) =>
        request.Headers[Site].ToString() is "cross-site" or "same-site"
        && !(request.Headers["Sec-Fetch-Mode"] == "navigate" && request.Headers["Sec-Fetch-Dest"].ToString() is "document" or "");

    /// <summary>Whether the browser says that one of our own pages made the request.</summary>
    public static bool IsOwnPage(HttpRequest request) =>
        request.Headers[Site].ToString() is { Length: > 0 } site ? site == "same-origin" : request.Headers[HeaderNames.Origin].ToString() is { Length: > 0 } origin && IsOwn(origin, request);

    /// <summary>Whether a browser that names an origin shows a page of the host that was called, by the same scheme or by HTTPS: a proxy that ends TLS need not have said so.</summary>
    public static bool IsOwnOrSafer(string origin, HttpRequest request) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || IsOwnScheme(uri, request)) && IsOwnHost(uri, request);

    private static bool IsOwn(string origin, HttpRequest request) => Uri.TryCreate(origin, UriKind.Absolute, out var uri) && IsOwnScheme(uri, request) && IsOwnHost(uri, request);

    private static bool IsOwnScheme(Uri uri, HttpRequest request) => string.Equals(uri.Scheme, request.Scheme, StringComparison.OrdinalIgnoreCase);

    private static bool IsOwnHost(Uri uri, HttpRequest request) =>
        request.Host.HasValue
        && string.Equals(uri.Authority, new UriBuilder(uri.Scheme, request.Host.Host, request.Host.Port ?? -1).Uri.Authority, StringComparison.OrdinalIgnoreCase);
}
