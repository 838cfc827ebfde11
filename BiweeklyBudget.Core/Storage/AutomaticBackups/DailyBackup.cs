using BiweeklyBudget.Core.Storage.Backup;
using BiweeklyBudget.Core.Storage.Connections;
using Microsoft.Extensions.Logging;

namespace BiweeklyBudget.Core.Storage.AutomaticBackups;

/// <summary>
/// The daily backup of one database, which any number of hosts look after: one of them makes it, under a lease. What is known of the backups is kept in memory, so that pages can say it
/// without asking the database.
/// </summary>
internal sealed class DailyBackup
{
    private static readonly TimeSpan LongestWork = TimeSpan.FromMinutes(50);
    private static readonly TimeSpan LeaseLength = TimeSpan.FromHours(1);
    private static readonly TimeSpan Overdue = TimeSpan.FromDays(3);
    private static readonly TimeSpan Grace = TimeSpan.FromHours(1);
    private static readonly TimeSpan FailuresKept = TimeSpan.FromDays(30);
    private static readonly TimeSpan ReleaseLimit = TimeSpan.FromSeconds(5);

    private readonly Func<BudgetDbContext> _open;
    private readonly BackupFolder? _folder;
    private readonly BackupMaker? _maker;
    private readonly string _schema;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly BackupNote _note;
    private readonly TaskLease _lease;
    private DateTime? _firstLook;
    private volatile Seen? _seen;

    /// <summary>Creates the task; nothing is opened.</summary>
    /// <param name="open">Opens a context.</param>
    /// <param name="folder">Where the backups go; null when none are made.</param>
    /// <param name="tools">How they are made.</param>
    /// <param name="note">Notes a good one.</param>
    /// <param name="schema">The program's last migration, without its time.</param>
    /// <param name="time">The clock.</param>
    /// <param name="logger">Takes notes.</param>
    public DailyBackup(Func<BudgetDbContext> open, BackupFolder? folder, BackupTools tools, BackupNote note, string schema, TimeProvider time, ILogger logger)
    {
        _note = note;
        _open = open;
        _folder = folder;
        _maker = folder is null ? null : new BackupMaker(folder, tools, time);
        _schema = schema;
        _time = time;
        _logger = logger;
        _lease = new TaskLease("daily backup", $"{Environment.ProcessId} {Guid.NewGuid():n}", LeaseLength, time);
    }

    /// <summary>What was known at the last look; null before the first.</summary>
    public BackupState? Known => _seen?.State;

    /// <summary>Whether any are made.</summary>
    public bool IsOn => _folder is not null;

    /// <summary>The folder for people; null when there is none.</summary>
    public string? Folder => _folder?.Shown;

    private DateTime Now => _time.GetUtcNow().UtcDateTime;

    /// <summary>What was known at a look that is not older than this, else looks.</summary>
    public async Task<BackupState> ReadAsync(TimeSpan oldest, CancellationToken cancellationToken) =>
        KnownFor(oldest) ?? Show(await LookAsync(cancellationToken).ConfigureAwait(false));

