using BiweeklyBudget.Core;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Users;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace BiweeklyBudget.Hosting.Security.SignIn;

/// <summary>
/// Passkeys (WebAuthn level 3, by ASP.NET Core Identity's handler): a device is asked, and answers, once and within five minutes, also through another host of the same database. The device sees to it that
/// it is its user (user verification), so a passkey is both factors.
/// </summary>
internal sealed partial class PasskeyCeremonies(BudgetBook book, ILogger<PasskeyCeremonies> logger)
{
    /// <summary>What is said to whoever is not let in, whatever was wrong.</summary>
    public const string Refusal = "This passkey does not sign anybody in here, or it took longer than five minutes. After ten wrong passwords, a name is locked for five minutes.";

    private const string Creation = "create";
    private const string SigningIn = "sign-in";
    private const string Confirmation = "confirm";

    // An answer with an attestation of a large certificate chain is far below it.
    private const int LongestAnswer = 32_000;

    /// <summary>Asks for a new passkey of a user.</summary>
    /// <returns>What the browser takes to make one: the JSON of <c>PublicKeyCredentialCreationOptions</c>.</returns>
    public async Task<string> OfferCreationAsync(HttpContext context, UserDetails user)
    {
        var entity = new PasskeyUserEntity { Id = UserHandle.Of(user), Name = user.Name, DisplayName = user.Name };
        var offer = await Handler().MakeCreationOptionsAsync(entity, context);
        await KeepAsync(context, user, Creation, offer.AttestationState);
        return offer.CreationOptionsJson;
    }

    /// <summary>Adds the passkey that a device has made.</summary>
    /// <param name="context">The request.</param>
    /// <param name="user">Who asked for it.</param>
    /// <param name="name">What he calls it.</param>
    /// <param name="answer">What the browser sent, as JSON.</param>
    /// <returns>The passkey, or why not.</returns>
    public async Task<Outcome<PasskeyDetails>> AddAsync(HttpContext context, UserDetails user, string? name, string? answer)
    {
        if (await TakeAsync(context, user, Creation) is not { } state || answer is not { Length: > 0 and <= LongestAnswer })
        {
            return Refused();
        }

        var result = await Handler().PerformAttestationAsync(new PasskeyAttestationContext { HttpContext = context, CredentialJson = answer, AttestationState = state });
        if (!result.Succeeded || result.UserEntity.Id != UserHandle.Of(user))
        {
            LogRefused(context.Connection.RemoteIpAddress, result.Failure?.Message);
            return Refused();
        }

        var made = result.Passkey;
        return await book.Passkeys.AddAsync(
            new PasskeyDetails { UserId = user.Id, Name = name ?? "", CredentialId = made.CredentialId, Data = PasskeyData.TextOf(made), SignCount = made.SignCount },
            context.RequestAborted);
    }

    /// <summary>Asks for a passkey of anybody, to sign in.</summary>
    /// <returns>What the browser takes to ask for one: the JSON of <c>PublicKeyCredentialRequestOptions</c>.</returns>
    public Task<string> OfferSignInAsync(HttpContext context) => OfferAsync(context, SigningIn, user: null);

    /// <summary>Asks for a passkey of who is signed in.</summary>
    /// <returns>What the browser takes to ask for one.</returns>
    public Task<string> OfferConfirmationAsync(HttpContext context, UserDetails user) => OfferAsync(context, Confirmation, user);

    /// <summary>Finds out who signs in.</summary>
    /// <param name="context">The request.</param>
    /// <param name="answer">What the browser sent, as JSON.</param>
    /// <returns>The user; null when he is not let in.</returns>
    public async Task<UserDetails?> SignInAsync(HttpContext context, string? answer)
    {
        var user = await CheckAsync(context, asked: null, SigningIn, answer);
        if (user is null || !await MaySignInAsync(user, context.RequestAborted))
        {
            return null;
        }

        LogSignedIn(user.Name, context.Connection.RemoteIpAddress);
        return user;
    }

