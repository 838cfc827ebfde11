namespace BiweeklyBudget.Core.Changes;

/// <summary>Which changes are asked for: those that meet all that is given.</summary>
public sealed record ChangeFilter
{
    /// <summary>With these numbers, at most a few thousand.</summary>
    public IReadOnlyCollection<long>? Ids { get; init; }

    /// <summary>Not before this instant, UTC.</summary>
    public DateTime? From { get; init; }

    /// <summary>Before this instant, UTC.</summary>
    public DateTime? To { get; init; }

    /// <summary>Of this record. The changes of a transaction are those of its splits too.</summary>
    public RecordKey? Record { get; init; }

    /// <summary>
    /// Of records of this kind. Those of budgets are what was edited, added or removed; whatever is booked moves the balances of standing budgets, and does not count.
    /// </summary>
    public RecordKind? Kind { get; init; }

    /// <summary>With this text in a name, description, note or file name, before or after, in capitals or not; too short a one (<see cref="Tables.TableQuery.ShortestSearch"/>) finds all.</summary>
    public string? Text { get; init; }

    /// <summary>Of this operation (<see cref="ChangeDetails.Operation"/>).</summary>
    public string? Operation { get; init; }

    /// <summary>By this user.</summary>
    public string? Who { get; init; }

    /// <summary>Whether another change took it back.</summary>
    public bool? IsUndone { get; init; }
}
