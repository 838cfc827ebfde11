using System.Data.Common;

namespace BiweeklyBudget.Core.Storage.Streaming;

/// <summary>
/// One transaction that replaces what is in a database; it reads its own changes. Foreign keys are not checked: what was stored is restored, orphans too. Disposing it without
/// a commit undoes everything.
/// </summary>
internal interface IRowWriter : IRowReader
{
    /// <summary>The open session that the transaction is in, for what is written in it by other means.</summary>
    DbConnection Session { get; }

    /// <summary>Keeps others from writing to tables until the end, and waits for those who are. Readers go on.</summary>
    Task LockAsync(IReadOnlyList<StoredTable> tables, CancellationToken cancellationToken);

    /// <summary>Removes all rows of a table.</summary>
    Task EmptyAsync(StoredTable table, CancellationToken cancellationToken);

    /// <summary>Stores rows as they are, with their keys; generated keys go on after the greatest.</summary>
    /// <exception cref="RowNotStorableException">The table cannot hold one of them.</exception>
    Task WriteAsync(StoredTable table, IAsyncEnumerable<StoredValue[]> rows, CancellationToken cancellationToken);

    /// <summary>Stores all of it.</summary>
    Task CommitAsync(CancellationToken cancellationToken);
}
