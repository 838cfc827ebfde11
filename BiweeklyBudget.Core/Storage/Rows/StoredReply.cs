namespace BiweeklyBudget.Core.Storage.Rows;

/// <summary>The answer to a request that came with a key, kept so that the same request again is answered and not done again. Table <c>bb_replies</c>, which upstream does not know.</summary>
[NotBackedUp(IsEmptiedByRestore = true)]
internal sealed class StoredReply
{
    /// <summary>Primary key: SHA-256 of the request's key, hexadecimal.</summary>
    public string KeyHash { get; set; } = "";

    /// <summary>SHA-256 of what was asked for, hexadecimal: another request with the same key is refused.</summary>
    public string RequestHash { get; set; } = "";

    /// <summary>When it was answered, UTC.</summary>
    public DateTime At { get; set; }

    /// <summary>Status code of the answer.</summary>
    public int Status { get; set; }

    /// <summary>Media type of the answer, at most 100 characters.</summary>
    public string? ContentType { get; set; }

    /// <summary>The answer.</summary>
    public byte[]? Body { get; set; }
}
