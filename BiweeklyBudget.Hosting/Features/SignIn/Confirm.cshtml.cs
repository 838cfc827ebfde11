using System.Net.Mime;
using BiweeklyBudget.Core;
using BiweeklyBudget.Hosting.Composition;
using BiweeklyBudget.Hosting.Security.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace BiweeklyBudget.Hosting.Features.SignIn;

/// <summary>Where who is signed in shows again that he is who he says, by a password or a passkey, before he is shown what <see cref="HighData"/> keeps back.</summary>
internal sealed class ConfirmModel(BudgetBook book, CurrentBook current, PasswordCheck check, PasskeyCeremonies passkeys) : PersonalPage(book, current, check)
{
    private readonly CurrentBook _current = current;

    /// <summary>Where to go afterwards.</summary>
    public string? Return { get; private set; }

    /// <summary>Whether he has passkeys.</summary>
    public bool HasPasskeys { get; private set; }

    public Task<IActionResult> OnGetAsync([FromQuery(Name = "return")] string? back) => ActAsync(_ =>
    {
        Return = back;
        return Task.CompletedTask;
    });

    public Task<IActionResult> OnPostPasswordAsync([FromForm] string? password, [FromForm(Name = "return")] string? back) => ConfirmAsync(back, _ => ConfirmAsync(password));

    /// <summary>What the browser asks a passkey for, as JSON.</summary>
    public async Task<IActionResult> OnPostOptionsAsync()
    {
        string? options = null;
        var page = await ActAsync(async _ => options = await passkeys.OfferConfirmationAsync(HttpContext, Person));
        return options is null ? page : Content(options, MediaTypeNames.Application.Json);
    }

    public Task<IActionResult> OnPostPasskeyAsync([FromForm] string? answer, [FromForm(Name = "return")] string? back) => ConfirmAsync(back, async _ =>
    {
        var isRight = _current.Served.Limits.MayTry(HttpContext) && await passkeys.ConfirmAsync(HttpContext, Person, answer);
        Error = isRight ? null : "This is not a passkey of yours, or it took too long.";
        return isRight;
    });

    protected override async Task ShowAsync(CancellationToken cancellationToken) => HasPasskeys = (await Book.Passkeys.ListAsync(Person.Id, cancellationToken)).Count > 0;

    private async Task<IActionResult> ConfirmAsync(string? back, Func<CancellationToken, Task<bool>> isRight)
    {
        Return = back;
        var isConfirmed = false;
        var page = await ActAsync(async token =>
        {
            isConfirmed = await isRight(token);
            if (isConfirmed)
            {
                await Book.Sessions.ConfirmAsync(ThisSession, token);
            }
        });
        return isConfirmed ? Redirect(LocalAddress.Of(back)) : page;
    }
}
