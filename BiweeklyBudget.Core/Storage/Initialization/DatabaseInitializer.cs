using BiweeklyBudget.Core.Storage.Connections;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.Logging;

namespace BiweeklyBudget.Core.Storage.Initialization;

/// <summary>
/// Makes a database ready for the program: creates, adopts or migrates it, or refuses it unchanged (design.md, Storage; docs/adr/0005).
/// Used alike by <c>initdb</c> and by a host's start; any number of processes may do so at once.
/// </summary>
internal sealed class DatabaseInitializer
{
    private readonly DatabaseSite _site;
    private readonly string _description;
    private readonly ILogger _logger;
    private readonly TimeProvider _time;
    private readonly Action<DbContextOptionsBuilder>? _configure;
    private readonly Lazy<DatabaseJudge> _judge;

    /// <summary>Creates the operation for one database.</summary>
    /// <param name="connection">Where the database is.</param>
    /// <param name="logger">Takes notes of steps and waits.</param>
    /// <param name="time">Bounds the waits.</param>
    public DatabaseInitializer(DatabaseConnection connection, ILogger logger, TimeProvider time)
        : this(connection, logger, time, configure: null)
    {
    }

    /// <summary>For tests: <paramref name="configure"/> can put other migrations in the place of the program's.</summary>
    internal DatabaseInitializer(DatabaseConnection connection, ILogger logger, TimeProvider time, Action<DbContextOptionsBuilder>? configure)
    {
        ArgumentNullException.ThrowIfNull(connection);
        ArgumentNullException.ThrowIfNull(logger);
        ArgumentNullException.ThrowIfNull(time);
        _site = connection.Provider.CreateSite(logger);
        _description = connection.Description;
        _logger = logger;
        _time = time;
        _configure = configure;
        _judge = new Lazy<DatabaseJudge>(CreateJudge);
    }

