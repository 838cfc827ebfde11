namespace BiweeklyBudget.Core.Users;

/// <summary>What a script signs in with. The token itself is known to nobody but its holder.</summary>
public sealed record TokenDetails
{
    /// <summary>Number of the token.</summary>
    public required int Id { get; init; }

    /// <summary>Whose it is.</summary>
    public required UserDetails User { get; init; }

    /// <summary>What it is for.</summary>
    public required string Name { get; init; }

    /// <summary>What it is good for.</summary>
    public required TokenScopes Scopes { get; init; }

    /// <summary>When it was made, UTC.</summary>
    public required DateTime CreatedAt { get; init; }

    /// <summary>Until when it is good, UTC.</summary>
    public required DateTime ExpiresAt { get; init; }

    /// <summary>When it was used last, UTC, to the hour; null when never.</summary>
    public DateTime? LastUsedAt { get; init; }
}
