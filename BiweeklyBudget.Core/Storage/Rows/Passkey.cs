namespace BiweeklyBudget.Core.Storage.Rows;

/// <summary>A passkey that a user signs in with (WebAuthn). Table <c>bb_passkeys</c>, which upstream does not know.</summary>
[NotBackedUp]
internal sealed class Passkey
{
    /// <summary>Primary key.</summary>
    public int Id { get; set; }

    /// <summary>Whose it is.</summary>
    public int UserId { get; set; }

    /// <summary>What its owner calls it, at most 100 characters.</summary>
    public string Name { get; set; } = "";

    /// <summary>The id that its authenticator gave it, at most 1,023 bytes, in base64url.</summary>
    public string CredentialId { get; set; } = "";

    /// <summary>SHA-256 of the id's bytes, 64 hexadecimal digits: the id is too long for an index.</summary>
    public string CredentialHash { get; set; } = "";

    /// <summary>What else checking a signature takes, JSON: the public key, what the authenticator said about itself.</summary>
    public string Data { get; set; } = "";

    /// <summary>How often the authenticator says that it was used.</summary>
    public long SignCount { get; set; }

    /// <summary>When it was added, UTC.</summary>
    public DateTime CreatedAt { get; set; }

    /// <summary>When it was used last, UTC.</summary>
    public DateTime? LastUsedAt { get; set; }
}
