using BiweeklyBudget.Core;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Users;
using BiweeklyBudget.Hosting.Composition;
using BiweeklyBudget.Hosting.Security.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace BiweeklyBudget.Hosting.Features.SignIn;

/// <summary>What somebody has of his own: password, devices and tokens.</summary>
internal sealed class SecurityModel(BudgetBook book, CurrentBook current, PasswordCheck check) : PersonalPage(book, current, check)
{
    /// <summary>Where he is signed in.</summary>
    public IReadOnlyList<SessionDetails> Sessions { get; private set; } = [];

    /// <summary>What his scripts sign in with.</summary>
    public IReadOnlyList<TokenDetails> Tokens { get; private set; } = [];

    /// <summary>The token that was just made.</summary>
    public string? NewToken { get; private set; }

    /// <summary>What a token is good for, in words.</summary>
    public static string WordsOf(TokenScopes scopes) => string.Join(" and ", new[] { (TokenScopes.Read, "reads"), (TokenScopes.Write, "saves"), (TokenScopes.Statements, "uploads statements") }.Where(scope => scopes.HasFlag(scope.Item1)).Select(scope => scope.Item2));

    public Task<IActionResult> OnGetAsync() => ActAsync(_ => Task.CompletedTask);

    public Task<IActionResult> OnPostPasswordAsync([FromForm] string? password, [FromForm] string? chosen, [FromForm] string? again) => ActAsync(async token =>
    {
        Error = Passwords.FaultOf(chosen, Person.Name) ?? (chosen == again ? null : "The two passwords differ.");
        if (Error is null && await ConfirmAsync(password))
        {
            var sealedKey = await ResealedAsync(password!, chosen!, token);
            await Book.Users.SetPasswordAsync(Person.Id, await Check.HashAsync(chosen!, token), sealedKey, ThisSession, token);
            Done = "Your password is changed. Your other devices are signed out.";
        }
    });

    public Task<IActionResult> OnPostEndAsync([FromForm] string? session) => ActAsync(async token =>
        Done = await Book.Sessions.EndAsync(Person.Id, session ?? "", token) ? "The device is signed out." : "That device was not signed in any more.");

    public Task<IActionResult> OnPostEndOthersAsync() => ActAsync(async token =>
    {
        await Book.Sessions.EndOthersAsync(Person.Id, ThisSession, token);
        Done = "All other devices are signed out.";
    });

    public Task<IActionResult> OnPostTokenAsync([FromForm] string? password, [FromForm] string? name, [FromForm] string[]? scopes, [FromForm] int days) => ActAsync(async token =>
    {
        if (await ConfirmAsync(password))
        {
            var outcome = await Book.Tokens.AddAsync(Person.Id, name ?? "", ScopesOf(scopes ?? []), days, token);
            NewToken = outcome is Outcome<string>.Saved saved ? saved.Value : null;
            Error = outcome switch
            {
                Outcome<string>.Invalid invalid => string.Join(' ', invalid.Problems.Select(problem => problem.Message)),
                Outcome<string>.Refused refused => refused.Reason.Message,
                _ => null,
            };
        }
    });

    public Task<IActionResult> OnPostRevokeAsync([FromForm] int token) => ActAsync(async cancellation =>
        Done = await Book.Tokens.RevokeAsync(Person.Id, token, cancellation) ? "The token is good for nothing any more." : "There was no such token any more.");

    protected override async Task ShowAsync(CancellationToken cancellationToken)
    {
        Sessions = await Book.Sessions.ListAsync(Person.Id, cancellationToken);
        Tokens = await Book.Tokens.ListAsync(Person.Id, cancellationToken);
    }

    private static TokenScopes ScopesOf(IEnumerable<string> chosen) => chosen.Aggregate(TokenScopes.None, (scopes, word) => scopes | word switch
    {
        "read" => TokenScopes.Read,
        "write" => TokenScopes.Write,
        "statements" => TokenScopes.Statements,
        _ => TokenScopes.None,
    });

    // What is encrypted under the old password must be under the new one.
    private async Task<string?> ResealedAsync(string old, string chosen, CancellationToken cancellationToken) =>
        await Book.SecondFactors.FindAsync(Person.Id, cancellationToken) is { } stored && SecondFactorBox.Open(stored, old) is { } key ? SecondFactorBox.Seal(key, chosen) : null;
}
