namespace BiweeklyBudget.Core.Users;

/// <summary>A key pair of a user's device or password manager, of which the public half is known here (WebAuthn).</summary>
public sealed record PasskeyDetails
{
    /// <summary>Number of the passkey; 0 before it is stored.</summary>
    public int Id { get; init; }

    /// <summary>Whose it is.</summary>
    public required int UserId { get; init; }

    /// <summary>What the user calls it.</summary>
    public required string Name { get; init; }

    /// <summary>What the device knows it by, 1 to 1023 bytes.</summary>
    public required ReadOnlyMemory<byte> CredentialId { get; init; }

    /// <summary>What else the caller needs to check an answer, such as its public key; as the caller gave it.</summary>
    public required string Data { get; init; }

    /// <summary>How often the device says that it was used; 0 where it does not count.</summary>
    public long SignCount { get; init; }

    /// <summary>When it was added, UTC.</summary>
    public DateTime CreatedAt { get; init; }

    /// <summary>When it was used last, UTC; null when it was not yet.</summary>
    public DateTime? LastUsedAt { get; init; }
}
