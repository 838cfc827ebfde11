using BiweeklyBudget.Core;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Storage;
using Microsoft.Net.Http.Headers;

namespace BiweeklyBudget.Hosting.Composition;

/// <summary>
/// Turns exceptions and bare statuses into pages for people and JSON for scripts. What went wrong stands in the log; the answer
/// says no more than the user can do something with.
/// </summary>
internal sealed partial class ErrorPages(RequestDelegate next, ILogger<ErrorPages> logger)
{
    // What upstream's scripts post is below it.
    private static readonly PathString SettingsPage = "/settings";

    private static readonly PathString[] ForScripts = ["/ajax", "/forms", "/api", SettingsPage];

    public async Task InvokeAsync(HttpContext context)
    {
        var current = context.Current();
        DatabaseFault? fault = null;
        string? reason = null;
        var isUnknown = false;
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
            fault = exception is BadHttpRequestException ? null : BudgetEngine.FaultOf(exception);
            context.Response.Clear();
            context.Response.StatusCode = StatusOf(context, exception, fault, current.Served.Outages);
            reason = ReasonOf(exception);
            isUnknown = exception is OutcomeUnknownException;
        }
        catch (Exception exception) when (BudgetEngine.FaultOf(exception) is { } late)
        {
            // The answer has begun: all that is left is to break it off, so that nobody takes it for whole.
            Note(context, exception, late, current.Served.Outages);
            context.Abort();
            return;
        }

        if (context.Response is { StatusCode: >= 400, HasStarted: false, ContentLength: null, ContentType: null })
        {
            await ShowAsync(context, new ErrorShown(context.Response.StatusCode, fault, reason ?? context.Features.Get<RefusedBecause>()?.Reason, isUnknown));
        }
    }

    /// <summary>Whether a request comes from a script, which is answered in JSON.</summary>
    public static bool IsForScripts(HttpRequest request) =>
        ForScripts.Any(path => request.Path.StartsWithSegments(path, StringComparison.OrdinalIgnoreCase, out var rest) && (rest.HasValue || path != SettingsPage))
        || request.GetTypedHeaders().Accept.Any(type => type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase));

    /// <summary>Refuses a script's request.</summary>
    public static Task WriteJsonAsync(HttpContext context, int status, string message)
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsJsonAsync(new { success = false, error_message = message, message }, context.RequestAborted);
    }

    // The one refusal that is none: scripts must be able to tell it from "nothing was saved".
    private static Task WriteUnknownAsync(HttpContext context, string message) =>
        context.Response.WriteAsJsonAsync(new { success = false, error_message = message, message, is_unknown = true }, context.RequestAborted);

    private int StatusOf(HttpContext context, Exception exception, DatabaseFault? fault, OutageLog outages)
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
            case var _ when fault == DatabaseFault.Unstorable:
                return StatusCodes.Status400BadRequest;
            case var _ when fault is { } wrong:
                Note(context, exception, wrong, outages);
                return StatusCodes.Status503ServiceUnavailable;
            default:
                LogFailure(exception, context.Request.Method, context.Request.Path);
                return StatusCodes.Status500InternalServerError;
        }
    }

    private static void Note(HttpContext context, Exception exception, DatabaseFault fault, OutageLog outages) =>
        outages.Failed(fault, exception.GetBaseException().Message, $"{context.Request.Method} {context.Request.Path}");

    // What only the engine knows of this one case.
    private static string? ReasonOf(Exception exception) => exception is RequestKeyReusedException or OutcomeUnknownException ? exception.Message : null;

    private async Task ShowAsync(HttpContext context, ErrorShown error)
    {
        if (IsForScripts(context.Request))
        {
            await (error.IsUnknown ? WriteUnknownAsync(context, ErrorText.Of(error)) : WriteJsonAsync(context, error.Status, ErrorText.Of(error)));
            return;
        }

        // The page itself is a page like any other, at an address of its own; it asks the database nothing.
        var (path, method) = (context.Request.Path, context.Request.Method);
        context.Request.Path = "/error";
        context.Request.Method = HttpMethods.Get;
        context.SetEndpoint(null);
        context.Request.RouteValues.Clear();
        context.Features.Set(error);
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

    [LoggerMessage(Level = LogLevel.Error, Message = "It is not known whether {Method} {Path} was saved: {Reason}")]
    private partial void LogUnknown(string method, string path, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Method} {Path} failed.")]
    private partial void LogFailure(Exception exception, string method, string path);
}