    /// <summary>What was known at a look that is not older than this, else looks into the database that is open.</summary>
    public async Task<BackupState> ReadAsync(BudgetDbContext database, TimeSpan oldest, CancellationToken cancellationToken)
    {
        if (KnownFor(oldest) is { } known)
        {
            return known;
        }

        _firstLook ??= Now;
        return Show(await BackupLog.ReadAsync(database, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>Makes the daily backup if it is due and no other host is at it. A failure is recorded and told, not thrown.</summary>
    /// <param name="cancellationToken">Gives up; no file is left.</param>
    /// <returns>How the backups stand afterwards.</returns>
    public async Task<BackupState> MakeWhenDueAsync(CancellationToken cancellationToken)
    {
        var history = await LookAsync(cancellationToken).ConfigureAwait(false);
        if (_folder is null || _maker is null || !history.IsDue(Now))
        {
            return Show(history);
        }

        var database = _open();
        await using (database.ConfigureAwait(false))
        {
            if (!await _lease.TryTakeAsync(database, cancellationToken).ConfigureAwait(false))
            {
                return Show(history);
            }
        }

        try
        {
            // Another host may have made it between the look and the lease.
            history = await LookAsync(cancellationToken).ConfigureAwait(false);
            if (history.IsDue(Now))
            {
                await AttemptAsync(_maker, _folder, cancellationToken).ConfigureAwait(false);
                history = await LookAsync(cancellationToken).ConfigureAwait(false);
            }

            return Show(history);
        }
        finally
        {
            await ReleaseAsync().ConfigureAwait(false);
        }
    }

    private BackupState? KnownFor(TimeSpan oldest) => _seen is { } seen && _time.GetElapsedTime(seen.At) <= oldest ? seen.State : null;

    private async Task AttemptAsync(BackupMaker maker, BackupFolder folder, CancellationToken cancellationToken)
    {
        try
        {
            using var limit = new CancellationTokenSource(LongestWork, _time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
            var made = await maker.MakeAsync(BackupKind.Daily, _schema, review: null, either.Token).ConfigureAwait(false);
            await RecordAsync(database => BackupLog.AddAsync(database, made!, _note, cancellationToken)).ConfigureAwait(false);
            EngineMeter.BackupMade(made!.Reason);
            _logger.LogInformation("Made the daily backup {File}.", made.File);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            var problem = new BackupProblem(Now, TextOf(exception));
            EngineMeter.BackupFailed(BackupMaker.TextOf(BackupKind.Daily), exception);
            _logger.LogWarning(exception is BackupException ? null : exception, "The daily backup failed: {Problem}", problem.Text);
            await RecordAsync(database => BackupLog.AddAsync(database, problem, cancellationToken)).ConfigureAwait(false);
            return;
        }

        await TidyAsync(folder, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Deletes what is no longer kept. Only after a good backup, and its failure is none of the backup's.</summary>
    private async Task TidyAsync(BackupFolder folder, CancellationToken cancellationToken)
    {
        try
        {
            var superfluous = BackupRetention.Superfluous(folder.List(), Now);

            // Who holds no lease any more does not write any more.
            folder.Delete(superfluous, Now - LeaseLength);
            string[] deleted = [.. superfluous.Select(file => folder.PathOf(file.Name))];
            await RecordAsync(database => BackupLog.ForgetAsync(database, deleted, Now - FailuresKept, cancellationToken)).ConfigureAwait(false);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            _logger.LogWarning(exception, "Old backups in {Folder} could not be deleted.", folder.Shown);
        }
    }

    private async Task<BackupHistory> LookAsync(CancellationToken cancellationToken)
    {
        _firstLook ??= Now;
        var database = _open();
        await using (database.ConfigureAwait(false))
        {
            return await BackupLog.ReadAsync(database, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task RecordAsync(Func<BudgetDbContext, Task> record)
    {
        var database = _open();
        await using (database.ConfigureAwait(false))
        {
            await record(database).ConfigureAwait(false);
        }
    }

    private async Task ReleaseAsync()
    {
        try
        {
            // Also when the host is ending; but nobody waits long for it.
            using var limit = new CancellationTokenSource(ReleaseLimit);
            await RecordAsync(database => _lease.GiveBackAsync(database, limit.Token)).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is OperationCanceledException || DatabaseFaults.Of(exception) is not null)
        {
            _logger.LogDebug(exception, "The lease of the daily backup could not be given back; it ends by itself.");
        }
    }

    private BackupState Show(BackupHistory history)
    {
        // A host that begins after a pause of weeks makes the backup that is due before anybody need be told.
        var started = _firstLook + Grace;
        var overdue = (history.Last?.At ?? _firstLook) + Overdue;
        var state = new BackupState
        {
            IsOn = _folder is not null,
            Folder = _folder?.Shown,
            Last = history.Last,
            Problem = _folder is null ? null : history.Problem,
            OverdueFrom = _folder is null || !history.IsNeeded ? null : overdue > started ? overdue : started,
        };
        _seen = new Seen(state, _time.GetTimestamp());
        return state;
    }

    private static string TextOf(Exception exception) => exception switch
    {
        BackupException or DatabaseRefusedException or DatabaseUnavailableException => exception.Message,
        OperationCanceledException => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"It took longer than {LongestWork.TotalMinutes:0} minutes."),
        _ => $"Something unexpected happened ({exception.GetType().Name}); the log says more.",
    };

    private sealed record Seen(BackupState State, long At);
}
