namespace BiweeklyBudget.Core.Storage.Rows;

/// <summary>
/// What became of a save that came with a key, stored together with what it saved: the same request again is answered by it and not done again. Table
/// <c>bb_replies</c>, which upstream does not know.
/// </summary>
internal sealed class StoredReply
{
    /// <summary>Primary key: SHA-256 of the request's key, 64 hexadecimal digits.</summary>
    public string KeyHash { get; set; } = "";

    /// <summary>SHA-256 of what was asked for, 64 hexadecimal digits: another request with the same key is refused.</summary>
    public string RequestHash { get; set; } = "";

    /// <summary>When it was saved, UTC.</summary>
    public DateTime At { get; set; }

    /// <summary>What it resulted in, JSON.</summary>
    public string Outcome { get; set; } = "";
}
