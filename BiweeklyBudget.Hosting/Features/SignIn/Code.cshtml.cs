using BiweeklyBudget.Core;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Users;
using BiweeklyBudget.Hosting.Composition;
using BiweeklyBudget.Hosting.Security.SignIn;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BiweeklyBudget.Hosting.Features.SignIn;

/// <summary>Uses a code up: the console's, which makes the first owner, or one that was given to a user. Requests from other sites' pages are refused before they come here, so no token is needed.</summary>
[IgnoreAntiforgeryToken]
internal sealed class CodeModel(BudgetBook book, CurrentBook current, PasswordCheck check) : PageModel
{
    private const string WrongCode = "This code is not known, was used already, or is too old.";

    /// <summary>Whether there is no owner yet.</summary>
    public bool IsFirst { get; private set; }

    /// <summary>What is wrong; null when nothing is.</summary>
    public string? Error { get; private set; }

    /// <summary>The code as it was typed.</summary>
    public string? Code { get; private set; }

    /// <summary>The name as it was typed.</summary>
    public string? Name { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!current.Served.AsksForSignIn)
        {
            return NotFound();
        }

        Response.Headers.CacheControl = "no-store";
        IsFirst = !await book.Users.HasOwnerAsync(cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromForm] string? code, [FromForm] string? name, [FromForm] string? password, [FromForm] string? again, CancellationToken cancellationToken)
    {
        if (!current.Served.AsksForSignIn)
        {
            return NotFound();
        }

        Response.Headers.CacheControl = "no-store";
        IsFirst = !await book.Users.HasOwnerAsync(cancellationToken);
        (Code, Name) = (code, name);
        if (!current.Served.Limits.MayTry(HttpContext))
        {
            Response.StatusCode = StatusCodes.Status429TooManyRequests;
            Error = PasswordCheck.TooOften;
            return Page();
        }

        Error = Passwords.FaultOf(password, name ?? "") ?? (password == again ? null : "The two passwords differ.");
        if (Error is null && await UseAsync(code ?? "", name ?? "", password!, cancellationToken) is { } user)
        {
            await NewSession.OpenAsync(HttpContext, book, user.Id);
            return Redirect("~/");
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private async Task<UserDetails?> UseAsync(string code, string name, string password, CancellationToken cancellationToken)
    {
        var hash = await check.HashAsync(password, cancellationToken);
        UserDetails? user = null;
        if (IsFirst && await current.Served.FirstOwner.UseAsync(code, async () => (user = await AddOwnerAsync(name, hash, cancellationToken)) is not null))
        {
            return user;
        }

        user = Error is null ? await book.Users.UseCodeAsync(code, hash, cancellationToken) : null;
        if (Error is null && user is null)
        {
            await book.Audit.AddAsync(AuditKind.SignInFailed, subject: null, "a code that is not known", cancellationToken);
            Error = WrongCode;
        }

        return user;
    }

    private async Task<UserDetails?> AddOwnerAsync(string name, string hash, CancellationToken cancellationToken)
    {
        // Another host on this database may have made one since.
        if (await book.Users.HasOwnerAsync(cancellationToken))
        {
            return null;
        }

        book.Who = name.Trim();
        var outcome = await book.Users.AddAsync(name, UserRole.Owner, hash, cancellationToken);
        Error = outcome is Outcome<UserDetails>.Invalid invalid ? string.Join(' ', invalid.Problems.Select(problem => problem.Message)) : null;
        return outcome is Outcome<UserDetails>.Saved saved ? saved.Value : null;
    }
}
