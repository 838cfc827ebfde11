using System.Net.Mime;
using BiweeklyBudget.Core;
using BiweeklyBudget.Core.Users;
using BiweeklyBudget.Hosting.Composition;
using BiweeklyBudget.Hosting.Security.SignIn;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BiweeklyBudget.Hosting.Features.SignIn;

/// <summary>Where one signs in. Requests from other sites' pages are refused before they come here, so no token is needed.</summary>
[IgnoreAntiforgeryToken]
internal sealed class SignInModel(BudgetBook book, CurrentBook current, PasswordCheck check, PasskeyCeremonies passkeys) : PageModel
{
    /// <summary>What is wrong; null when nothing is.</summary>
    public string? Error { get; private set; }

    /// <summary>The name as it was typed.</summary>
    public string? Name { get; private set; }

    /// <summary>Where to go afterwards.</summary>
    public string? Return { get; private set; }

    /// <summary>Whether somebody has just signed out.</summary>
    public bool HasSignedOut { get; private set; }

    // A page whose session has ended signs in by script, and stays.
    private bool IsScript => !FormPages.IsNavigation(Request) && Request.GetTypedHeaders().Accept.Any(type => type.MediaType.Equals(MediaTypeNames.Application.Json, StringComparison.OrdinalIgnoreCase));

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

    public Task<IActionResult> OnPostAsync([FromForm] string? name, [FromForm] string? password, [FromForm] string? code, [FromForm(Name = "return")] string? back)
    {
        Name = name;
        return SignInAsync(back, PasswordCheck.Refusal, () => check.SignInAsync(HttpContext, name, password, code));
    }

    /// <summary>What the browser asks a passkey for, as JSON.</summary>
    public async Task<IActionResult> OnPostPasskeyOptionsAsync()
    {
        if (!current.Served.AsksForSignIn)
        {
            return NotFound();
        }

        Response.Headers.CacheControl = "no-store";
        return current.Served.Limits.MayTry(HttpContext)
            ? Content(await passkeys.OfferSignInAsync(HttpContext), MediaTypeNames.Application.Json)
            : RefuseScript(StatusCodes.Status429TooManyRequests, PasswordCheck.TooOften);
    }

    public Task<IActionResult> OnPostPasskeyAsync([FromForm] string? answer, [FromForm(Name = "return")] string? back) =>
        SignInAsync(back, PasskeyCeremonies.Refusal, () => passkeys.SignInAsync(HttpContext, answer));

    private async Task<IActionResult> SignInAsync(string? back, string refusal, Func<Task<UserDetails?>> find)
    {
        if (!current.Served.AsksForSignIn)
        {
            return NotFound();
        }

        Response.Headers.CacheControl = "no-store";
        Return = back;
        if (!current.Served.Limits.MayTry(HttpContext))
        {
            return Refuse(StatusCodes.Status429TooManyRequests, PasswordCheck.TooOften);
        }

        if (await find() is not { } user)
        {
            return Refuse(StatusCodes.Status422UnprocessableEntity, refusal);
        }

        await NewSession.OpenAsync(HttpContext, book, user.Id);
        return IsScript ? new JsonResult(new { user = UserHandle.Of(user) }) : Redirect(LocalAddress.Of(back));
    }

    private IActionResult Refuse(int status, string reason)
    {
        if (IsScript)
        {
            return RefuseScript(status, reason);
        }

        (Response.StatusCode, Error) = (status, reason);
        return Page();
    }

    private static JsonResult RefuseScript(int status, string reason) => new(new { error_message = reason }) { StatusCode = status };
}
