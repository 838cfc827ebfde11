using BiweeklyBudget.Core;
using BiweeklyBudget.Core.Users;
using BiweeklyBudget.Hosting.Composition;
using Microsoft.Net.Http.Headers;

namespace BiweeklyBudget.Hosting.Security.SignIn;

/// <summary>
/// Lets in whom the book's own list of users knows, where the program's own sign-in is in force (docs/adr/0039). What a route asks stands in its metadata: paths have many spellings, and a route
/// that was forgotten is closed. A browser that opens a page is led to where one signs in; everybody else is told 401.
/// </summary>
internal sealed class OwnSignIn(RequestDelegate next, ILogger<OwnSignIn> logger)
{
    private const string Bearer = "Bearer ";

    public async Task InvokeAsync(HttpContext context)
    {
        if (!context.Current().Served.AsksForSignIn)
        {
            await next(context);
            return;
        }

        var book = context.Book();
        book.Place = PlaceOf(context);
        var needs = context.GetEndpoint()?.Metadata.GetMetadata<NeedsAttribute>();
        var access = AccessTo(needs, context.Request.Method);
        if (access == Access.Anyone)
        {
            await next(context);
            return;
        }

        var visitor = await FindAsync(context, book);
        if (visitor?.May(access, needs?.AlsoFor ?? TokenScopes.None) == true)
        {
            book.Who = visitor.User.Name;
            book.Place = visitor.Token is { } token ? $"{PlaceOf(context)}, token {token}" : PlaceOf(context);
            context.Response.Headers.CacheControl = "no-store";
            await next(context);
            return;
        }

        if (visitor is null)
        {
            await AskAsync(context);
            return;
        }

        Refusals.OtherRole(logger, context, visitor.User.Name);
        await RefuseAsync(context);
    }

    /// <summary>Who has sent a request; null for nobody. It is asked once a request.</summary>
    public static async Task<Visitor?> FindAsync(HttpContext context, BudgetBook book)
    {
        if (context.Features.Get<LookedUp>() is { } known)
        {
            return known.Visitor;
        }

        var visitor = await LookUpAsync(context.Request, book);
        context.Features.Set(new LookedUp(visitor));
        return visitor;
    }

    /// <summary>Who has sent a request, as far as it is known already; null for nobody. Nothing is asked.</summary>
    public static Visitor? Known(HttpContext context) => context.Features.Get<LookedUp>()?.Visitor;

    /// <summary>Whether somebody is signed in who may not save. Nothing is asked.</summary>
    public static bool ReadsOnly(HttpContext context) => Known(context) is { MaySave: false };

    // For the audit log.
    private static string PlaceOf(HttpContext context) => context.Connection.RemoteIpAddress switch
    {
        null => "a socket",
        { IsIPv4MappedToIPv6: true } address => address.MapToIPv4().ToString(),
        { } address => address.ToString(),
    };

    // A script that says who it is means that, whatever cookies are sent along.
    private static async Task<Visitor?> LookUpAsync(HttpRequest request, BudgetBook book)
    {
        var aborted = request.HttpContext.RequestAborted;
        if (request.Headers.Authorization.ToString() is { } header && header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase))
        {
            return await book.Tokens.FindAsync(header[Bearer.Length..].Trim(), aborted) is { } token ? new Visitor(token.User, SessionId: null, token.Scopes, token.Name) : null;
        }

        var visitor = SessionCookie.Read(request) is { } secret && await book.Sessions.FindAsync(secret, aborted) is { } session ? new Visitor(session.User, session.Id, TokenScopes.None) { ConfirmedAt = session.ConfirmedAt } : null;
        return request.HttpContext.Features.Get<ProxiedUser>() is { } proxied && !string.Equals(visitor?.User.Name, proxied.Name, StringComparison.OrdinalIgnoreCase)
            ? await book.Users.FindAsync(proxied.Name, aborted) is { IsDisabled: false } user ? new Visitor(user, SessionId: null, TokenScopes.None) { IsProxied = true } : null
            : visitor;
    }

    private static Access AccessTo(NeedsAttribute? needs, string method) => needs?.Access switch
    {
        null or Access.ByMethod => HttpMethods.IsGet(method) || HttpMethods.IsHead(method) ? Access.Read : Access.Write,
        { } access => access,
    };

    private static Task AskAsync(HttpContext context)
    {
        var request = context.Request;
        if (HttpMethods.IsGet(request.Method) && FormPages.IsNavigation(request) && (context.GetEndpoint() is null || SignInPages.IsPage(context.GetEndpoint())))
        {
            var back = request.Path == "/" ? QueryString.Empty : QueryString.Create("return", request.Path.ToUriComponent() + request.QueryString.ToUriComponent());
            context.Response.Headers.CacheControl = "no-store";
            context.Response.Redirect(request.PathBase.ToUriComponent() + SignInPages.SignIn + back);
            return Task.CompletedTask;
        }

        context.Response.Headers.WWWAuthenticate = "Bearer";
        return AnswerAsync(context, StatusCodes.Status401Unauthorized, "You are not signed in. Nothing was saved; sign in and try again.");
    }

    private static Task RefuseAsync(HttpContext context) => AnswerAsync(context, StatusCodes.Status403Forbidden, "You may not do this: your role, or your token, does not allow it. Nothing was saved.");

    private static Task AnswerAsync(HttpContext context, int status, string reason)
    {
        context.Response.Headers[HeaderNames.CacheControl] = "no-store";
        if (FormPages.IsNavigation(context.Request))
        {
            // The page of errors says it.
            context.Response.StatusCode = status;
            context.Features.Set(new RefusedBecause(reason));
            return Task.CompletedTask;
        }

        return ErrorPages.WriteJsonAsync(context, status, reason);
    }

    private sealed record LookedUp(Visitor? Visitor);
}
