using BiweeklyBudget.Core;
using BiweeklyBudget.Hosting.Features.Description;

namespace BiweeklyBudget.Hosting.Composition;

/// <summary>As long as nobody said when payday is, every page leads to the one that asks, and scripts are told.</summary>
internal sealed class FirstRun(RequestDelegate next)
{
    /// <summary>The page that asks.</summary>
    public const string Page = "/welcome";

    private static readonly PathString[] WorkWithoutPayday = [Page, "/bb", "/offline", "/healthz", "/error", "/utils", "/api/docs", DescriptionEndpoints.Document];

    public async Task InvokeAsync(HttpContext context, BudgetBook book)
    {
        if (book.Settings.IsComplete || WorkWithoutPayday.Any(path => context.Request.Path.StartsWithSegments(path, StringComparison.OrdinalIgnoreCase)) || await IsCompletedAsync(book, context.RequestAborted))
        {
            await next(context);
        }
        else if (HttpMethods.IsGet(context.Request.Method) && !ErrorPages.IsForScripts(context.Request))
        {
            context.Response.Redirect(context.Request.PathBase + Page);
        }
        else
        {
            await ErrorPages.WriteJsonAsync(context, StatusCodes.Status409Conflict, "The first payday is not known yet: open the start page, or set PAY_PERIOD_START_DATE.");
        }
    }

    private static async Task<bool> IsCompletedAsync(BudgetBook book, CancellationToken cancellationToken)
    {
        await book.Settings.ReadAsync(cancellationToken);
        return book.Settings.IsComplete;
    }
}
