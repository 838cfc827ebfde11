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

    private ReadSnapshot(BudgetDbContext database) => _database = database;

    /// <summary>Opens the context's connection, which stays open as long as the context, and begins to read.</summary>
    public static async Task<ReadSnapshot> BeginAsync(BudgetDbContext database, CancellationToken cancellationToken)
    {
        var isFresh = database.Database.GetDbConnection().State != ConnectionState.Open;
        if (isFresh)
        {
            await database.Database.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        }

        try
        {
            await BeginAsync().ConfigureAwait(false);
        }
        catch (Exception exception) when (isFresh && (exception is DbException || database.IsBroken(exception)))
        {
            // It lay in the pool while the server ended it.
            await LiveConnection.ReplaceAsync(database, cancellationToken).ConfigureAwait(false);
            await BeginAsync().ConfigureAwait(false);
        }

        return new ReadSnapshot(database);

        Task BeginAsync()
        {
            database.NoteBeforeReading();
            return RunAsync(database, database.ReadBegin, cancellationToken);
        }
    }

    /// <summary>Lets go of the state.</summary>
    public async ValueTask DisposeAsync()
    {
        try
        {
            if (_database.Database.GetDbConnection().State == ConnectionState.Open)
            {
                await RunAsync(_database, "COMMIT", CancellationToken.None).ConfigureAwait(false);
            }
        }
        catch (Exception exception) when (exception is DbException || _database.IsBroken(exception))
        {
            // The connection is gone, and with it the state; there was nothing to be stored.
            await _database.Database.CloseConnectionAsync().ConfigureAwait(false);
        }
    }

    private static async Task RunAsync(BudgetDbContext database, string statement, CancellationToken cancellationToken)
    {
        var command = database.Database.GetDbConnection().CreateCommand();
        await using (command.ConfigureAwait(false))
        {
#pragma warning disable CA2100 // One of the constants that the engines' contexts name.
            command.CommandText = statement;
#pragma warning restore CA2100
            await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }
    }
}
