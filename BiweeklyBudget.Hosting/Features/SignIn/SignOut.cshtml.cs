using BiweeklyBudget.Core;
using BiweeklyBudget.Hosting.Composition;
using BiweeklyBudget.Hosting.Security.SignIn;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BiweeklyBudget.Hosting.Features.SignIn;

/// <summary>Where one signs out. Requests from other sites' pages are refused before they come here, so no token is needed.</summary>
[IgnoreAntiforgeryToken]
internal sealed class SignOutModel(BudgetBook book, CurrentBook current) : PageModel
{
    // W3C Clear-Site-Data. It holds for the whole origin: below a path, storage is also that of other programs' pages.
    private const string EverythingHere = "\"cache\", \"storage\"";
    private const string CacheAlone = "\"cache\"";

    public IActionResult OnGet()
    {
        Response.Headers.CacheControl = "no-store";
        return current.Served.AsksForSignIn ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!current.Served.AsksForSignIn)
        {
            return NotFound();
        }

        if (await OwnSignIn.FindAsync(HttpContext, book) is { SessionId: { } session } visitor)
        {
            await book.Sessions.EndAsync(visitor.User.Id, session, cancellationToken);
        }

        SessionCookie.Delete(HttpContext);
        Response.Headers.CacheControl = "no-store";
        Response.Headers["Clear-Site-Data"] = Request.PathBase.HasValue ? CacheAlone : EverythingHere;
        return Redirect("~" + SignInPages.SignIn + "?done=out");
    }
}
