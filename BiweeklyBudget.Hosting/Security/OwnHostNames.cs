using BiweeklyBudget.Hosting.Composition;

namespace BiweeklyBudget.Hosting.Security;

/// <summary>
/// Refuses requests for host names that are not the book's. A stranger's site can have its own name lead to this machine (DNS rebinding); for the browser its pages and ours are then one site, and
/// no check of where a request comes from would notice.
/// </summary>
internal sealed class OwnHostNames(RequestDelegate next, ILogger<OwnHostNames> logger)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (context.Current().Served.Answers(context.Request.Host))
        {
            return next(context);
        }

        Refusals.OtherHost(logger, context);
        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        return PlainText.WriteAsync(context, "This host name is not answered here (AllowedHosts).");
    }
}
