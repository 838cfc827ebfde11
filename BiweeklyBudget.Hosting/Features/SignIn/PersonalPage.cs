using BiweeklyBudget.Core;
using BiweeklyBudget.Core.Users;
using BiweeklyBudget.Hosting.Composition;
using BiweeklyBudget.Hosting.Security.SignIn;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BiweeklyBudget.Hosting.Features.SignIn;

/// <summary>
/// A page about whoever is signed in. What a stolen session must not be enough for asks for the password again. Requests from other sites' pages are refused before they come here, so no token is
/// needed.
/// </summary>
[IgnoreAntiforgeryToken]
internal abstract class PersonalPage(BudgetBook book, CurrentBook current, PasswordCheck check) : PageModel
{
    private const string WrongPassword = "This is not your password, or there were too many wrong ones lately. Nothing was changed.";

    /// <summary>Who is signed in.</summary>
    public UserDetails Person => Visitor.User;

    /// <summary>The session of this browser.</summary>
    public string ThisSession => Visitor.SessionId!;

    /// <summary>What is wrong; null when nothing is.</summary>
    public string? Error { get; protected set; }

    /// <summary>What was done; null when nothing was.</summary>
    public string? Done { get; protected set; }

    /// <summary>Now, UTC.</summary>
    public DateTime Now => book.Now.UtcDateTime;

    protected BudgetBook Book => book;

    protected ServedBook Served => current.Served;

    protected PasswordCheck Check => check;

    private Visitor Visitor { get; set; } = null!;

    /// <summary>What is posted here says what is to be done.</summary>
    public IActionResult OnPost() => StatusCode(StatusCodes.Status400BadRequest);

    /// <summary>Does something for whoever is signed in, and shows the page with what came of it.</summary>
    protected Task<IActionResult> ActAsync(Func<CancellationToken, Task> act) => AnswerAsync(async token =>
    {
        await act(token);
        return null;
    });

    /// <summary>Does something for whoever is signed in, and answers with what comes of it: null for the page.</summary>
    protected async Task<IActionResult> AnswerAsync(Func<CancellationToken, Task<IActionResult?>> act)
    {
        // What the route asks for has been looked at before; here it is said who it is.
        if (!current.Served.AsksForSignIn || await OwnSignIn.FindAsync(HttpContext, book) is not { SessionId: not null } visitor)
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return StatusCode(StatusCodes.Status400BadRequest);
        }

        Visitor = visitor;
        if (await act(HttpContext.RequestAborted) is { } answer)
        {
            return answer;
        }

        Response.StatusCode = Error is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity;
        await ShowAsync(HttpContext.RequestAborted);
        return Page();
    }

    /// <summary>Reads what the page shows.</summary>
    protected abstract Task ShowAsync(CancellationToken cancellationToken);

    /// <summary>Whether a password is his who is signed in; else it is said.</summary>
    protected async Task<bool> ConfirmAsync(string? password)
    {
        var isRight = await check.ConfirmAsync(HttpContext, Person, password);
        Error = isRight ? null : WrongPassword;
        return isRight;
    }
}
