using BiweeklyBudget.Core.Storage.Streaming;

namespace BiweeklyBudget.Core.Storage.Backup;

/// <summary>Where rows come from: a database as of one moment, or a backup of one.</summary>
internal interface IBackupSource
{
    /// <summary>What follows.</summary>
    BackupHeader Header { get; }

    /// <summary>Reads the rows of a table; the tables of the header in their order. The array is the same for every row.</summary>
    IAsyncEnumerable<StoredValue[]> ReadAsync(StoredTable table, CancellationToken cancellationToken);

    /// <summary>After the last table: what there must have been of each.</summary>
    /// <returns>Null if the source does not say.</returns>
    Task<IReadOnlyList<BackupTable>?> ReadTotalsAsync(CancellationToken cancellationToken);
}
