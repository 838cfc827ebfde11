using BiweeklyBudget.Core.Changes;
using BiweeklyBudget.Core.Saving;

namespace BiweeklyBudget.Core.Audit;

/// <summary>Which entries of the audit log are asked for: those that meet all that is given.</summary>
public sealed record AuditFilter
{
    /// <summary>Not before this instant, UTC.</summary>
    public DateTime? From { get; init; }

    /// <summary>Before this instant, UTC.</summary>
    public DateTime? To { get; init; }

    /// <summary>By this user.</summary>
    public string? Who { get; init; }

    /// <summary>Of this kind.</summary>
    public AuditKind? Kind { get; init; }

    /// <summary>Changes of this record, as far back as the last restore.</summary>
    public RecordKey? Record { get; init; }
}
