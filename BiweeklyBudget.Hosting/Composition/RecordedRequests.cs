using System.Globalization;

namespace BiweeklyBudget.Hosting.Composition;

/// <summary>
/// Says in a header of its own which change of the record a request was saved as, with which it can be taken back; the body is the one that upstream's scripts know. A repeated
/// request is told the same number.
/// </summary>
internal sealed class RecordedRequests(RequestDelegate next)
{
    /// <summary>Name of the header.</summary>
    public const string Header = "X-Change-Id";

    public Task InvokeAsync(HttpContext context)
    {
        if (HttpMethods.IsPost(context.Request.Method) && context.GetEndpoint() is not null)
        {
            var book = context.Book();
            context.Response.OnStarting(() =>
            {
                if (book.LastChangeId is { } id)
                {
                    context.Response.Headers[Header] = id.ToString(CultureInfo.InvariantCulture);
                }

                return Task.CompletedTask;
            });
        }

        return next(context);
    }
}
