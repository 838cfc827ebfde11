using BiweeklyBudget.Core.Changes;
using BiweeklyBudget.Core.Saving;

namespace BiweeklyBudget.Core.Deleting;

/// <summary>A record that is to go, and what that means.</summary>
public sealed record PlannedDeletion
{
    /// <summary>The record.</summary>
    public required RecordKey Record { get; init; }

    /// <summary>Its name or description; empty when it has none or is not there.</summary>
    public required string Name { get; init; }

    /// <summary>The day that it counts for, if it has one.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>Its amount or balance, if it has one.</summary>
    public decimal? Amount { get; init; }

    /// <summary>What goes along with it; empty when it goes alone.</summary>
    public IReadOnlyList<RelatedRecords> Along { get; init; } = [];

    /// <summary>Why it cannot go; null when it can.</summary>
    public Problem? Obstacle { get; init; }

    /// <summary>Whether it can be made inactive instead: it is active, and of a kind that may be.</summary>
    public bool CanBeDeactivated { get; init; }
}
