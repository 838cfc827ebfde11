namespace BiweeklyBudget.Core.Users;

/// <summary>What somebody who signs in may do. Each may do what those before it may.</summary>
public enum UserRole
{
    /// <summary>See everything, save nothing.</summary>
    ReadOnly,

    /// <summary>Also save.</summary>
    Member,

    /// <summary>Also say who may sign in.</summary>
    Owner,
}
