using System.Data;
using System.Transactions;
using BiweeklyBudget.Core.Calendar;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Settings;

/// <summary>
/// What all parts of a book share: the one context and connection of the book, the settings and the clock. All reads of a book see one
/// state of the database, that of the first; a save ends it, and what is read afterwards is as new.
/// </summary>
internal sealed class BookSession(BudgetDbContext database, Func<BudgetSettings> settings, TimeProvider time, Func<StoredDates, BudgetSettings> complete) : IAsyncDisposable
{
    private readonly BudgetDbContext _database = Signed(database, who: null, time);
    private ReadSnapshot? _snapshot;

    /// <summary>For tests: the context.</summary>
    public BudgetDbContext Database => _database;

    /// <summary>Whom saves are recorded under; null for nobody in particular.</summary>
    public string? Who
    {
        get => _database.Author.Who;
        set => Signed(_database, value, time);
    }

    /// <summary>Makes the tables whole again when somebody has loaded upstream's anew over ours.</summary>
    public Func<CancellationToken, Task> Repair { get; init; } = _ => Task.CompletedTask;

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

    /// <summary>Completes the settings, for all books, by dates that the database holds.</summary>
    public BudgetSettings Complete(StoredDates stored) => complete(stored);

    /// <summary>Reads from the book's state of the database.</summary>
    /// <typeparam name="T">What is read.</typeparam>
    /// <param name="read">Reads it. Nothing may be tracked or changed.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    public async Task<T> ReadAsync<T>(Func<BudgetDbContext, CancellationToken, Task<T>> read, CancellationToken cancellationToken)
    {
        // A caller's ambient transaction is none of a book's business.
        using var alone = Alone();
        return await WithOurTablesAsync(ReadOnceAsync, cancellationToken).ConfigureAwait(false);

        async Task<T> ReadOnceAsync()
        {
            _snapshot ??= await ReadSnapshot.BeginAsync(_database, cancellationToken).ConfigureAwait(false);
            return await read(_database, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Runs an operation that saves, or that must see what is stored now, on the book's connection. It ends the book's state of the database.</summary>
    /// <typeparam name="T">What becomes of it.</typeparam>
    /// <param name="run">An operation over the context that it is given.</param>
    public async Task<T> RunAsync<T>(Func<BudgetDbContext, Task<T>> run)
    {
        using var alone = Alone();
        await EndSnapshotAsync().ConfigureAwait(false);
        return await WithOurTablesAsync(() => run(_database), CancellationToken.None).ConfigureAwait(false);
    }

    /// <summary>Gives what is saved next a key, and looks whether something is saved with it already.</summary>
    public async Task<bool> UseKeyAsync(RequestKey key, CancellationToken cancellationToken)
    {
        using var alone = Alone();
        await EndSnapshotAsync().ConfigureAwait(false);
        if (_database.Database.GetDbConnection().State != ConnectionState.Open)
        {
            // What is saved afterwards needs it too.
            await _database.Database.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        }

        var save = new KeyedSave(key, time);
        var isAnswered = await save.FindAsync(_database, cancellationToken).ConfigureAwait(false);
        KeyedSave.Use(_database, save);
        return isAnswered;
    }

    public async ValueTask DisposeAsync()
    {
        KeyedSave.Forget(_database);
        await EndSnapshotAsync().ConfigureAwait(false);

        // A context that goes back to its pool would keep it open.
        await _database.Database.CloseConnectionAsync().ConfigureAwait(false);
        await _database.DisposeAsync().ConfigureAwait(false);
    }

    // A pooled context still has the name of the one who used it before.
    private static BudgetDbContext Signed(BudgetDbContext database, string? who, TimeProvider time)
    {
        database.Author = new Author(string.IsNullOrWhiteSpace(who) ? null : TextLength.Shorten(who, TextLength.Usual), time);
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

    private static TransactionScope Alone() => new(TransactionScopeOption.Suppress, TransactionScopeAsyncFlowOption.Enabled);

    private async Task EndSnapshotAsync()
    {
        if (_snapshot is { } snapshot)
        {
            _snapshot = null;
            await snapshot.DisposeAsync().ConfigureAwait(false);
        }
    }
}
