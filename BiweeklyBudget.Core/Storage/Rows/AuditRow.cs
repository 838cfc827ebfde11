namespace BiweeklyBudget.Core.Storage.Rows;

/// <summary>
/// An entry of the audit log: who did what, from where and when (docs/adr/0043). Table <c>bb_audit</c>, which upstream does not know. It belongs to where the book is served: no backup holds it, and
/// restoring one leaves it as it is.
/// </summary>
[NotBackedUp]
internal sealed class AuditRow
{
    /// <summary>Primary key: the entry's place in the log, from 1, without gaps.</summary>
    public long Id { get; set; }

    /// <summary>UTC.</summary>
    public DateTime At { get; set; }

    /// <summary>Name of the user, at most 254 characters; null when it is not known.</summary>
    public string? Who { get; set; }

    /// <summary>Address of the network, or name of a program, at most 100 characters; null when it is not known.</summary>
    public string? Place { get; set; }

    /// <summary>What was done: a kind in words, at most 50 characters.</summary>
    public string Kind { get; set; } = "";

    /// <summary>To whom or what, at most 254 characters; no secret and no number of an account.</summary>
    public string? Subject { get; set; }

    /// <summary>More of it, at most 1,000 characters.</summary>
    public string? Details { get; set; }

    /// <summary>The change of money data or settings that the entry is about.</summary>
    public long? ChangeId { get; set; }

    /// <summary>SHA-256 of that change as it was recorded, 64 hexadecimal digits.</summary>
    public string? ChangeHash { get; set; }

    /// <summary>SHA-256 of the hash of the entry before and of all that stands here, 64 hexadecimal digits.</summary>
    public string Hash { get; set; } = "";
}
