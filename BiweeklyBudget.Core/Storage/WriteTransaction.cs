using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace BiweeklyBudget.Core.Storage;

/// <summary>
/// The database transaction of a save. Unless it was committed, its end takes everything back; that this fails when the connection or the disk has
/// failed before says nothing new, and must not hide the reason.
/// </summary>
/// <param name="database">The save's context.</param>
/// <param name="transaction">Its transaction.</param>
/// <param name="turn">What lets the next writer in, on an engine with one writer at a time, whose connection was opened to wait for it; otherwise null.</param>
internal sealed class WriteTransaction(BudgetDbContext database, IDbContextTransaction transaction, IDisposable? turn) : IAsyncDisposable
{
    private bool _isCommitting;
    private bool _isCommitted;

    /// <summary>Stores everything.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>When it is stored.</returns>
    public async Task CommitAsync(CancellationToken cancellationToken)
    {
        database.CheckBeforeCommit();
        _isCommitting = true;
        await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
        _isCommitted = true;
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (_isCommitting && !_isCommitted)
            {
                database.PrepareRollbackOfFailedCommit();
            }

            await transaction.DisposeAsync().ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is DbException || database.IsBroken(exception))
        {
            database.Discard();
        }
        finally
        {
            if (turn is not null)
            {
                turn.Dispose();
                await database.Database.CloseConnectionAsync().ConfigureAwait(false);
            }
        }
    }
}
