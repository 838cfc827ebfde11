using BiweeklyBudget.Hosting.Features.Health;

namespace BiweeklyBudget.Hosting.Composition;

/// <summary>As long as the database is not ready, nothing is served but the word that the process lives. The answer is plain text: no page, no script and no style is needed to read it.</summary>
internal sealed class WaitingForDatabase(RequestDelegate next)
{
    // Seconds; a start takes one or two, a migration of ten years some more.
    private const int Pause = 2;

    public Task InvokeAsync(HttpContext context)
    {
        var start = context.Current().Served.Start;
        if (start.IsDone || context.Request.Path.Equals(HealthEndpoints.Live, StringComparison.OrdinalIgnoreCase))
        {
            return next(context);
        }

        context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        context.Response.Headers.RetryAfter = Pause.ToString(System.Globalization.CultureInfo.InvariantCulture);
        context.Response.Headers.CacheControl = "no-store";
        return PlainText.WriteAsync(context, start.State);
    }
}
