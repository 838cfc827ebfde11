namespace BiweeklyBudget.Core.Storage.Rows;

/// <summary>What a script signs in with. Table <c>bb_tokens</c>, which upstream does not know.</summary>
[NotBackedUp]
internal sealed class UserToken
{
    /// <summary>Primary key.</summary>
    public int Id { get; set; }

    /// <summary>Whose it is.</summary>
    public int UserId { get; set; }

    /// <summary>What it is for, at most 100 characters.</summary>
    public string Name { get; set; } = "";

    /// <summary>SHA-256 of the token, 64 hexadecimal digits.</summary>
    public string KeyHash { get; set; } = "";

    /// <summary>What it is good for: <see cref="Users.TokenScopes"/> as a number.</summary>
    public int Scopes { get; set; }

    /// <summary>When it was made, UTC.</summary>
    public DateTime CreatedAt { get; set; }

    /// <summary>Until when it is good, UTC.</summary>
    public DateTime ExpiresAt { get; set; }

    /// <summary>When it was used last, UTC, to the hour.</summary>
    public DateTime? LastUsedAt { get; set; }
}