    /// <summary>How long to wait for other processes that are creating or migrating the same database. Backing much data up takes a minute or two.</summary>
    public TimeSpan WaitLimit { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Makes a backup, given the last migration that the database has, before it is adopted or migrated; null for none. When it throws, nothing is changed.</summary>
    public Func<string, CancellationToken, Task<MadeBackup>>? BackUp { get; init; }

    /// <summary>Creates, adopts or migrates the database, or finds that nothing is to do.</summary>
    /// <param name="cancellationToken">Gives up; a creation that was cut short is made anew by the next call.</param>
    /// <returns>What was done.</returns>
    /// <exception cref="DatabaseRefusedException">The database is not one that this program may work on. Nothing was changed.</exception>
    /// <exception cref="DatabaseUnavailableException">The database cannot be reached or written, or the wait for other processes was over.</exception>
    public async Task<InitializationResult> InitializeAsync(CancellationToken cancellationToken = default)
    {
        try
        {
            if (await _site.FindRiskAsync(cancellationToken).ConfigureAwait(false) is { } risk)
            {
                _logger.LogWarning("{Risk}", risk);
            }

            if (_judge.Value.IsReady(await _site.ReadRecordAsync(cancellationToken).ConfigureAwait(false)))
            {
                await CheckTablesAsync(cancellationToken).ConfigureAwait(false);
                return Done(InitializationOutcome.Unchanged);
            }

            var wait = new LockWait(WaitLimit, _time, _logger);
            var began = _time.GetTimestamp();
            var held = await _site.LockAsync(wait, cancellationToken).ConfigureAwait(false);
            await using (held.ConfigureAwait(false))
            {
                _logger.LogDebug("lock: taken, no other process changes the database {Database} (after {Milliseconds:0.0} ms)", _description, _time.GetElapsedTime(began).TotalMilliseconds);
                return await InitializeUnderLockAsync(cancellationToken).ConfigureAwait(false);
            }
        }
        catch (Exception exception) when (exception is not (DatabaseRefusedException or DatabaseUnavailableException) && _site.Explain(exception) is not null)
        {
            // A refusal may have a fault of the backup's file inside, which says nothing of the database.
            _logger.LogDebug("cause: {Cause}", _site.CauseOf(exception));
            throw _site.Explain(exception)!;
        }
    }

    /// <summary>Says how the database stands to this program, and changes nothing. One cheap statement when it is ready.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The status; never an exception because of the database.</returns>
    public Task<DatabaseStatus> StatusAsync(CancellationToken cancellationToken = default) => StatusAsync(static _ => Task.FromResult<MadeBackup?>(null), cancellationToken);

    /// <summary>The same, and asks a database that is ready for its last backup. What goes wrong in that is a state of the database too.</summary>
    /// <param name="readLastBackup">Reads the last backup.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The status; never an exception because of the database.</returns>
    public async Task<DatabaseStatus> StatusAsync(Func<CancellationToken, Task<MadeBackup?>> readLastBackup, CancellationToken cancellationToken = default)
    {
        try
        {
            var record = await _site.ReadRecordAsync(cancellationToken).ConfigureAwait(false);
            if (!_judge.Value.IsReady(record))
            {
                return (await JudgeAsync(cancellationToken).ConfigureAwait(false)).Status;
            }

            if ((await _site.CheckTablesAsync(cancellationToken).ConfigureAwait(false)).Refusal is { } refusal)
            {
                return _judge.Value.Refuse(refusal);
            }

            return new DatabaseStatus(DatabaseState.Ready, [], $"The database {_description} is ready.") { LastBackup = await readLastBackup(cancellationToken).ConfigureAwait(false) };
        }
        catch (DatabaseRefusedException refusal)
        {
            return new DatabaseStatus(DatabaseState.Refused, [], refusal.Message);
        }
        catch (Exception exception) when (_site.Explain(exception) is { } unavailable)
        {
            _logger.LogDebug(exception, "cause: {Cause}", _site.CauseOf(exception));
            return new DatabaseStatus(unavailable.Fault is DatabaseFault.ReadOnly or DatabaseFault.Full ? DatabaseState.Unwritable : DatabaseState.Unreachable, [], unavailable.Message);
        }
    }

    private async Task<InitializationResult> InitializeUnderLockAsync(CancellationToken cancellationToken)
    {
        // Others may have done the work while this process waited: what is there is looked at again, under the lock.
        var (status, contents) = await JudgeAsync(cancellationToken).ConfigureAwait(false);
        _logger.LogInformation("{Explanation}", status.Explanation);
        if (status.State is DatabaseState.Ready or DatabaseState.Adoptable or DatabaseState.Outdated)
        {
            await CheckTablesAsync(cancellationToken).ConfigureAwait(false);
        }

        MadeBackup? backup;
        switch (status.State)
        {
            case DatabaseState.Ready:
                return Done(InitializationOutcome.Unchanged);
            case DatabaseState.Empty:
                await MigrateAsync(cancellationToken).ConfigureAwait(false);
                return Done(InitializationOutcome.Created);
            case DatabaseState.Interrupted:
                _logger.LogWarning("A creation of the database {Database} was interrupted and left no data. Its tables are made anew.", _description);
                await _site.DropAsync(contents.Tables.Keys, cancellationToken).ConfigureAwait(false);
                await MigrateAsync(cancellationToken).ConfigureAwait(false);
                return Done(InitializationOutcome.Created);
            case DatabaseState.Adoptable:
                // What is adopted is what the first migration makes.
                backup = await BackUpAsync(status.PendingMigrations[0], cancellationToken).ConfigureAwait(false);
                await AdoptAsync(status.PendingMigrations[0], cancellationToken).ConfigureAwait(false);
                await MigrateAsync(cancellationToken).ConfigureAwait(false);
                return Done(InitializationOutcome.Adopted, backup);
            case DatabaseState.Outdated:
                // Before the backup: what is recorded says which tables it has.
                var lost = status.PendingMigrations.Intersect(contents.Record.Migrations ?? [], StringComparer.Ordinal).ToList();
                await ForgetAsync(lost, cancellationToken).ConfigureAwait(false);
                backup = await BackUpAsync(contents.Record.Migrations!.Except(lost, StringComparer.Ordinal).Last(), cancellationToken).ConfigureAwait(false);
                await MigrateAsync(cancellationToken).ConfigureAwait(false);
                return Done(InitializationOutcome.Migrated, backup);
            default:
                throw new DatabaseRefusedException(status.Explanation);
        }
    }

    private async Task<MadeBackup?> BackUpAsync(string migration, CancellationToken cancellationToken)
    {
        if (BackUp is null)
        {
            _logger.LogWarning("The database {Database} is changed without a backup, as it was told.", _description);
            return null;
        }

        return await BackUp(migration, cancellationToken).ConfigureAwait(false);
    }

    private async Task<(DatabaseStatus Status, DatabaseContents Contents)> JudgeAsync(CancellationToken cancellationToken)
    {
        var contents = await _site.ReadContentsAsync(cancellationToken).ConfigureAwait(false);
        var status = _judge.Value.Judge(contents);
        if (status.State == DatabaseState.Interrupted && !await _site.AreEmptyAsync(contents.Tables.Keys, cancellationToken).ConfigureAwait(false))
        {
            status = _judge.Value.RefuseForeign(contents);
        }

        return (status, contents);
    }

    /// <summary>
    /// Nobody has anything from a program that cannot save, or that half stores what fails. A full disk is left to the readiness check: what is there can be
    /// looked at, and room be made.
    /// </summary>
    /// <exception cref="DatabaseRefusedException">The tables are of an engine without transactions.</exception>
    private async Task CheckTablesAsync(CancellationToken cancellationToken)
    {
        try
        {
            var found = await _site.CheckTablesAsync(cancellationToken).ConfigureAwait(false);
            if (found.Refusal is { } refusal)
            {
                throw new DatabaseRefusedException(_judge.Value.Refuse(refusal).Explanation);
            }

            if (found.Warning is { } warning)
            {
                _logger.LogWarning("{Warning}", warning);
            }
        }
        catch (Exception exception) when (_site.Explain(exception) is { Fault: DatabaseFault.Full } full)
        {
            _logger.LogWarning("{Warning} Nothing can be saved.", full.Message);
        }
    }

    private async Task MigrateAsync(CancellationToken cancellationToken)
    {
        await _site.PrepareAsync(cancellationToken).ConfigureAwait(false);
        var context = _site.CreateContext(_configure);
        await using (context.ConfigureAwait(false))
        {
            var pending = await context.Database.GetPendingMigrationsAsync(cancellationToken).ConfigureAwait(false);
            _logger.LogInformation("Running the migrations: {Migrations}", string.Join(", ", pending));
            await context.Database.MigrateAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Takes back the record of migrations whose work is gone, so that they are run again.</summary>
    private async Task ForgetAsync(IEnumerable<string> migrations, CancellationToken cancellationToken)
    {
        var context = _site.CreateContext(_configure);
        await using (context.ConfigureAwait(false))
        {
            var history = context.GetService<IHistoryRepository>();
            foreach (var migration in migrations)
            {
                await context.Database.ExecuteSqlRawAsync(history.GetDeleteScript(migration), cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Records the first migration, which is upstream's schema itself, as run.</summary>
    private async Task AdoptAsync(string migration, CancellationToken cancellationToken)
    {
        var context = _site.CreateContext(_configure);
        await using (context.ConfigureAwait(false))
        {
            var history = context.GetService<IHistoryRepository>();
            await context.Database.ExecuteSqlRawAsync(history.GetCreateIfNotExistsScript(), cancellationToken).ConfigureAwait(false);
            await context.Database.ExecuteSqlRawAsync(history.GetInsertScript(new HistoryRow(migration, ProductInfo.GetVersion())), cancellationToken).ConfigureAwait(false);
        }
    }

    private InitializationResult Done(InitializationOutcome outcome, MadeBackup? backup = null)
    {
        var message = outcome switch
        {
            InitializationOutcome.Created => $"Created the database {_description}.",
            InitializationOutcome.Adopted => $"Adopted upstream's database {_description}; its rows were not changed.",
            InitializationOutcome.Migrated => $"Migrated the database {_description}.",
            _ => $"The database {_description} is ready; nothing was to do.",
        };
        message += backup is null ? "" : $" Backup of before: {backup.File}";
        _logger.LogInformation("{Message}", message);
        return new InitializationResult(outcome, message) { Backup = backup };
    }

    private DatabaseJudge CreateJudge() =>
        new(new UpstreamSchema(() => _site.CreateContext(_configure), _configure is null ? _site.Migrations : null), _description, _site.CanAdopt);
}
