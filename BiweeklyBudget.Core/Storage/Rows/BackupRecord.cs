namespace BiweeklyBudget.Core.Storage.Rows;

/// <summary>A backup that was made, or tried. Table <c>bb_backups</c>, which upstream does not know.</summary>
internal sealed class BackupRecord
{
    /// <summary>Primary key.</summary>
    public long Id { get; set; }

    /// <summary>When it ended, UTC.</summary>
    public DateTime At { get; set; }

    /// <summary>Why it was made: daily, before a migration, before a restore; at most 50 characters.</summary>
    public string Reason { get; set; } = "";

    /// <summary>Path of the file, at most 1,024 characters; null when there is none.</summary>
    public string? File { get; set; }

    /// <summary>Size of the file.</summary>
    public long? Bytes { get; set; }

    /// <summary>Why it failed; null when it was made and verified.</summary>
    public string? Problem { get; set; }
}
