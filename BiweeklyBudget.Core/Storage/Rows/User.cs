namespace BiweeklyBudget.Core.Storage.Rows;

/// <summary>Somebody who may sign in. Table <c>bb_users</c>, which upstream does not know. It belongs to where the book is served, not to the book: no backup holds it, and restoring one leaves it as it is.</summary>
[NotBackedUp]
internal sealed class User
{
    /// <summary>Primary key.</summary>
    public int Id { get; set; }

    /// <summary>The name to sign in with, at most 100 characters; no two differ in case alone.</summary>
    public string Name { get; set; } = "";

    /// <summary>What the user may do: a <see cref="Users.UserRole"/>.</summary>
    public string Role { get; set; } = "";

    /// <summary>The password as a hash; null until the user has set one.</summary>
    public string? PasswordHash { get; set; }

    /// <summary>Whether nobody may sign in by this name.</summary>
    public bool IsDisabled { get; set; }

    /// <summary>When the row was made, UTC.</summary>
    public DateTime CreatedAt { get; set; }

    /// <summary>How many attempts were begun since the last one that succeeded.</summary>
    public int FailedCount { get; set; }

    /// <summary>Until when no attempt is looked at, UTC.</summary>
    public DateTime? LockedUntil { get; set; }

    /// <summary>SHA-256 of the code that lets the user set a password once, 64 hexadecimal digits.</summary>
    public string? CodeHash { get; set; }

    /// <summary>Until when the code is of use, UTC.</summary>
    public DateTime? CodeUntil { get; set; }

    /// <summary>The key of the second factor, encrypted under the password; null when the user has none.</summary>
    public string? SecondFactor { get; set; }

    /// <summary>The newest time step whose code was used (RFC 6238).</summary>
    public long? SecondFactorStep { get; set; }
}
