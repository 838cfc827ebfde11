namespace BiweeklyBudget.Core.Audit;

/// <summary>What came of checking the audit log.</summary>
public sealed record AuditCheck
{
    /// <summary>How many entries are in their places.</summary>
    public required long Entries { get; init; }

    /// <summary>How many changes of the record of changes are as the log says that they were recorded. Those before the last restore are not there any more and do not count.</summary>
    public required long Changes { get; init; }

    /// <summary>
    /// Number and hash of the newest entry, for example <c>17:4c2f…</c>. Who keeps it outside the database, and gives it to <see cref="AuditSection.VerifyAsync"/> later, finds out whether the log up
    /// to there is still the same.
    /// </summary>
    public required string Mark { get; init; }

    /// <summary>The first thing that is wrong, as a sentence; null when nothing is.</summary>
    public string? Problem { get; init; }

    /// <summary>Whether nothing is wrong.</summary>
    public bool IsWhole => Problem is null;
}
