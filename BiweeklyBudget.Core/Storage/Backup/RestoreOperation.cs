using System.Globalization;
using BiweeklyBudget.Core.Storage.Connections;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace BiweeklyBudget.Core.Storage.Backup;

/// <summary>
/// Replaces what is in a database by the rows of a source, in one transaction (docs/adr/0013). The old rows are locked, backed up and removed in it, so that no save between
/// the backup and the end is lost; who is killed leaves the old data.
/// </summary>
internal sealed class RestoreOperation(DatabaseConnection target, ILogger logger, TimeProvider time, Action<DbContextOptionsBuilder>? configure)
{
    private static readonly TimeSpan WaitLimit = TimeSpan.FromMinutes(2);
    private readonly DatabaseSite _site = target.Provider.CreateSite();

    /// <summary>Whether a database that is there holds rows of a person's.</summary>
    public async Task<bool> HoldsDataAsync(CancellationToken cancellationToken)
    {
        var contents = await _site.ReadContentsAsync(cancellationToken).ConfigureAwait(false);
        return !await _site.AreEmptyAsync(contents.Tables.Keys.Where(name => KeptNames().Contains(name)), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The refusal of a database that holds data.</summary>
    public DatabaseRefusedException HoldsData() => new($"The database {target.Description} holds data, which would be replaced. Nothing was changed.");

    /// <summary>Restores.</summary>
    /// <param name="source">The rows; of tables as they are now.</param>
    /// <param name="replace">How the old rows are kept; null if there must be none.</param>
    /// <param name="note">What the audit log says of it.</param>
    /// <param name="asOf">When the rows were as they are.</param>
    /// <param name="progress">Is told about the work.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<RestoreResult> RunAsync(IBackupSource source, OldData? replace, RestoreNote note, DateTimeOffset asOf, IProgress<BackupProgress>? progress, CancellationToken cancellationToken)
    {
        // Under the lock nobody changes the tables meanwhile. Hosts start on a database that is ready without it.
        var held = await _site.LockAsync(new LockWait(WaitLimit, time, logger), cancellationToken).ConfigureAwait(false);
        await using (held.ConfigureAwait(false))
        {
            var writer = await target.Provider.OpenRowsToWriteAsync(cancellationToken).ConfigureAwait(false);
            await using (writer.ConfigureAwait(false))
            {
                var kept = ReadKept();
                await writer.LockAsync([.. kept.Now, .. kept.Emptied], cancellationToken).ConfigureAwait(false);
                var file = await KeepOldAsync(writer, kept, replace, note, progress, cancellationToken).ConfigureAwait(false);
                foreach (var table in kept.Now.Concat(kept.Emptied))
                {
                    await writer.EmptyAsync(table, cancellationToken).ConfigureAwait(false);
                }

                var summary = await new TableCopy(source, writer, kept.Now, progress).RunAsync(cancellationToken).ConfigureAwait(false);
                await RecordAsync(writer, note, string.Create(CultureInfo.InvariantCulture, $"{summary.Rows} rows as of {asOf.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC"), cancellationToken).ConfigureAwait(false);
                await writer.CommitAsync(cancellationToken).ConfigureAwait(false);
                logger.LogInformation("Restored {Rows} rows into {Database}.", summary.Rows, target.Description);
                return new RestoreResult(summary, file);
            }
        }
    }

    /// <summary>The program's tables on the target's engine.</summary>
    public KeptTables ReadKept()
    {
        using var context = target.CreateContext(configure);
        return KeptTables.Of(context);
    }

    // In the transaction itself: the log says that the data was replaced exactly where it was.
    private async Task RecordAsync(Streaming.IRowWriter writer, RestoreNote note, string details, CancellationToken cancellationToken)
    {
        var context = target.CreateContext(configure);
        await using (context.ConfigureAwait(false))
        {
            context.Database.SetDbConnection(writer.Session, contextOwnsConnection: false);
            context.Author = new Author(note.Who, time, note.Place);
            await note.Write(context, note.What, details, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<string?> KeepOldAsync(Streaming.IRowWriter writer, KeptTables kept, OldData? replace, RestoreNote note, IProgress<BackupProgress>? progress, CancellationToken cancellationToken)
    {
        long rows = 0;
        foreach (var table in kept.Now.Where(table => table.Name != DatabaseContents.RevisionTable))
        {
            rows += await writer.CountAsync(table, cancellationToken).ConfigureAwait(false);
        }

        if (rows == 0)
        {
            return null;
        }

        if (replace is null)
        {
            throw HoldsData();
        }

        var source = await DatabaseSource.OverAsync(writer, target, time, configure, cancellationToken).ConfigureAwait(false);
        await using (source.ConfigureAwait(false))
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"before-restore-{source.Header.CreatedAt:yyyyMMdd-HHmmss-fff}.bbbackup");
            var output = BackupOutput.Create(note.NameIn(replace.Folder) ?? Path.Combine(replace.Folder, name), overwrite: false);
            await using (output.ConfigureAwait(false))
            {
                await BackupFileWriter.WriteAsync(source, output, replace.Passphrase, new StageProgress(progress, BackupStage.BackingUpOldData, rows), cancellationToken).ConfigureAwait(false);
                logger.LogInformation("Backed the old data up to {File}.", output.Path);
                return output.Path;
            }
        }
    }

    private HashSet<string> KeptNames() => ReadKept().Now.Select(table => table.Name).Where(name => name != DatabaseContents.RevisionTable).ToHashSet(StringComparer.OrdinalIgnoreCase);
}
