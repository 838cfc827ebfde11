using BiweeklyBudget.Core;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Users;
using BiweeklyBudget.Hosting.Composition;

namespace BiweeklyBudget.Hosting.Security.SignIn;

/// <summary>Finds out whether somebody is who he says. What is wrong – name, password, code, a locked name – is never told apart, and takes as long.</summary>
internal sealed partial class PasswordCheck(BudgetBook book, CurrentBook current, ILogger<PasswordCheck> logger)
{
    /// <summary>What is said to whoever is not let in.</summary>
    public const string Refusal = "Name, password or code is wrong. After ten wrong ones, a name is locked for five minutes.";

    /// <summary>What is said to whoever tries too often.</summary>
    public const string TooOften = "Too many attempts. Please wait a minute and try again.";

    private SignInLimits Limits => current.Served.Limits;

    /// <summary>Checks everything that signing in takes.</summary>
    /// <param name="context">The request.</param>
    /// <param name="name">The name as it was typed.</param>
    /// <param name="password">The password as it was typed.</param>
    /// <param name="code">The code as it was typed; empty when the user has no second factor.</param>
    /// <returns>The user; null when he is not let in.</returns>
    public async Task<UserDetails?> SignInAsync(HttpContext context, string? name, string? password, string? code)
    {
        var (attempt, isPassword) = await TryAsync(context, name, password);
        if (isPassword && (attempt!.SecondFactor is null || await IsCodeAsync(context, attempt.User.Id, attempt.SecondFactor, password!, code)))
        {
            await book.Users.CompleteAttemptAsync(attempt.User.Id, context.RequestAborted);
            LogSignedIn(attempt.User.Name, context.Connection.RemoteIpAddress);
            return attempt.User;
        }

        LogRefused(context.Connection.RemoteIpAddress);
        await RecordRefusalAsync(AuditKind.SignInFailed, attempt, isPassword, context.RequestAborted);
        return null;
    }

    /// <summary>Checks the password of who is signed in, before something that a stolen session must not be enough for.</summary>
    /// <param name="context">The request.</param>
    /// <param name="user">Who is signed in.</param>
    /// <param name="password">The password as it was typed.</param>
    /// <returns>Whether it is his.</returns>
    public async Task<bool> ConfirmAsync(HttpContext context, UserDetails user, string? password)
    {
        if (!Limits.MayTry(context))
        {
            LogRefused(context.Connection.RemoteIpAddress);
            return false;
        }

        var (attempt, isPassword) = await TryAsync(context, user.Name, password);
        if (isPassword && attempt!.User.Id == user.Id)
        {
            await book.Users.CompleteAttemptAsync(user.Id, context.RequestAborted);
            return true;
        }

        LogRefused(context.Connection.RemoteIpAddress);
        await RecordRefusalAsync(AuditKind.ConfirmationFailed, attempt, isPassword, context.RequestAborted);
        return false;
    }

    /// <summary>The hash of a password that was chosen.</summary>
    public Task<string> HashAsync(string password, CancellationToken cancellationToken) => Limits.HashAsync(() => Passwords.Hash(password), cancellationToken);

    // Counted before the password is looked at, and the count begins anew only when all is right.
    private async Task<(SignInAttempt? Attempt, bool IsPassword)> TryAsync(HttpContext context, string? name, string? password)
    {
        var attempt = string.IsNullOrWhiteSpace(name) || name.Length > UserSection.LongestName ? null : await book.Users.BeginAttemptAsync(name.Trim(), context.RequestAborted);
        var hash = attempt is { IsLocked: false } ? attempt.PasswordHash : null;
        return (attempt, await Limits.HashAsync(() => Passwords.IsRight(hash, password ?? ""), context.RequestAborted));
    }

    // A name that nobody has is not written down: it may be a password that was typed into the wrong field.
    private Task RecordRefusalAsync(AuditKind kind, SignInAttempt? attempt, bool isPassword, CancellationToken cancellationToken) => book.Audit.AddAsync(
        kind,
        attempt?.User.Name,
        attempt switch { null => "a name that nobody has", { IsLocked: true } => "the name was locked", _ when isPassword => "wrong code", _ => "wrong password" },
        cancellationToken);

    private async Task<bool> IsCodeAsync(HttpContext context, int userId, string secondFactor, string password, string? code)
    {
        if (string.IsNullOrWhiteSpace(code))
        {
            return false;
        }

        var key = await Limits.HashAsync(() => SecondFactorBox.Open(secondFactor, password), context.RequestAborted);
        return key is not null && Totp.StepOf(key, code, book.Now) is { } step
            ? await book.SecondFactors.UseStepAsync(userId, step, context.RequestAborted)
            : await book.SecondFactors.UseRecoveryCodeAsync(userId, code, context.RequestAborted);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Name} signed in from {Address}.")]
    private partial void LogSignedIn(string name, System.Net.IPAddress? address);

    // Not the name: what is typed there may be a password.
    [LoggerMessage(Level = LogLevel.Warning, Message = "An attempt to sign in from {Address} was refused.")]
    private partial void LogRefused(System.Net.IPAddress? address);
}
