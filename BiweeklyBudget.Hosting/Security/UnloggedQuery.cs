namespace BiweeklyBudget.Hosting.Security;

/// <summary>
/// Takes the query of a read from a header, where it stands when a page's script asks: addresses are written into the logs of proxies, and what is looked for or filled in is somebody's money. Links and
/// scripts of others go on saying it in the address.
/// </summary>
internal sealed class UnloggedQuery(RequestDelegate next)
{
    /// <summary>The header: a query without its question mark.</summary>
    public const string Header = "X-Query";

    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        if ((HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)) && !request.QueryString.HasValue && request.Headers[Header].ToString() is { Length: > 0 } query)
        {
            request.QueryString = new QueryString("?" + query);
        }

        return next(context);
    }
}
