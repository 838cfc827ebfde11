using BiweeklyBudget.Core;
using BiweeklyBudget.Hosting.Features.Description;
using BiweeklyBudget.Hosting.Security.SignIn;

namespace BiweeklyBudget.Hosting.Composition;

/// <summary>As long as nobody said when payday is, every page leads to the one that asks, and scripts are told. Stored settings are read when they may be others than those in force.</summary>
internal sealed class FirstRun(RequestDelegate next)
{
    /// <summary>The page that asks.</summary>
    public const string Page = "/welcome";

    private static readonly PathString[] WorkWithoutPayday = [Page, SignInPages.SignIn, SignInPages.SignOut, SignInPages.Security, "/help", "/offline", "/bb", "/healthz", "/error", "/utils", "/api/docs", DescriptionEndpoints.Document];

    public async Task InvokeAsync(HttpContext context)
    {
        if (WorkWithoutPayday.Any(path => context.Request.Path.StartsWithSegments(path, StringComparison.OrdinalIgnoreCase)) || await IsCompletedAsync(context.Book(), context.RequestAborted))
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

    // Also what else is stored is read here, before a page is made with it.
    private static async Task<bool> IsCompletedAsync(BudgetBook book, CancellationToken cancellationToken)
    {
        try
        {
            await book.Settings.ReadAsync(cancellationToken);
        }
        catch (Exception exception) when (book.Settings.IsComplete && BudgetEngine.IsUnreachable(exception))
        {
            // What is known is enough to go on; whoever needs the database says that it is gone.
        }

        return book.Settings.IsComplete;
    }
}
