using BiweeklyBudget.Core.Storage.Backup;

namespace BiweeklyBudget.Core.Storage.AutomaticBackups;

/// <summary>Makes verified backups in the folder for automatic ones. A file has its final name only when it is whole and verified.</summary>
internal sealed class BackupMaker(BackupFolder folder, BackupTools tools, TimeProvider time)
{
    private static readonly string Version = ProductVersion();

    /// <summary>Makes one.</summary>
    /// <param name="kind">Why.</param>
    /// <param name="schema">The last migration that the database has, without its time.</param>
    /// <param name="review">Is shown what the new one holds before it is verified, and says of which kind it is after all; null gives it up as needless.</param>
    /// <param name="cancellationToken">Gives up; no file is left.</param>
    /// <returns>The backup; null when it was given up.</returns>
    /// <exception cref="BackupException">It cannot be made.</exception>
    public async Task<MadeBackup?> MakeAsync(BackupKind kind, string schema, Func<BackupSummary, BackupKind?>? review, CancellationToken cancellationToken)
    {
        folder.Create();
        var file = new BackupFile(folder.Database, Now(), kind, schema, Version);
        var unverified = folder.PathOf(file.UnverifiedName);
        try
        {
            var written = await tools.BackUp(unverified, cancellationToken).ConfigureAwait(false);
            if ((review is null ? kind : review(written)) is not { } reviewed)
            {
                return null;
            }

            if (!HoldTheSame(written, await tools.Verify(unverified, cancellationToken).ConfigureAwait(false)))
            {
                throw new BackupException(BackupFault.Damaged, "The backup does not hold what was written to it.");
            }

            var path = folder.PathOf((file with { Kind = reviewed }).Name);
            File.Move(unverified, path, overwrite: false);
            return new MadeBackup(Now(), TextOf(reviewed), path, new FileInfo(path).Length);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new BackupException(BackupFault.Unusable, $"A backup cannot be kept in the folder {folder.Path}: {exception.Message}", exception);
        }
        finally
        {
            TryDelete(unverified);
        }
    }

    /// <summary>The full path of a backup of what a restore is about to replace; null when one of this second has it.</summary>
    public string? NameOfReplaced(string schema)
    {
        var path = folder.PathOf(new BackupFile(folder.Database, Now(), BackupKind.Replaced, schema, Version).Name);
        return File.Exists(path) ? null : path;
    }

    /// <summary>How a reason is written for people, and in <c>bb_backups</c>.</summary>
    public static string TextOf(BackupKind kind) => kind switch
    {
        BackupKind.Daily => "daily",
        BackupKind.Upgrade => "before an upgrade",
        BackupKind.Asked => "asked for",
        BackupKind.Replaced => "before a restore",
        _ => "before an upgrade was tried again",
    };

    /// <summary>Whether two backups hold the same rows.</summary>
    public static bool HoldTheSame(BackupSummary one, BackupSummary other) =>
        one.Tables.OrderBy(table => table.Name, StringComparer.Ordinal).Select(table => (table.Name, table.Rows, table.Digest))
            .SequenceEqual(other.Tables.OrderBy(table => table.Name, StringComparer.Ordinal).Select(table => (table.Name, table.Rows, table.Digest)));

    private DateTime Now()
    {
        var now = time.GetUtcNow().UtcDateTime;
        return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerSecond));
    }

    private static void TryDelete(string file)
    {
        try
        {
            File.Delete(file);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // What fails here has failed before with a better reason; the next good backup clears the folder.
        }
    }

    private static string ProductVersion()
    {
        var version = typeof(BackupMaker).Assembly.GetName().Version;
        return version is null ? "0" : version.ToString(3);
    }
}
