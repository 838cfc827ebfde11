using System.Reflection;
using BiweeklyBudget.Core.Storage.Connections;
using BiweeklyBudget.Core.Storage.Streaming;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Storage.Backup;

/// <summary>A database as of one moment.</summary>
internal sealed class DatabaseSource : IBackupSource, IAsyncDisposable
{
    private readonly IRowReader _rows;
    private readonly bool _isOwner;

    private DatabaseSource(IRowReader rows, BackupHeader header, bool isOwner)
    {
        _rows = rows;
        Header = header;
        _isOwner = isOwner;
    }

    public BackupHeader Header { get; }

    /// <summary>Begins to read a database, which has the tables of at least the first migration.</summary>
    public static async Task<DatabaseSource> OpenAsync(DatabaseConnection connection, TimeProvider time, Action<DbContextOptionsBuilder>? configure, CancellationToken cancellationToken)
    {
        var rows = await connection.Provider.OpenRowsToReadAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return new DatabaseSource(rows, await DescribeAsync(connection, rows, time, configure, cancellationToken).ConfigureAwait(false), isOwner: true);
        }
        catch
        {
            await rows.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Begins to read a database whose state is held already.</summary>
    public static async Task<DatabaseSource> OverAsync(IRowReader rows, DatabaseConnection connection, TimeProvider time, Action<DbContextOptionsBuilder>? configure, CancellationToken cancellationToken) =>
        new(rows, await DescribeAsync(connection, rows, time, configure, cancellationToken).ConfigureAwait(false), isOwner: false);

    public IAsyncEnumerable<StoredValue[]> ReadAsync(StoredTable table, CancellationToken cancellationToken) => _rows.ReadAsync(table, cancellationToken);

    public Task<IReadOnlyList<BackupTable>?> ReadTotalsAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<BackupTable>?>(null);

    public ValueTask DisposeAsync() => _isOwner ? _rows.DisposeAsync() : ValueTask.CompletedTask;

    private static async Task<BackupHeader> DescribeAsync(DatabaseConnection connection, IRowReader rows, TimeProvider time, Action<DbContextOptionsBuilder>? configure, CancellationToken cancellationToken)
    {
        var createdAt = time.GetUtcNow();
        var contents = await connection.Provider.CreateSite().ReadContentsAsync(cancellationToken).ConfigureAwait(false);
        var context = connection.CreateContext(configure);
        await using (context.ConfigureAwait(false))
        {
            // Upstream's own database has no record of ours; it is what the first migration makes.
            var kept = KeptTables.Of(context);
            var tables = kept.After(Math.Clamp(contents.Record.Migrations?.Count ?? 0, 1, kept.Migrations.Count));
            var counts = new List<long>();
            foreach (var table in tables)
            {
                counts.Add(await rows.CountAsync(table, cancellationToken).ConfigureAwait(false));
            }

            return new BackupHeader(createdAt, ProgramVersion(), connection.Engine, [.. kept.Migrations.Take(contents.Record.Migrations?.Count ?? 1)], LeftOut(contents, [.. tables, .. kept.NotKept]), tables, counts);
        }
    }

    private static string[] LeftOut(DatabaseContents contents, IReadOnlyList<StoredTable> known)
    {
        var columns = known.ToDictionary(table => table.Name, table => table.Columns.Select(column => column.Name).ToHashSet(StringComparer.OrdinalIgnoreCase), StringComparer.OrdinalIgnoreCase);
        return
        [
            .. contents.Tables.OrderBy(table => table.Key, StringComparer.Ordinal)
                .SelectMany(table => columns.TryGetValue(table.Key, out var ours) ? table.Value.Where(column => !ours.Contains(column)).Order(StringComparer.Ordinal).Select(column => $"{table.Key}.{column}") : [table.Key]),
        ];
    }

    private static string ProgramVersion() => typeof(BudgetDbContext).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "";
}
