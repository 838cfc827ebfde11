namespace BiweeklyBudget.Core.Users;

/// <summary>A browser in which somebody is signed in.</summary>
public sealed record SessionDetails
{
    /// <summary>By which it can be ended. What the browser holds cannot be told from it.</summary>
    public required string Id { get; init; }

    /// <summary>Who is signed in.</summary>
    public required UserDetails User { get; init; }

    /// <summary>When the user signed in, UTC.</summary>
    public required DateTime CreatedAt { get; init; }

    /// <summary>When it was used last, UTC, to the hour.</summary>
    public required DateTime LastSeenAt { get; init; }

    /// <summary>When the user last showed in it that he is who he says, UTC; null when he did so by signing in alone.</summary>
    public DateTime? ConfirmedAt { get; init; }

    /// <summary>What the browser calls itself; null when it says nothing.</summary>
    public string? Device { get; init; }
}
