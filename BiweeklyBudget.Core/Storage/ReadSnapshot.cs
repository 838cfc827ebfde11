using System.Data;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Storage;

/// <summary>
/// One state of the database, read from a context's connection as long as it lasts, whatever others write meanwhile. Nobody waits for it.
/// It is no transaction of EF's, which would ask MySQL for its isolation with a statement more each time.
/// </summary>
internal sealed class ReadSnapshot : IAsyncDisposable
{
    private readonly BudgetDbContext _database;
    private readonly bool _isFresh;

    private ReadSnapshot(BudgetDbContext database, bool isFresh)
    {
        _database = database;
        _isFresh = isFresh;
    }

    /// <summary>Opens the context's connection, which stays open as long as the context, and begins to read.</summary>
    public static async Task<ReadSnapshot> BeginAsync(BudgetDbContext database, CancellationToken cancellationToken)
    {
        var isFresh = database.Database.GetDbConnection().State != ConnectionState.Open;
        if (isFresh)
        {
            await database.Database.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        }

        await database.BeginReadingAsync(cancellationToken).ConfigureAwait(false);
        return new ReadSnapshot(database, isFresh);
    }

    /// <summary>Reads from the state. What fails before anything was read, because the session lay in the pool while the server ended it, is read again.</summary>
    /// <typeparam name="T">What is read.</typeparam>
    /// <param name="read">Reads it.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    public async Task<T> ReadAsync<T>(Func<BudgetDbContext, CancellationToken, Task<T>> read, CancellationToken cancellationToken)
    {
        try
        {
            return await read(_database, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (_isFresh && !_database.IsReading && _database.IsBroken(exception))
        {
            await LiveConnection.ReplaceAsync(_database, cancellationToken).ConfigureAwait(false);
            await _database.BeginReadingAsync(cancellationToken).ConfigureAwait(false);
            return await read(_database, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Lets go of the state.</summary>
    public async ValueTask DisposeAsync()
    {
        try
        {
            await _database.EndReadingAsync().ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is DbException || _database.IsBroken(exception))
        {
            // The connection is gone, and with it the state; there was nothing to be stored.
            await _database.Database.CloseConnectionAsync().ConfigureAwait(false);
        }
    }
}
