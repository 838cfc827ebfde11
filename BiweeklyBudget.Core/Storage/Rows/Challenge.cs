namespace BiweeklyBudget.Core.Storage.Rows;

/// <summary>What a passkey is to sign, once; any host on the database may have asked for it. Table <c>bb_challenges</c>, which upstream does not know.</summary>
[NotBackedUp]
internal sealed class Challenge
{
    /// <summary>Primary key: SHA-256 of what the browser holds, 64 hexadecimal digits.</summary>
    public string KeyHash { get; set; } = "";

    /// <summary>Who was asked; null when anybody may answer.</summary>
    public int? UserId { get; set; }

    /// <summary>What for, at most 50 characters.</summary>
    public string Purpose { get; set; } = "";

    /// <summary>What checking the answer takes, JSON.</summary>
    public string State { get; set; } = "";

    /// <summary>Until when an answer is looked at, UTC.</summary>
    public DateTime ValidUntil { get; set; }
}
