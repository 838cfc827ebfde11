namespace BiweeklyBudget.Hosting.Security;

/// <summary>
/// Refuses requests that another site's page makes a browser send (spec/http-api.md §19, 20). Browsers say where a request comes
/// from; scripts without those headers are not affected, and no tokens are needed.
/// </summary>
internal sealed class CrossSiteRequests(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (IsUnsafe(context.Request.Method) && IsFromAnotherSite(context.Request))
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        }

        return next(context);
    }

    private static bool IsUnsafe(string method) => !HttpMethods.IsGet(method) && !HttpMethods.IsHead(method) && !HttpMethods.IsOptions(method);

    // "same-site" is refused too: on localhost every other port is the same site.
    private static bool IsFromAnotherSite(HttpRequest request) =>
        request.Headers["Sec-Fetch-Site"].ToString() is { Length: > 0 } site
            ? site is not ("same-origin" or "none")
            : request.Headers.Origin.ToString() is { Length: > 0 } origin && !IsOwn(origin, request);

    private static bool IsOwn(string origin, HttpRequest request) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var uri)
        && string.Equals(uri.Scheme, request.Scheme, StringComparison.OrdinalIgnoreCase)
        && string.Equals(uri.Authority, new UriBuilder(uri.Scheme, request.Host.Host, request.Host.Port ?? -1).Uri.Authority, StringComparison.OrdinalIgnoreCase);
}
