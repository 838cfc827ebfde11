using BiweeklyBudget.Core.Storage.Backup;
using Microsoft.Extensions.Logging;

namespace BiweeklyBudget.Core.Storage.AutomaticBackups;

/// <summary>
/// The backup before a database is adopted or migrated. When an upgrade that was cut short is run again, the backup from before it stays: nothing is written over it, and a second
/// one is kept only if the rows are others than then.
/// </summary>
internal sealed class UpgradeBackup(string description, BackupFolder folder, BackupTools tools, TimeProvider time, ILogger logger)
{
    private readonly BackupMaker _maker = new(folder, tools, time);

    /// <summary>Makes a verified backup, or finds that there is one of the same rows.</summary>
    /// <param name="migration">The last migration that the database has.</param>
    /// <param name="cancellationToken">Gives up; no file is left.</param>
    /// <exception cref="DatabaseRefusedException">It cannot be made. The text says how to go on.</exception>
    public async Task<MadeBackup> MakeAsync(string migration, CancellationToken cancellationToken)
    {
        try
        {
            var schema = migration[(migration.IndexOf('_', StringComparison.Ordinal) + 1)..];
            var earlier = await FindEarlierAsync(schema, cancellationToken).ConfigureAwait(false);
            BackupSummary? known = null;
            var made = await _maker.MakeAsync(BackupKind.Upgrade, schema, Review, cancellationToken).ConfigureAwait(false);
            if (made is not null)
            {
                EngineMeter.BackupMade(made.Reason);
                logger.LogInformation("Made a backup before the upgrade: {File}", made.File);
                return made;
            }

            var same = earlier.First(backup => backup.Summary == known).Made;
            logger.LogInformation("The backup from before an earlier upgrade holds the same rows and is kept: {File}", same.File);
            return same;

            BackupKind? Review(BackupSummary written)
            {
                known = earlier.Select(backup => backup.Summary).FirstOrDefault(summary => BackupMaker.HoldTheSame(summary, written));
                return known is not null ? null : earlier.Count > 0 ? BackupKind.UpgradeAgain : BackupKind.Upgrade;
            }
        }
        catch (BackupException exception)
        {
            throw new DatabaseRefusedException(
                $"The database {description} is to be upgraded, but no backup of it can be made: {exception.Message} Nothing was changed. Mend that, or name another folder with BACKUP_PATH; "
                + "if you have a backup of your own, run initdb --no-backup once.",
                exception);
        }
    }

    /// <summary>The earlier backups of the same schema that can be restored, newest first.</summary>
    private async Task<IReadOnlyList<(MadeBackup Made, BackupSummary Summary)>> FindEarlierAsync(string schema, CancellationToken cancellationToken)
    {
        var earlier = new List<(MadeBackup, BackupSummary)>();
        foreach (var file in folder.List().Where(file => file.Kind != BackupKind.Daily && file.Schema == schema).Reverse())
        {
            var path = folder.PathOf(file.Name);
            try
            {
                var summary = await tools.Verify(path, cancellationToken).ConfigureAwait(false);
                earlier.Add((new MadeBackup(file.At, BackupMaker.TextOf(file.Kind), path, new FileInfo(path).Length), summary));
            }
            catch (BackupException exception)
            {
                logger.LogWarning("The backup {File} from before an earlier upgrade cannot be restored: {Problem}", path, exception.Message);
            }
        }

        return earlier;
    }
}
