using BiweeklyBudget.Core.Storage.Connections;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Storage.Backup;

/// <summary>A SQLite database of one operation's own in the folder for temporary files, for its owner's eyes only, removed at the end.</summary>
internal sealed class ThrowAwayDatabase : IAsyncDisposable
{
    private readonly string _folder;
    private readonly Action<DbContextOptionsBuilder>? _configure;

    private ThrowAwayDatabase(string folder, Action<DbContextOptionsBuilder>? configure)
    {
        _folder = folder;
        _configure = configure;
        Connection = DatabaseConnection.Parse("sqlite:///" + Path.Combine(folder, "throw-away.db"));
    }

    public DatabaseConnection Connection { get; }

    /// <summary>Makes one of a source's rows, with the tables that the source had, compares them, and brings it to the program's tables.</summary>
    /// <param name="source">The rows.</param>
    /// <param name="configure">Further options of the context.</param>
    /// <param name="progress">Is told about the work.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<(ThrowAwayDatabase Database, BackupSummary Summary)> CreateAsync(IBackupSource source, Action<DbContextOptionsBuilder>? configure, IProgress<BackupProgress>? progress, CancellationToken cancellationToken)
    {
        var database = new ThrowAwayDatabase(Directory.CreateTempSubdirectory("biweeklybudget-").FullName, configure);
        try
        {
            return (database, await database.FillAsync(source, progress, cancellationToken).ConfigureAwait(false));
        }
        catch
        {
            await database.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    public ValueTask DisposeAsync()
    {
        Connection.Provider.ClosePooled();
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    private async Task<BackupSummary> FillAsync(IBackupSource source, IProgress<BackupProgress>? progress, CancellationToken cancellationToken)
    {
        await Connection.Provider.CreateSite().PrepareAsync(cancellationToken).ConfigureAwait(false);
        var context = Connection.CreateContext(_configure);
        await using (context.ConfigureAwait(false))
        {
            var kept = KeptTables.Of(context);
            kept.RequireKnown(source.Header);
            var migrations = source.Header.Migrations.Count;
            await context.Database.MigrateAsync(kept.IdAfter(migrations), cancellationToken).ConfigureAwait(false);
            var summary = await CopyAsync(source, kept.After(migrations), progress, cancellationToken).ConfigureAwait(false);
            await context.Database.MigrateAsync(cancellationToken).ConfigureAwait(false);
            return summary;
        }
    }

    private async Task<BackupSummary> CopyAsync(IBackupSource source, IReadOnlyList<Streaming.StoredTable> known, IProgress<BackupProgress>? progress, CancellationToken cancellationToken)
    {
        var writer = await Connection.Provider.OpenRowsToWriteAsync(cancellationToken).ConfigureAwait(false);
        await using (writer.ConfigureAwait(false))
        {
            foreach (var table in known)
            {
                // The migrations wrote upstream's stamp.
                await writer.EmptyAsync(table, cancellationToken).ConfigureAwait(false);
            }

            var summary = await new TableCopy(source, writer, known, progress).RunAsync(cancellationToken).ConfigureAwait(false);
            await writer.CommitAsync(cancellationToken).ConfigureAwait(false);
            return summary;
        }
    }
}
