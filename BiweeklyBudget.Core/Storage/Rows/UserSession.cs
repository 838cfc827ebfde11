namespace BiweeklyBudget.Core.Storage.Rows;

/// <summary>A browser in which somebody is signed in. Table <c>bb_sessions</c>, which upstream does not know.</summary>
[NotBackedUp]
internal sealed class UserSession
{
    /// <summary>Primary key: SHA-256 of what the browser holds, 64 hexadecimal digits.</summary>
    public string KeyHash { get; set; } = "";

    /// <summary>Whose it is.</summary>
    public int UserId { get; set; }

    /// <summary>When the user signed in, UTC.</summary>
    public DateTime CreatedAt { get; set; }

    /// <summary>When it was used last, UTC, to the hour.</summary>
    public DateTime LastSeenAt { get; set; }

    /// <summary>What the browser calls itself, at most 254 characters.</summary>
    public string? Device { get; set; }

    /// <summary>When the user last showed in it that he is who he says, UTC; null when he did so by signing in alone.</summary>
    public DateTime? ConfirmedAt { get; set; }
}
