using System.Globalization;
using BiweeklyBudget.Hosting.Api;
using Microsoft.Net.Http.Headers;

namespace BiweeklyBudget.Hosting.Composition;

/// <summary>
/// Forms that a browser posts without script end on a page: what was saved, or why not. Scripts, which post the same fields to the same addresses, get the recorded JSON: a browser
/// says that it goes to another page (<c>Sec-Fetch-Mode: navigate</c>), or at least that it wants one.
/// </summary>
internal sealed class FormPages(RequestDelegate next)
{
    /// <summary>The page that tells it.</summary>
    public const string Page = "/saved";

    public async Task InvokeAsync(HttpContext context)
    {
        if (!IsPostedByBrowser(context.Request))
        {
            await next(context);
            return;
        }

        var shown = new FormShown(context.Request.Path, PageBefore(context.Request));
        context.Features.Set(shown);
        await next(context);
        if (shown.Reply is not { } reply || context.Response.HasStarted)
        {
            return;
        }

        if (reply.Success)
        {
            var query = QueryString.Create([KeyValuePair.Create<string, string?>("change", context.Book().LastChangeId?.ToString(CultureInfo.InvariantCulture)), KeyValuePair.Create<string, string?>("from", shown.From)]);
            context.Response.StatusCode = StatusCodes.Status303SeeOther;
            context.Response.Headers.Location = context.Request.PathBase + Page + query;
            return;
        }

        // The page is a page like any other, at an address of its own.
        var (path, method) = (context.Request.Path, context.Request.Method);
        (context.Request.Path, context.Request.Method) = (Page, HttpMethods.Get);
        context.SetEndpoint(null);
        context.Request.RouteValues.Clear();
        context.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        context.Response.Headers[HeaderNames.CacheControl] = "no-store";
        try
        {
            await next(context);
        }
        finally
        {
            (context.Request.Path, context.Request.Method) = (path, method);
        }
    }

    /// <summary>Whether a browser goes to a page. Over plain HTTP from another machine it does not say how it came; it still says that it wants a page.</summary>
    public static bool IsNavigation(HttpRequest request) => request.Headers["Sec-Fetch-Mode"].ToString() is { Length: > 0 } mode
        ? mode == "navigate"
        : request.GetTypedHeaders().Accept.Any(type => type.MediaType.Equals("text/html", StringComparison.OrdinalIgnoreCase));

    private static bool IsPostedByBrowser(HttpRequest request) =>
        HttpMethods.IsPost(request.Method)
        && request.Path.StartsWithSegments("/forms", StringComparison.OrdinalIgnoreCase)
        && IsNavigation(request)
        && request.ContentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) == true;

    // Only of this program: where somebody else's page leads is not ours to offer.
    private static string? PageBefore(HttpRequest request) =>
        Uri.TryCreate(request.Headers.Referer, UriKind.Absolute, out var before) && before.Authority == request.Host.Value && PathString.FromUriComponent(before).StartsWithSegments(request.PathBase, StringComparison.OrdinalIgnoreCase, out var rest) && rest.HasValue
            ? rest.Value
            : null;
}
