namespace BiweeklyBudget.Core.Users;

/// <summary>Somebody who may sign in.</summary>
public sealed record UserDetails
{
    /// <summary>Number of the user.</summary>
    public required int Id { get; init; }

    /// <summary>The name to sign in with.</summary>
    public required string Name { get; init; }

    /// <summary>What the user may do.</summary>
    public required UserRole Role { get; init; }

    /// <summary>Whether nobody may sign in by this name.</summary>
    public bool IsDisabled { get; init; }

    /// <summary>Whether a password is set; otherwise the user has a code to set one with, or had one.</summary>
    public bool HasPassword { get; init; }

    /// <summary>Whether signing in also takes a code of the user's device.</summary>
    public bool HasSecondFactor { get; init; }

    /// <summary>Since when the user is known, UTC.</summary>
    public required DateTime CreatedAt { get; init; }
}
