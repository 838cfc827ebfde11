using BiweeklyBudget.Core;
using BiweeklyBudget.Core.Saving;
using Microsoft.Net.Http.Headers;

namespace BiweeklyBudget.Hosting.Composition;

/// <summary>
/// Turns exceptions and bare statuses into pages for people and JSON for scripts. What went wrong stands in the log; the answer
/// says no more than the user can do something with.
/// </summary>
internal sealed partial class ErrorPages(RequestDelegate next, ILogger<ErrorPages> logger)
{
    private static readonly PathString[] ForScripts = ["/ajax", "/forms", "/api", "/settings"];

    public async Task InvokeAsync(HttpContext context)
    {
        string? reason = null;
        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            return;
        }
        catch (Exception exception) when (!context.Response.HasStarted)
        {
            context.Response.Clear();
            context.Response.StatusCode = StatusOf(context, exception);
            reason = ReasonOf(exception);
        }

        if (context.Response is { StatusCode: >= 400, HasStarted: false, ContentLength: null, ContentType: null })
        {
            await ShowAsync(context, reason);
        }
    }

    /// <summary>Whether a request comes from a script, which is answered in JSON.</summary>
    public static bool IsForScripts(HttpRequest request) =>
        ForScripts.Any(path => request.Path.StartsWithSegments(path, StringComparison.OrdinalIgnoreCase))
        || request.GetTypedHeaders().Accept.Any(type => type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase));

    /// <summary>Refuses a script's request.</summary>
    public static Task WriteJsonAsync(HttpContext context, int status, string message)
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsJsonAsync(new { success = false, error_message = message, message }, context.RequestAborted);
    }

    private int StatusOf(HttpContext context, Exception exception)
    {
        switch (exception)
        {
            case BadHttpRequestException bad:
                return bad.StatusCode;
            case RequestKeyReusedException:
                return StatusCodes.Status422UnprocessableEntity;
            case OutcomeUnknownException:
                LogUnknown(context.Request.Method, context.Request.Path, exception.GetBaseException().Message);
                return StatusCodes.Status503ServiceUnavailable;
            case var _ when BudgetEngine.IsUnreachable(exception):
                LogGone(context.Request.Method, context.Request.Path, exception.GetBaseException().Message);
                return StatusCodes.Status503ServiceUnavailable;
            default:
                LogFailure(exception, context.Request.Method, context.Request.Path);
                return StatusCodes.Status500InternalServerError;
        }
    }

    // What only the engine knows of this one case.
    private static string? ReasonOf(Exception exception) => exception is RequestKeyReusedException or OutcomeUnknownException ? exception.Message : null;

    private async Task ShowAsync(HttpContext context, string? reason)
    {
        var status = context.Response.StatusCode;
        if (IsForScripts(context.Request))
        {
            await WriteJsonAsync(context, status, reason ?? ErrorText.Of(status));
            return;
        }

        // The page itself is a page like any other, at an address of its own; it asks the database nothing.
        var (path, method) = (context.Request.Path, context.Request.Method);
        context.Request.Path = "/error";
        context.Request.Method = HttpMethods.Get;
        context.SetEndpoint(null);
        context.Request.RouteValues.Clear();
        context.Features.Set(new ErrorShown(status, reason ?? ErrorText.Of(status)));
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

    [LoggerMessage(Level = LogLevel.Error, Message = "The database cannot be reached for {Method} {Path}: {Reason}")]
    private partial void LogGone(string method, string path, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "It is not known whether {Method} {Path} was saved: {Reason}")]
    private partial void LogUnknown(string method, string path, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Method} {Path} failed.")]
    private partial void LogFailure(Exception exception, string method, string path);
}