    /// <summary>Whether it is who is signed in, before something that a stolen session must not be enough for.</summary>
    /// <param name="context">The request.</param>
    /// <param name="user">Who is signed in.</param>
    /// <param name="answer">What the browser sent, as JSON.</param>
    public async Task<bool> ConfirmAsync(HttpContext context, UserDetails user, string? answer) =>
        await CheckAsync(context, user, Confirmation, answer) is { } found && found.Id == user.Id && await MaySignInAsync(user, context.RequestAborted);

    private async Task<string> OfferAsync(HttpContext context, string purpose, UserDetails? user)
    {
        var offer = await Handler().MakeRequestOptionsAsync(user, context);
        await KeepAsync(context, user, purpose, offer.AssertionState);
        return offer.RequestOptionsJson;
    }

    private async Task<UserDetails?> CheckAsync(HttpContext context, UserDetails? asked, string purpose, string? answer)
    {
        if (await TakeAsync(context, asked, purpose) is not { } state || answer is not { Length: > 0 and <= LongestAnswer })
        {
            LogRefused(context.Connection.RemoteIpAddress, reason: null);
            return null;
        }

        var result = await Handler().PerformAssertionAsync(new PasskeyAssertionContext { HttpContext = context, CredentialJson = answer, AssertionState = state });
        if (result.Succeeded
            && await book.Passkeys.FindAsync(result.Passkey.CredentialId, context.RequestAborted) is { } stored
            && stored.UserId == result.User.Id
            && await book.Passkeys.UseAsync(stored.Id, result.Passkey.SignCount, PasskeyData.TextOf(result.Passkey), context.RequestAborted))
        {
            return result.User;
        }

        LogRefused(context.Connection.RemoteIpAddress, result.Failure?.Message);
        return null;
    }

    // A name that is disabled or locked is so for its passkeys too.
    private async Task<bool> MaySignInAsync(UserDetails user, CancellationToken cancellationToken)
    {
        if (await book.Users.BeginAttemptAsync(user.Name, cancellationToken) is not { IsLocked: false } attempt || attempt.User.Id != user.Id)
        {
            return false;
        }

        await book.Users.CompleteAttemptAsync(user.Id, cancellationToken);
        return true;
    }

    private async Task KeepAsync(HttpContext context, UserDetails? asked, string purpose, string? state) =>
        ChallengeCookie.Write(context, await book.Passkeys.KeepChallengeAsync(asked?.Id, purpose, state ?? "", context.RequestAborted));

    private async Task<string?> TakeAsync(HttpContext context, UserDetails? asked, string purpose) =>
        ChallengeCookie.Take(context) is { } key ? await book.Passkeys.TakeChallengeAsync(key, asked?.Id, purpose, context.RequestAborted) : null;

    private PasskeyHandler<UserDetails> Handler()
    {
        var options = new IdentityPasskeyOptions
        {
            UserVerificationRequirement = "required",
            ResidentKeyRequirement = "required",
            AttestationConveyancePreference = "none",
            ValidateOrigin = origin => ValueTask.FromResult(!origin.CrossOrigin && RequestOrigin.IsOwnOrSafer(origin.Origin, origin.HttpContext.Request)),
        };
        return new PasskeyHandler<UserDetails>(Users(), Options.Create(options));
    }

    // Of it, nothing is used but its way to the store.
    private UserManager<UserDetails> Users() => new(
        new PasskeyStore(book),
        Options.Create(new IdentityOptions()),
        new PasswordHasher<UserDetails>(),
        [],
        [],
        new UpperInvariantLookupNormalizer(),
        new IdentityErrorDescriber(),
        services: null!,
        NullLogger<UserManager<UserDetails>>.Instance);

    private static Outcome<PasskeyDetails> Refused() => new Outcome<PasskeyDetails>.Refused(new Problem(null, ProblemCode.BadFormat, "The passkey was not added: what the device said does not fit, or it took longer than five minutes. Please try again."));

    [LoggerMessage(Level = LogLevel.Information, Message = "{Name} signed in with a passkey from {Address}.")]
    private partial void LogSignedIn(string name, System.Net.IPAddress? address);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A passkey from {Address} was refused: {Reason}")]
    private partial void LogRefused(System.Net.IPAddress? address, string? reason);
}
