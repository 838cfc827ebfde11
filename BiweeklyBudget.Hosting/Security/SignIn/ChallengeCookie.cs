namespace BiweeklyBudget.Hosting.Security.SignIn;

/// <summary>The cookie that says which challenge this browser was given: another one's answer to it is of no use.</summary>
internal static class ChallengeCookie
{
    private const string Name = "bb-challenge";

    // As long as the challenge is of use; the database says when that ends.
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(5);

    /// <summary>Gives the browser the key of a challenge.</summary>
    public static void Write(HttpContext context, string key) => context.Response.Cookies.Append(NameFor(context), key, OptionsFor(context, Life));

    /// <summary>The key that the browser holds, which is taken from it; null when it holds none.</summary>
    public static string? Take(HttpContext context)
    {
        context.Response.Cookies.Delete(NameFor(context), OptionsFor(context, maxAge: null));
        return context.Request.Cookies[NameFor(context)] is { Length: > 0 } key ? key : null;
    }

    private static string NameFor(HttpContext context) => OwnCookie.NameFor(context.Request, Name);

    private static CookieOptions OptionsFor(HttpContext context, TimeSpan? maxAge) => OwnCookie.OptionsFor(context.Request, SameSiteMode.Strict, maxAge);
}
