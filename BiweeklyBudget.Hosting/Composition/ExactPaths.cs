namespace BiweeklyBudget.Hosting.Composition;

/// <summary>Addresses have no aliases with a slash at the end (spec/http-api.md §1).</summary>
internal sealed class ExactPaths(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (context.Request.Path.Value is { Length: > 1 } path && path.EndsWith('/'))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        return next(context);
    }
}
