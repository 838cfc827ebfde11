using BiweeklyBudget.Core;
using BiweeklyBudget.Hosting.Composition;
using BiweeklyBudget.Hosting.Security.SignIn;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BiweeklyBudget.Hosting.Features.SignIn;

/// <summary>Where one signs in. Requests from other sites' pages are refused before they come here, so no token is needed.</summary>
[IgnoreAntiforgeryToken]
internal sealed class SignInModel(BudgetBook book, CurrentBook current, PasswordCheck check) : PageModel
{
    /// <summary>What is wrong; null when nothing is.</summary>
    public string? Error { get; private set; }

    /// <summary>The name as it was typed.</summary>
    public string? Name { get; private set; }

    /// <summary>Where to go afterwards.</summary>
    public string? Return { get; private set; }

    /// <summary>Whether somebody has just signed out.</summary>
    public bool HasSignedOut { get; private set; }

    public async Task<IActionResult> OnGetAsync([FromQuery(Name = "return")] string? back, [FromQuery] string? done, CancellationToken cancellationToken)
    {
        if (!current.Served.AsksForSignIn)
        {
            return NotFound();
        }

        if (await OwnSignIn.FindAsync(HttpContext, book) is { SessionId: not null })
        {
            return Redirect(LocalAddress.Of(back));
        }

        Response.Headers.CacheControl = "no-store";
        (Return, HasSignedOut) = (back, done == "out");
        return await book.Users.HasOwnerAsync(cancellationToken) ? Page() : Redirect("~" + SignInPages.Code);
    }

    public async Task<IActionResult> OnPostAsync([FromForm] string? name, [FromForm] string? password, [FromForm] string? code, [FromForm(Name = "return")] string? back)
    {
        if (!current.Served.AsksForSignIn)
        {
            return NotFound();
        }

        Response.Headers.CacheControl = "no-store";
        (Name, Return) = (name, back);
        if (!current.Served.Limits.MayTry(HttpContext))
        {
            Response.StatusCode = StatusCodes.Status429TooManyRequests;
            Error = PasswordCheck.TooOften;
            return Page();
        }

        if (await check.SignInAsync(HttpContext, name, password, code) is not { } user)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            Error = PasswordCheck.Refusal;
            return Page();
        }

        await NewSession.OpenAsync(HttpContext, book, user.Id);
        return Redirect(LocalAddress.Of(back));
    }
}
