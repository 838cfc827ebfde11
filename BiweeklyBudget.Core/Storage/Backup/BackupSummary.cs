namespace BiweeklyBudget.Core.Storage.Backup;

/// <summary>What a backup holds.</summary>
public sealed record BackupSummary
{
    /// <summary>The moment as of which the data is; UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Version of the program that wrote it.</summary>
    public required string Program { get; init; }

    /// <summary>The engine that the data comes from.</summary>
    public required DatabaseEngine Source { get; init; }

    /// <summary>Names of the migrations that the database had, oldest first, the same on both engines.</summary>
    public required IReadOnlyList<string> Migrations { get; init; }

    /// <summary>The tables, by name.</summary>
    public required IReadOnlyList<BackupTable> Tables { get; init; }

    /// <summary>Tables (<c>name</c>) and columns (<c>table.name</c>) of the database that this program does not know and that are therefore not in the backup.</summary>
    public required IReadOnlyList<string> LeftOut { get; init; }

    /// <summary>The file's size; 0 where there was no file.</summary>
    public long Bytes { get; init; }

    /// <summary>Whether the file needs a passphrase.</summary>
    public bool IsEncrypted { get; init; }

    /// <summary>Rows of all tables.</summary>
    public long Rows => Tables.Sum(table => table.Rows);
}
