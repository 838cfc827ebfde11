using BiweeklyBudget.Hosting.Composition;

namespace BiweeklyBudget.Hosting.Security;

/// <summary>What a signed-in user saves is recorded under his name. Who signs users in is the host's business.</summary>
internal sealed class SignedInUser(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (context.User.Identity is { IsAuthenticated: true, Name: { } name })
        {
            context.Book().Who = name;
        }

        return next(context);
    }
}
