namespace BiweeklyBudget.Hosting.Security.SignIn;

/// <summary>The cookie that holds the secret of a session. Over HTTPS its name keeps the browser from taking it from anybody but this host (RFC 6265bis, prefixes); below a path it is sent there alone.</summary>
internal static class SessionCookie
{
    private const string Name = "bb-session";

    // As long as the session can last at most; the database says when it ends.
    private static readonly TimeSpan Life = TimeSpan.FromDays(30);

    /// <summary>What the browser holds; null when it holds nothing.</summary>
    public static string? Read(HttpRequest request) => request.Cookies[NameFor(request)] is { Length: > 0 } secret ? secret : null;

    /// <summary>Gives the browser a secret to hold.</summary>
    public static void Write(HttpContext context, string secret) => context.Response.Cookies.Append(NameFor(context.Request), secret, OptionsFor(context.Request, Life));

    /// <summary>Takes it away.</summary>
    public static void Delete(HttpContext context) => context.Response.Cookies.Delete(NameFor(context.Request), OptionsFor(context.Request, maxAge: null));

    /// <summary>Its name.</summary>
    public static string NameFor(HttpRequest request) => OwnCookie.NameFor(request, Name);

    private static CookieOptions OptionsFor(HttpRequest request, TimeSpan? maxAge) => OwnCookie.OptionsFor(request, SameSiteMode.Lax, maxAge);
}
