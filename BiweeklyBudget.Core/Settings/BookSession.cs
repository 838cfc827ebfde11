using System.Transactions;
using BiweeklyBudget.Core.Calendar;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Connections;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Settings;

/// <summary>
/// What all parts of a book share: the one context and connection of the book, the settings and the clock. All reads of a book see one
/// state of the database, that of the first; a save ends it, and what is read afterwards is as new.
/// </summary>
internal sealed class BookSession(BudgetDbContext database, Func<BudgetSettings> settings, TimeProvider time, Func<StoredDates, BudgetSettings> complete) : IAsyncDisposable
{
    private ReadSnapshot? _snapshot;

    /// <summary>For tests: the context.</summary>
    public BudgetDbContext Database => database;

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
        try
        {
            _snapshot ??= await ReadSnapshot.BeginAsync(database, cancellationToken).ConfigureAwait(false);
            return await read(database, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (IsUnnamedBreak(exception))
        {
            throw Broken(exception);
        }
    }

    /// <summary>Runs an operation that saves, or that must see what is stored now, on the book's connection. It ends the book's state of the database.</summary>
    /// <typeparam name="T">What becomes of it.</typeparam>
    /// <param name="run">An operation over the context that it is given.</param>
    public async Task<T> RunAsync<T>(Func<BudgetDbContext, Task<T>> run)
    {
        using var alone = Alone();
        try
        {
            await EndSnapshotAsync().ConfigureAwait(false);
            return await run(database).ConfigureAwait(false);
        }
        catch (Exception exception) when (IsUnnamedBreak(exception))
        {
            throw Broken(exception);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await EndSnapshotAsync().ConfigureAwait(false);

        // A context that goes back to its pool would keep it open.
        await database.Database.CloseConnectionAsync().ConfigureAwait(false);
        await database.DisposeAsync().ConfigureAwait(false);
    }

    // Nothing that is done within a book reads or writes anything but the database, so what breaks there is the connection.
    private bool IsUnnamedBreak(Exception exception) => DatabaseFaults.Of(exception) is null && database.IsBroken(exception);

    private static DatabaseUnavailableException Broken(Exception exception) => new("The connection to the database broke.", exception);

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
