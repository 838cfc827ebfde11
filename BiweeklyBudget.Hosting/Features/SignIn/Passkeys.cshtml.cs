using System.Net.Mime;
using BiweeklyBudget.Core;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Users;
using BiweeklyBudget.Hosting.Composition;
using BiweeklyBudget.Hosting.Security.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace BiweeklyBudget.Hosting.Features.SignIn;

/// <summary>The passkeys of whoever is signed in.</summary>
internal sealed class PasskeysModel(BudgetBook book, CurrentBook current, PasswordCheck check, PasskeyCeremonies passkeys) : PersonalPage(book, current, check)
{
    /// <summary>All of them.</summary>
    public IReadOnlyList<PasskeyDetails> Passkeys { get; private set; } = [];

    public Task<IActionResult> OnGetAsync() => ActAsync(_ => Task.CompletedTask);

    /// <summary>What the browser makes a passkey of, as JSON; the password is asked for before.</summary>
    public async Task<IActionResult> OnPostOptionsAsync([FromForm] string? password)
    {
        string? options = null;
        var page = await ActAsync(async _ => options = await ConfirmAsync(password) ? await passkeys.OfferCreationAsync(HttpContext, Person) : null);
        return options is not null ? Content(options, MediaTypeNames.Application.Json)
            : Error is not null ? new JsonResult(new { error_message = Error }) { StatusCode = StatusCodes.Status422UnprocessableEntity }
            : page;
    }

    public Task<IActionResult> OnPostAddAsync([FromForm] string? name, [FromForm] string? answer) => ActAsync(async _ =>
    {
        var outcome = await passkeys.AddAsync(HttpContext, Person, name, answer);
        Error = ReasonOf(outcome);
        Done = outcome is Outcome<PasskeyDetails>.Saved saved ? $"From now on you can sign in with the passkey {saved.Value.Name}." : null;
    });

    public Task<IActionResult> OnPostRenameAsync([FromForm] int passkey, [FromForm] string? name, [FromForm] string? password) => ActAsync(async token =>
    {
        if (await ConfirmAsync(password))
        {
            var outcome = await Book.Passkeys.RenameAsync(Person.Id, passkey, name ?? "", token);
            Error = ReasonOf(outcome);
            Done = outcome is Outcome<bool>.Saved { Value: true } ? "The passkey has the new name." : null;
        }
    });

    public Task<IActionResult> OnPostRemoveAsync([FromForm] int passkey, [FromForm] string? password) => ActAsync(async token =>
    {
        if (await ConfirmAsync(password))
        {
            Done = await Book.Passkeys.RemoveAsync(Person.Id, passkey, token) ? "Nobody signs in with this passkey any more. You may remove it from your device too." : "There was no such passkey any more.";
        }
    });

    protected override async Task ShowAsync(CancellationToken cancellationToken) => Passkeys = await Book.Passkeys.ListAsync(Person.Id, cancellationToken);

    private static string? ReasonOf<T>(Outcome<T> outcome) => outcome switch
    {
        Outcome<T>.Invalid invalid => string.Join(' ', invalid.Problems.Select(problem => problem.Message)),
        Outcome<T>.Refused refused => refused.Reason.Message,
        _ => null,
    };
}
