namespace BiweeklyBudget.Core.Users;

/// <summary>An attempt to sign in that has been counted; whether the password is right is the caller's to find out.</summary>
public sealed record SignInAttempt
{
    /// <summary>Whose name was given.</summary>
    public required UserDetails User { get; init; }

    /// <summary>The hash of the password; null when none is set.</summary>
    public string? PasswordHash { get; init; }

    /// <summary>What the caller stored as the second factor; null when there is none.</summary>
    public string? SecondFactor { get; init; }

    /// <summary>Whether there were too many attempts lately: then the password is not to be looked at.</summary>
    public bool IsLocked { get; init; }
}
