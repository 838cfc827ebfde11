namespace BiweeklyBudget.Core.Storage.Initialization;

/// <summary>How a database stands to this program.</summary>
public enum DatabaseState
{
    /// <summary>Usable now: reachable, and no migration is pending.</summary>
    Ready,

    /// <summary>Absent or without tables: will be created.</summary>
    Empty,

    /// <summary>A creation of ours that was interrupted, or is still going on, and holds no data: will be made anew.</summary>
    Interrupted,

    /// <summary>Upstream's, at the revision that this program knows: will be adopted.</summary>
    Adoptable,

    /// <summary>Ours, with migrations to run.</summary>
    Outdated,

    /// <summary>Not a database that this program may work on.</summary>
    Refused,

    /// <summary>Cannot be reached.</summary>
    Unreachable,

    /// <summary>Reachable and complete, but nothing can be saved: read-only, or the disk is full.</summary>
    Unwritable,
}
