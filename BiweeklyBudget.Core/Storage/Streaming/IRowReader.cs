namespace BiweeklyBudget.Core.Storage.Streaming;

/// <summary>One state of a database, read table by table as a stream; nobody waits for it. Disposing it lets go of the state.</summary>
internal interface IRowReader : IAsyncDisposable
{
    /// <summary>Counts the rows of a table.</summary>
    Task<long> CountAsync(StoredTable table, CancellationToken cancellationToken);

    /// <summary>Reads a table by its primary key. The array is the same for every row.</summary>
    IAsyncEnumerable<StoredValue[]> ReadAsync(StoredTable table, CancellationToken cancellationToken);
}
