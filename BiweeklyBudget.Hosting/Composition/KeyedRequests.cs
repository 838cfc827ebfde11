using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Hosting.Api;

namespace BiweeklyBudget.Hosting.Composition;

/// <summary>
/// Requests that change something may carry a key, with which they are done once (docs/adr/0017): the book of the request takes it, whatever route answers, and
/// what an operation then saves is stored with it. A repeated request goes the same way as the first and is told the first one's outcome.
/// </summary>
internal sealed class KeyedRequests(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        if (!request.Headers.TryGetValue(IdempotencyKey.Header, out var header) || IsSafe(request.Method) || context.GetEndpoint() is null)
        {
            await next(context);
            return;
        }

        if (!IdempotencyKey.TryRead(header, out var key))
        {
            await ErrorPages.WriteJsonAsync(context, StatusCodes.Status400BadRequest, $"{IdempotencyKey.Header} must be one text of 1 to {RequestKey.LongestValue} printable ASCII characters, with or without quotes. Nothing was saved.");
            return;
        }

        if (await RequestFingerprint.ReadAsync(request, context.RequestAborted) is { } fingerprint)
        {
            await context.Book().UseKeyAsync(new RequestKey(key, fingerprint), context.RequestAborted);
        }

        await next(context);
    }

    private static bool IsSafe(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method);
}
