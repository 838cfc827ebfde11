using BiweeklyBudget.Core.Storage.Connections;
using BiweeklyBudget.Core.Storage.Streaming;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace BiweeklyBudget.Core.Storage.Backup;

/// <summary>Backing up, restoring and moving of one database: what <see cref="BudgetEngine"/> offers.</summary>
/// <param name="connection">Where the database is.</param>
/// <param name="readiness">How it is looked at and made ready.</param>
/// <param name="logger">Takes notes of steps.</param>
/// <param name="time">The clock.</param>
/// <param name="configure">Further options of contexts.</param>
internal sealed class DatabaseBackups(DatabaseConnection connection, DatabaseReadiness readiness, ILogger logger, TimeProvider time, Action<DbContextOptionsBuilder>? configure)
{
    private readonly DatabaseSite _site = connection.Provider.CreateSite();

    /// <summary>See <see cref="BudgetEngine.BackUpAsync"/>.</summary>
    public Task<BackupSummary> BackUpAsync(string file, BackupOptions options, IProgress<BackupProgress>? progress, CancellationToken cancellationToken) => ExplainedAsync(async () =>
    {
        RequirePassphrase(options.Passphrase);
        await RequireDatabaseAsync(cancellationToken).ConfigureAwait(false);
        var output = BackupOutput.Create(file, options.Overwrite);
        await using (output.ConfigureAwait(false))
        {
            var source = await DatabaseSource.OpenAsync(connection, time, configure, cancellationToken).ConfigureAwait(false);
            await using (source.ConfigureAwait(false))
            {
                var summary = await BackupFileWriter.WriteAsync(source, output, options.Passphrase, new StageProgress(progress, BackupStage.Copying, source.Header.TotalRows), cancellationToken).ConfigureAwait(false);
                logger.LogInformation("Backed {Rows} rows of {Database} up to {File}.", summary.Rows, connection.Description, output.Path);
                return summary;
            }
        }
    });

    /// <summary>See <see cref="BudgetEngine.VerifyBackupAsync"/>.</summary>
    public static async Task<BackupSummary> VerifyAsync(string file, string? passphrase, IProgress<BackupProgress>? progress, Action<DbContextOptionsBuilder>? configure, CancellationToken cancellationToken)
    {
        var reader = await BackupFileReader.OpenAsync(file, passphrase, progress, cancellationToken).ConfigureAwait(false);
        await using (reader.ConfigureAwait(false))
        {
            var (database, summary) = await StorableAsync(() => ThrowAwayDatabase.CreateAsync(reader, configure, progress, cancellationToken)).ConfigureAwait(false);
            await database.DisposeAsync().ConfigureAwait(false);
            return summary with { Bytes = reader.Bytes, IsEncrypted = reader.IsEncrypted };
        }
    }

    /// <summary>See <see cref="BudgetEngine.RestoreAsync"/>.</summary>
    public Task<RestoreResult> RestoreAsync(string file, RestoreOptions options, RestoreNote note, IProgress<BackupProgress>? progress, CancellationToken cancellationToken) => ExplainedAsync(async () =>
    {
        var reader = await BackupFileReader.OpenAsync(file, options.Passphrase, progress, cancellationToken).ConfigureAwait(false);
        await using (reader.ConfigureAwait(false))
        {
            var old = options.Replace ? new OldData(options.BackupFolder ?? Path.GetDirectoryName(Path.GetFullPath(file))!, options.Passphrase) : null;
            var result = await ReplaceAsync(reader, old, note, progress, cancellationToken).ConfigureAwait(false);
            return result with { Restored = result.Restored with { Bytes = reader.Bytes, IsEncrypted = reader.IsEncrypted } };
        }
    });

