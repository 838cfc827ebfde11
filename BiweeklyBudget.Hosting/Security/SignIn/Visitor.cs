using BiweeklyBudget.Core.Users;

namespace BiweeklyBudget.Hosting.Security.SignIn;

/// <summary>Somebody whom the book's own list of users knows: in a browser, or by a script's token.</summary>
/// <param name="User">Who.</param>
/// <param name="SessionId">The session in the browser; null for a script.</param>
/// <param name="Scopes">What the script's token is good for.</param>
/// <param name="Token">Name of the script's token; null for a browser.</param>
internal sealed record Visitor(UserDetails User, string? SessionId, TokenScopes Scopes, string? Token = null)
{
    /// <summary>When he last showed in the session that he is who he says, UTC; null when he did so by signing in alone.</summary>
    public DateTime? ConfirmedAt { get; init; }

    /// <summary>Whether a proxy says who he is: then there is no session, and none is needed but for what is about himself.</summary>
    public bool IsProxied { get; init; }

    /// <summary>Whether his role lets him save.</summary>
    public bool MaySave => User.Role is UserRole.Member or UserRole.Owner;

    private bool InBrowser => SessionId is not null || IsProxied;

    /// <summary>Whether he may have what an endpoint asks for.</summary>
    /// <param name="access">What it asks; not by the method any more.</param>
    /// <param name="alsoFor">Scopes that are enough too.</param>
    public bool May(Access access, TokenScopes alsoFor) => access switch
    {
        Access.Anyone => true,
        Access.Read => InBrowser || (Scopes & (TokenScopes.Read | alsoFor)) != TokenScopes.None,
        Access.Write => MaySave && (InBrowser || (Scopes & (TokenScopes.Write | alsoFor)) != TokenScopes.None),
        Access.Person => SessionId is not null,
        Access.Owner => SessionId is not null && User.Role == UserRole.Owner,
        _ => false,
    };
}
