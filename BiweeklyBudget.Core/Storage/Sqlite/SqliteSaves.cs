using System.Data;
using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace BiweeklyBudget.Core.Storage.Sqlite;

/// <summary>
/// Begins the transactions of saves: in line with the other writers of this process, then, against those of other processes, by asking for the
/// file's lock again and again. No thread is held meanwhile (docs/adr/0014).
/// </summary>
internal static class SqliteSaves
{
    // A little longer than a save is repeated (Saving/AtomicSave): whoever waited this long is told that the database is busy, and not made to wait again.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20.5);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    /// <summary>Begins to save as the file's only writer.</summary>
    /// <exception cref="SqliteException">Busy: the wait was over.</exception>
    public static async Task<WriteTransaction> BeginAsync(BudgetDbContext database, CancellationToken cancellationToken)
    {
        var began = Stopwatch.GetTimestamp();
        await database.Database.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        IDisposable? turn = null;
        try
        {
            var connection = (SqliteConnection)database.Database.GetDbConnection();
            turn = await EnterAsync(WriterQueues.Of(connection.DataSource), cancellationToken).ConfigureAwait(false);
            return new WriteTransaction(database, await BeginAsync(database, connection, began, cancellationToken).ConfigureAwait(false), turn);
        }
        catch
        {
            turn?.Dispose();
            await database.Database.CloseConnectionAsync().ConfigureAwait(false);
            throw;
        }
    }

    private static async Task<IDisposable> EnterAsync(WriterQueue queue, CancellationToken cancellationToken)
    {
        try
        {
            return await queue.EnterAsync(Patience, cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            throw new SqliteException("The writers before this one have not ended in time.", SqliteFaults.Busy);
        }
    }

    private static async Task<IDbContextTransaction> BeginAsync(BudgetDbContext database, SqliteConnection connection, long began, CancellationToken cancellationToken)
    {
        while (true)
        {
            // The driver would ask every 150 ms and sleep between, on this thread. With no time at all it asks once.
            var usual = connection.DefaultTimeout;
            connection.DefaultTimeout = SqliteSession.NoTime;
            try
            {
                return await database.Database.BeginTransactionAsync(IsolationLevel.Serializable, cancellationToken).ConfigureAwait(false);
            }
            catch (SqliteException exception) when (exception.SqliteErrorCode == SqliteFaults.Busy && Stopwatch.GetElapsedTime(began) < Patience)
            {
                // EF counts the connection as opened once more.
                await database.Database.CloseConnectionAsync().ConfigureAwait(false);
            }
            finally
            {
                connection.DefaultTimeout = usual;
            }

            await Task.Delay(Pause, cancellationToken).ConfigureAwait(false);
        }
    }
}
