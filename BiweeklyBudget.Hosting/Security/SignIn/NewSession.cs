using BiweeklyBudget.Core;

namespace BiweeklyBudget.Hosting.Security.SignIn;

/// <summary>Signs a user in in the browser that asks. What it held before is ended: nobody can have given it to the browser beforehand.</summary>
internal static class NewSession
{
    /// <summary>Opens the session.</summary>
    public static async Task OpenAsync(HttpContext context, BudgetBook book, int userId)
    {
        if (await OwnSignIn.FindAsync(context, book) is { SessionId: { } old } visitor)
        {
            await book.Sessions.EndAsync(visitor.User.Id, old, context.RequestAborted);
        }

        SessionCookie.Write(context, await book.Sessions.OpenAsync(userId, context.Request.Headers.UserAgent.ToString(), context.RequestAborted));
    }
}
