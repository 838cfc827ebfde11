using BiweeklyBudget.Core;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Users;
using BiweeklyBudget.Hosting.Composition;
using BiweeklyBudget.Hosting.Security.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace BiweeklyBudget.Hosting.Features.SignIn;

/// <summary>Who may sign in, for owners.</summary>
internal sealed class PeopleModel(BudgetBook book, CurrentBook current, PasswordCheck check) : PersonalPage(book, current, check)
{
    private const string Impossible = "This cannot be done: somebody must stay who can let people in.";

    /// <summary>All of them.</summary>
    public IReadOnlyList<UserDetails> Users { get; private set; } = [];

    /// <summary>A code that was just given to somebody.</summary>
    public string? NewCode { get; private set; }

    /// <summary>A role in words.</summary>
    public static string WordOf(UserRole role) => role switch
    {
        UserRole.Owner => "owner",
        UserRole.Member => "member",
        _ => "reads only",
    };

    public Task<IActionResult> OnGetAsync() => ActAsync(_ => Task.CompletedTask);

    public Task<IActionResult> OnPostAddAsync([FromForm] string? name, [FromForm] string? role, [FromForm] string? password) => ActAsync(async token =>
    {
        if (await ConfirmAsync(password))
        {
            var outcome = await Book.Users.AddAsync(name ?? "", RoleOf(role), passwordHash: null, token);
            Error = outcome is Outcome<UserDetails>.Invalid invalid ? string.Join(' ', invalid.Problems.Select(problem => problem.Message)) : null;
            NewCode = outcome is Outcome<UserDetails>.Saved saved ? await Book.Users.IssueCodeAsync(saved.Value.Id, token) : null;
        }
    });

    public Task<IActionResult> OnPostResetAsync([FromForm] int user, [FromForm] string? password) => ActAsync(async token =>
    {
        if (user == Person.Id)
        {
            Error = "Your own password you change under Sign-in.";
        }
        else if (await ConfirmAsync(password))
        {
            NewCode = await Book.Users.IssueCodeAsync(user, token);
        }
    });

    public Task<IActionResult> OnPostDisableAsync([FromForm] int user, [FromForm] string? password) => SetDisabledAsync(user, isDisabled: true, password);

    public Task<IActionResult> OnPostEnableAsync([FromForm] int user, [FromForm] string? password) => SetDisabledAsync(user, isDisabled: false, password);

    public Task<IActionResult> OnPostRoleAsync([FromForm] int user, [FromForm] string? role, [FromForm] string? password) => ActAsync(async token =>
    {
        if (await ConfirmAsync(password))
        {
            var isDone = user != Person.Id && await Book.Users.SetRoleAsync(user, RoleOf(role), token);
            (Done, Error) = isDone ? ("It is done.", null) : ((string?)null, Impossible);
        }
    });

    protected override async Task ShowAsync(CancellationToken cancellationToken) => Users = await Book.Users.ListAsync(cancellationToken);

    // What is not known is the least that there is.
    private static UserRole RoleOf(string? word) => word switch { "owner" => UserRole.Owner, "member" => UserRole.Member, _ => UserRole.ReadOnly };

    private Task<IActionResult> SetDisabledAsync(int user, bool isDisabled, string? password) => ActAsync(async token =>
    {
        if (await ConfirmAsync(password))
        {
            var isDone = user != Person.Id && await Book.Users.SetDisabledAsync(user, isDisabled, token);
            (Done, Error) = isDone ? ("It is done.", null) : ((string?)null, Impossible);
        }
    });
}
