using BiweeklyBudget.Core.Storage.Backup;

namespace BiweeklyBudget.Core.Storage.AutomaticBackups;

/// <summary>Makes verified backups in the folder for automatic ones. A file has its final name only when it is whole and verified.</summary>
internal sealed class BackupMaker(BackupFolder folder, BackupTools tools, TimeProvider time)
{
    private static readonly string Version = ProductVersion();

    /// <summary>Makes one.</summary>
    /// <param name="kind">Why.</param>
    /// <param name="schema">The last migration that the database has, without its time.</param>
    /// <param name="isKnown">Given what the new one holds and before it is verified: an earlier one that holds the same and makes it needless, or null.</param>
    /// <param name="cancellationToken">Gives up; no file is left.</param>
    /// <returns>The new one, or the earlier one.</returns>
    /// <exception cref="BackupException">It cannot be made.</exception>
    public async Task<(BackupFile File, long Bytes)> MakeAsync(BackupKind kind, string schema, Func<BackupSummary, (BackupFile File, long Bytes)?> isKnown, CancellationToken cancellationToken)
    {
        folder.Create();
        var now = time.GetUtcNow().UtcDateTime;
        var file = new BackupFile(folder.Database, now.AddTicks(-(now.Ticks % TimeSpan.TicksPerSecond)), kind, schema, Version);
        var unverified = folder.PathOf(file.UnverifiedName);
        try
        {
            var written = await tools.BackUp(unverified, cancellationToken).ConfigureAwait(false);
            if (isKnown(written) is { } earlier)
            {
                return earlier;
            }

            var read = await tools.Verify(unverified, cancellationToken).ConfigureAwait(false);
            if (!HoldTheSame(written, read))
            {
                throw new BackupException(BackupFault.Damaged, "The backup does not hold what was written to it.");
            }

            var bytes = new FileInfo(unverified).Length;
            File.Move(unverified, folder.PathOf(file.Name), overwrite: false);
            return (file, bytes);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new BackupException(BackupFault.Unusable, $"The folder {folder.Path} for backups cannot be written.", exception);
        }
        finally
        {
            TryDelete(unverified);
        }
    }

    /// <summary>Whether two backups hold the same rows.</summary>
    public static bool HoldTheSame(BackupSummary one, BackupSummary other) =>
        one.Tables.OrderBy(table => table.Name, StringComparer.Ordinal).Select(table => (table.Name, table.Rows, table.Digest))
            .SequenceEqual(other.Tables.OrderBy(table => table.Name, StringComparer.Ordinal).Select(table => (table.Name, table.Rows, table.Digest)));

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
