using System.Transactions;
using BiweeklyBudget.Core.Calendar;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.AutomaticBackups;
using BiweeklyBudget.Core.Storage.Connections;
using BiweeklyBudget.Core.Totals;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Settings;

/// <summary>
/// What all parts of a book share: the one context and connection of the book, the settings and the clock. All reads of a book see one
/// state of the database, that of the first; a save ends it, and what is read afterwards is as new.
/// </summary>
/// <param name="database">The context; it is the session's own.</param>
/// <param name="settings">The settings in force.</param>
/// <param name="time">The clock.</param>
/// <param name="complete">Completes the settings of the engine.</param>
/// <param name="totals">What the engine keeps; null to keep nothing beyond this session.</param>
internal sealed class BookSession(BudgetDbContext database, Func<BudgetSettings> settings, TimeProvider time, Func<StoredHousehold, BudgetSettings> complete, RunningTotals? totals = null) : IAsyncDisposable
{
    private readonly RunningTotals _totals = totals ?? new RunningTotals(time);
    private readonly BudgetDbContext _database = Signed(database, who: null, time);
    private ReadSnapshot? _snapshot;
    private bool _isUsed;

    /// <summary>For tests: the context.</summary>
    public BudgetDbContext Database => Used();

    /// <summary>Whom saves are recorded under; null for nobody in particular.</summary>
    public string? Who
    {
        get => _database.Author.Who;
        set => Signed(_database, value, time, Place);
    }

    /// <summary>From where it is done; null when changes do not go into the audit log.</summary>
    public string? Place
    {
        get => _database.Author.Place;
        set => Signed(_database, Who, time, value);
    }

    /// <summary>Number of the change that the last save wrote; null when it changed nothing.</summary>
    public long? LastChangeId => _database.LastChangeId;

    /// <summary>Makes the tables whole again when somebody has loaded upstream's anew over ours.</summary>
    public Func<CancellationToken, Task> Repair { get; init; } = _ => Task.CompletedTask;

    /// <summary>What was read from the book's state of the database and serves several of its parts.</summary>
    public SharedReads Shared { get; } = new();

    /// <summary>What is known of the automatic backups, without asking the database; null when nothing is.</summary>
    public Func<BackupState?> Backups { get; init; } = () => null;

    /// <summary>How the automatic backups stand, asking the database if that was not done lately.</summary>
    public Func<BudgetDbContext, CancellationToken, Task<BackupState>> ReadBackups { get; init; } = (_, _) => Task.FromResult(new BackupState { IsOn = false });

    /// <summary>The settings in force now.</summary>
    public BudgetSettings Settings => settings();

    /// <summary>The clock.</summary>
    public TimeProvider Time => time;

    /// <summary>Now, UTC.</summary>
    public DateTime Now => time.GetUtcNow().UtcDateTime;

    /// <summary>The current UTC day.</summary>
    public DateOnly Today => DateOnly.FromDateTime(Now);

    /// <summary>When the user is paid.</summary>
    /// <exception cref="InvalidOperationException">Nobody has said it yet.</exception>
    public PayCalendar Calendar => Settings.PayCalendar;

    /// <summary>Earlier transactions never count as unreconciled.</summary>
    public DateOnly ReconcileBegin => Settings.ReconcileBeginDate ?? throw new InvalidOperationException("The setting RECONCILE_BEGIN_DATE is not set.");

    /// <summary>The settings without what the database says.</summary>
    public BudgetSettings Given { get; init; } = settings();

    /// <summary>Whether what the database says has been read, and nobody is known to have changed it since.</summary>
    public Func<bool> KnowsStoredSettings { get; init; } = () => true;

    /// <summary>Makes the settings be read anew before they are used next.</summary>
    public Action ForgetStoredSettings { get; init; } = () => { };

    /// <summary>Completes the settings, for all books, by those that the database holds.</summary>
    public BudgetSettings Complete(StoredHousehold stored) => complete(stored);