    /// <summary>See <see cref="BudgetEngine.MoveToAsync"/>.</summary>
    public Task<RestoreResult> MoveToAsync(DatabaseBackups target, MoveOptions options, RestoreNote note, IProgress<BackupProgress>? progress, CancellationToken cancellationToken) => ExplainedAsync(async () =>
    {
        RequirePassphrase(options.Passphrase);
        if (target.IsOf(connection))
        {
            throw new DatabaseRefusedException($"The database {connection.Description} cannot be moved to itself. Nothing was changed.");
        }

        await RequireDatabaseAsync(cancellationToken).ConfigureAwait(false);
        var source = await DatabaseSource.OpenAsync(connection, time, configure, cancellationToken).ConfigureAwait(false);
        await using (source.ConfigureAwait(false))
        {
            var old = options.Replace ? new OldData(options.BackupFolder ?? Directory.GetCurrentDirectory(), options.Passphrase) : null;
            return await target.ExplainedAsync(() => target.ReplaceAsync(source, old, note, progress, cancellationToken)).ConfigureAwait(false);
        }
    });

    private bool IsOf(DatabaseConnection other) => connection.Engine == other.Engine && connection.Description == other.Description;

    private async Task<RestoreResult> ReplaceAsync(IBackupSource source, OldData? old, RestoreNote note, IProgress<BackupProgress>? progress, CancellationToken cancellationToken)
    {
        // Everything that may be wrong is looked at before the database is created or migrated.
        var operation = new RestoreOperation(connection, logger, time, configure);
        var kept = operation.ReadKept();
        kept.RequireKnown(source.Header);
        if (await readiness.ExistsAsync(cancellationToken).ConfigureAwait(false) && old is null && await operation.HoldsDataAsync(cancellationToken).ConfigureAwait(false))
        {
            throw operation.HoldsData();
        }

        await readiness.InitializeAsync(cancellationToken).ConfigureAwait(false);
        return kept.IsCurrent(source.Header)
            ? await StorableAsync(() => operation.RunAsync(source, old, note, source.Header.CreatedAt, progress, cancellationToken)).ConfigureAwait(false)
            : await ReplaceByOlderAsync(operation, source, old, note, progress, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Migrates a copy of an older database's rows and restores that.</summary>
    private async Task<RestoreResult> ReplaceByOlderAsync(RestoreOperation operation, IBackupSource source, OldData? old, RestoreNote note, IProgress<BackupProgress>? progress, CancellationToken cancellationToken)
    {
        var (database, _) = await StorableAsync(() => ThrowAwayDatabase.CreateAsync(source, configure, progress, cancellationToken)).ConfigureAwait(false);
        await using (database.ConfigureAwait(false))
        {
            var migrated = await DatabaseSource.OpenAsync(database.Connection, time, configure, cancellationToken).ConfigureAwait(false);
            await using (migrated.ConfigureAwait(false))
            {
                var result = await StorableAsync(() => operation.RunAsync(migrated, old, note, source.Header.CreatedAt, progress, cancellationToken)).ConfigureAwait(false);
                return result with { Restored = source.Header.ToSummary(result.Restored.Tables) };
            }
        }
    }

    private async Task RequireDatabaseAsync(CancellationToken cancellationToken)
    {
        if (!await readiness.ExistsAsync(cancellationToken).ConfigureAwait(false))
        {
            throw new DatabaseRefusedException($"The database {connection.Description} does not exist or is empty.");
        }
    }

    private async Task<T> ExplainedAsync<T>(Func<Task<T>> work)
    {
        try
        {
            return await work().ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not (BackupException or DatabaseRefusedException or DatabaseUnavailableException) && _site.Explain(exception) is not null)
        {
            throw _site.Explain(exception)!;
        }
    }

    private static async Task<T> StorableAsync<T>(Func<Task<T>> work)
    {
        try
        {
            return await work().ConfigureAwait(false);
        }
        catch (RowNotStorableException exception)
        {
            throw new BackupException(BackupFault.NotStorable, exception.Message + " Nothing was changed.", exception);
        }
    }

    private static void RequirePassphrase(string? passphrase)
    {
        if (passphrase is not null)
        {
            ArgumentException.ThrowIfNullOrEmpty(passphrase);
        }
    }
}
