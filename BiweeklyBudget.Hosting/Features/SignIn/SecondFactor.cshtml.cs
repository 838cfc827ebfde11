using System.Security.Cryptography;
using BiweeklyBudget.Core;
using BiweeklyBudget.Hosting.Composition;
using BiweeklyBudget.Hosting.Security.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace BiweeklyBudget.Hosting.Features.SignIn;

/// <summary>Sets up that signing in also takes a code of an app, or takes that away.</summary>
internal sealed class SecondFactorModel(BudgetBook book, CurrentBook current, PasswordCheck check) : PersonalPage(book, current, check)
{
    private const string Issuer = "BiweeklyBudget";

    /// <summary>Whether it is set up.</summary>
    public bool IsOn { get; private set; }

    /// <summary>A key for the app, as people type it.</summary>
    public string Key { get; private set; } = "";

    /// <summary>The key as a link that apps open (Key Uri Format).</summary>
    public string Link => $"otpauth://totp/{Issuer}:{Uri.EscapeDataString(Person.Name)}?secret={Key.Replace(" ", "", StringComparison.Ordinal)}&issuer={Issuer}";

    /// <summary>The recovery codes that were just made.</summary>
    public IReadOnlyList<string> Codes { get; private set; } = [];

    public Task<IActionResult> OnGetAsync() => ActAsync(_ => Task.CompletedTask);

    public Task<IActionResult> OnPostSetAsync([FromForm] string? key, [FromForm] string? code, [FromForm] string? password) => ActAsync(async token =>
    {
        Key = key ?? "";
        if (await ConfirmAsync(password))
        {
            if (Totp.KeyOf(key) is not { } bytes || Totp.StepOf(bytes, code ?? "", Book.Now) is not { } step)
            {
                Error = "This is not the app's code of this minute. Check that the clocks agree.";
                return;
            }

            Codes = await Book.SecondFactors.SetAsync(Person.Id, SecondFactorBox.Seal(bytes, password!), step, token);
            Done = "From now on, signing in takes a code of your app.";
        }
    });

    public Task<IActionResult> OnPostRemoveAsync([FromForm] string? password) => ActAsync(async token =>
    {
        if (await ConfirmAsync(password))
        {
            await Book.SecondFactors.RemoveAsync(Person.Id, token);
            Done = "Signing in takes the password alone.";
        }
    });

    protected override async Task ShowAsync(CancellationToken cancellationToken)
    {
        IsOn = await Book.SecondFactors.FindAsync(Person.Id, cancellationToken) is not null;
        Key = Totp.TextOf(Totp.KeyOf(Key) ?? RandomNumberGenerator.GetBytes(Totp.KeyBytes));
    }
}