    /// <summary>Reads from the book's state of the database.</summary>
    /// <typeparam name="T">What is read.</typeparam>
    /// <param name="read">Reads it. Nothing may be tracked or changed.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    public async Task<T> ReadAsync<T>(Func<BudgetDbContext, CancellationToken, Task<T>> read, CancellationToken cancellationToken)
    {
        // A caller's ambient transaction is none of a book's business.
        using var alone = Alone();
        return await NamedAsync(() => WithOurTablesAsync(ReadOnceAsync, cancellationToken)).ConfigureAwait(false);

        async Task<T> ReadOnceAsync()
        {
            _snapshot ??= await ReadSnapshot.BeginAsync(Used(), cancellationToken).ConfigureAwait(false);
            return await _snapshot.ReadAsync(read, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>What is not reconciled, in the book's state of the database. To be asked while it is read.</summary>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <exception cref="InvalidOperationException">Nobody has said yet when reconciling begins.</exception>
    public async Task<OpenItems> OpenItemsAsync(CancellationToken cancellationToken) =>
        Shared.Find<OpenItems>() ?? Shared.Keep(await _totals.ReadAsync(_database, ReconcileBegin, cancellationToken).ConfigureAwait(false));

    /// <summary>Reads something that is dear to make from the book's state of the database, or gives what was made of the same state before.</summary>
    /// <typeparam name="T">What is read. Immutable.</typeparam>
    /// <param name="key">What it depends on besides the database.</param>
    /// <param name="read">Reads it.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    public Task<T> ReadKeptAsync<T>(object key, Func<BudgetDbContext, CancellationToken, Task<T>> read, CancellationToken cancellationToken)
        where T : class => ReadAsync(
            async (database, token) => Settings.ReconcileBeginDate is null
                ? await read(database, token).ConfigureAwait(false)
                : await (await OpenItemsAsync(token).ConfigureAwait(false)).OnceAsync((typeof(T), key), () => read(database, token)).ConfigureAwait(false),
            cancellationToken);

    /// <summary>Runs an operation that must see what is stored now on the book's connection. It ends the book's state of the database.</summary>
    /// <typeparam name="T">What becomes of it.</typeparam>
    /// <param name="run">An operation over the context that it is given.</param>
    public Task<T> RunAsync<T>(Func<BudgetDbContext, Task<T>> run) => SaveAsync(async database =>
    {
        await LiveConnection.ProveAsync(database, CancellationToken.None).ConfigureAwait(false);
        return await run(database).ConfigureAwait(false);
    });

    /// <summary>Runs an operation that saves, or checks what is to be saved, on the book's connection. It ends the book's state of the database.</summary>
    /// <typeparam name="T">What becomes of it.</typeparam>
    /// <param name="save">Uses the context that it is given through <see cref="AtomicSave"/> only.</param>
    public async Task<T> SaveAsync<T>(Func<BudgetDbContext, Task<T>> save)
    {
        using var alone = Alone();
        return await NamedAsync(async () =>
        {
            await EndSnapshotAsync().ConfigureAwait(false);
            await LiveConnection.OpenAsync(Used(), CancellationToken.None).ConfigureAwait(false);
            return await WithOurTablesAsync(() => save(_database), CancellationToken.None).ConfigureAwait(false);
        }).ConfigureAwait(false);
    }

    /// <summary>Gives what is saved next a key, and looks whether something is saved with it already.</summary>
    public async Task<bool> UseKeyAsync(RequestKey key, CancellationToken cancellationToken)
    {
        using var alone = Alone();
        return await NamedAsync(async () =>
        {
            await EndSnapshotAsync().ConfigureAwait(false);

            // What is saved afterwards needs it too.
            await LiveConnection.OpenAsync(Used(), cancellationToken).ConfigureAwait(false);

            var save = new KeyedSave(key, time);
            var isAnswered = await LiveConnection.ProveByAsync(_database, () => save.FindAsync(_database, cancellationToken), cancellationToken).ConfigureAwait(false);
            KeyedSave.Use(_database, save);
            return isAnswered;
        }).ConfigureAwait(false);
    }

    public async ValueTask DisposeAsync()
    {
        KeyedSave.Forget(_database);
        _database.LastChangeId = null;
        await EndSnapshotAsync().ConfigureAwait(false);

        // A context that goes back to its pool would keep it open. One that was not used has none, and asking it would be its first use: EF would make its model for that.
        if (_isUsed)
        {
            await _database.Database.CloseConnectionAsync().ConfigureAwait(false);
        }

        await _database.DisposeAsync().ConfigureAwait(false);
    }

    private BudgetDbContext Used()
    {
        _isUsed = true;
        return _database;
    }

    // A pooled context still has the name of the one who used it before.
    private static BudgetDbContext Signed(BudgetDbContext database, string? who, TimeProvider time, string? place = null)
    {
        database.Author = new Author(string.IsNullOrWhiteSpace(who) ? null : TextLength.Shorten(who, TextLength.Usual), time, string.IsNullOrWhiteSpace(place) ? null : place);
        return database;
    }

    // Loading a dump of upstream's over a database in use takes our columns away. What failed on that has changed nothing and is done again.
    private async Task<T> WithOurTablesAsync<T>(Func<Task<T>> work, CancellationToken cancellationToken)
    {
        try
        {
            return await work().ConfigureAwait(false);
        }
        catch (Exception exception) when (_database.FaultOf(exception) == StorageFault.TablesReplaced)
        {
            await EndSnapshotAsync().ConfigureAwait(false);
            await Repair(cancellationToken).ConfigureAwait(false);
            return await work().ConfigureAwait(false);
        }
    }

    // Nothing that is done within a book reads or writes anything but the database, so what breaks there is the connection.
    private async Task<T> NamedAsync<T>(Func<Task<T>> work)
    {
        try
        {
            return await work().ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not OutcomeUnknownException && DatabaseFaults.Of(exception) is null && _database.IsBroken(exception))
        {
            throw new DatabaseUnavailableException("The connection to the database broke.", exception);
        }
    }

    private static TransactionScope Alone() => new(TransactionScopeOption.Suppress, TransactionScopeAsyncFlowOption.Enabled);

    private async Task EndSnapshotAsync()
    {
        Shared.Clear();
        if (_snapshot is { } snapshot)
        {
            _snapshot = null;
            await snapshot.DisposeAsync().ConfigureAwait(false);
        }
    }
}
