namespace BiweeklyBudget.Hosting.Security.SignIn;

/// <summary>What the cookies that hold secrets have in common. Over HTTPS a name keeps the browser from taking one from anybody but this host (RFC 6265bis, prefixes); below a path it is sent there alone.</summary>
internal static class OwnCookie
{
    /// <summary>The name of a cookie as the browser knows it.</summary>
    public static string NameFor(HttpRequest request, string name) => (request.IsHttps, request.PathBase.HasValue) switch
    {
        (true, false) => "__Host-" + name,
        (true, true) => "__Secure-" + name,
        _ => name,
    };

    /// <summary>How the browser keeps it.</summary>
    public static CookieOptions OptionsFor(HttpRequest request, SameSiteMode sameSite, TimeSpan? maxAge) => new()
    {
        Path = request.PathBase.HasValue ? request.PathBase.ToUriComponent() : "/",
        HttpOnly = true,
        Secure = request.IsHttps,
        SameSite = sameSite,
        MaxAge = maxAge,
        IsEssential = true,
    };
}
