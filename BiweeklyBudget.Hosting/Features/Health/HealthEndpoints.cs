using BiweeklyBudget.Hosting.Api.Description;
using BiweeklyBudget.Hosting.Composition;
using BiweeklyBudget.Hosting.Security.SignIn;

namespace BiweeklyBudget.Hosting.Features.Health;

/// <summary>For operators: whether the process lives, and whether the book can be served. The program's own checks are the program's.</summary>
internal static class HealthEndpoints
{
    /// <summary>Answers before the database is ready.</summary>
    public const string Live = "/healthz/live";

    /// <summary><c>/healthz/live</c>: 200 as long as the process answers. <c>/healthz/ready</c>: 200 when the database is reachable and nothing is pending, else 503.</summary>
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.Map(Live, context => WriteAsync(context, isHealthy: true)).Described(HealthOperations.Live).WithMetadata(new NeedsAttribute(Access.Anyone));
        routes.Map("/healthz/ready", async context => await WriteAsync(context, isHealthy: await IsReadyAsync(context))).Described(HealthOperations.Ready).WithMetadata(new NeedsAttribute(Access.Anyone));
    }

    private static async Task<bool> IsReadyAsync(HttpContext context)
    {
        var book = context.RequestServices.GetRequiredService<CurrentBook>().Served;
        return await new DatabaseReadiness(book).ProblemAsync(context.RequestAborted) is null;
    }

    // As the framework's own health checks answer.
    private static Task WriteAsync(HttpContext context, bool isHealthy)
    {
        var headers = context.Response.Headers;
        headers.CacheControl = "no-store, no-cache";
        headers.Pragma = "no-cache";
        headers.Expires = "Thu, 01 Jan 1970 00:00:00 GMT";
        context.Response.StatusCode = isHealthy ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
        context.Response.ContentType = "text/plain";
        return context.Response.WriteAsync(isHealthy ? "Healthy" : "Unhealthy", context.RequestAborted);
    }
}
