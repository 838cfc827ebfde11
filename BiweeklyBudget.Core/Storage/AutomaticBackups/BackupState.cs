namespace BiweeklyBudget.Core.Storage.AutomaticBackups;

/// <summary>How the automatic backups of a database stand.</summary>
public sealed record BackupState
{
    /// <summary>Whether they are made at all (the setting BACKUP_PATH).</summary>
    public required bool IsOn { get; init; }

    /// <summary>The folder that they go to; null when they are off, or when none is named and the user has no data folder.</summary>
    public string? Folder { get; init; }

    /// <summary>The last good one, of whatever reason; null when there was none yet.</summary>
    public MadeBackup? Last { get; init; }

    /// <summary>Why the last daily one failed; null when it did not, or when there was none yet.</summary>
    public BackupProblem? Problem { get; init; }

    /// <summary>The moment, UTC, from which on the lack of a good one is a fault; null when none is due.</summary>
    public DateTime? OverdueFrom { get; init; }

    /// <summary>Whether the user should look after them: the last attempt failed, or there has been no good one for three days.</summary>
    /// <param name="nowUtc">Now, UTC.</param>
    /// <returns>False when they are off.</returns>
    public bool IsFailing(DateTime nowUtc) => IsOn && (Problem is not null || nowUtc >= OverdueFrom);
}
