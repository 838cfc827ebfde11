using System.Data;
using System.Diagnostics;
using System.Security.Cryptography;
using BiweeklyBudget.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Saving;

/// <summary>
/// Runs one saving operation in one database transaction: validation and change see the same data, and either everything is
/// saved or nothing. When other writers are in the way (a deadlock, a lock not granted in time) the whole operation is
/// repeated a few times (docs/adr/0006).
/// </summary>
internal static class AtomicSave
{
    private const int Attempts = 8;

    // An attempt may itself have waited for a lock as long as the engine does.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private static readonly SaveResult Busy = new SaveResult.Failed("The database is busy; nothing was saved. Please try again.");
    private static readonly SaveResult Unstorable = new SaveResult.Failed("The text holds characters that the database's character set cannot store; nothing was saved.");

    /// <summary>Runs an operation.</summary>
    /// <param name="database">A context without unsaved changes. When it is in a transaction already, the operation takes part in it, and its owner commits or rolls back.</param>
    /// <param name="save">The operation. It may be run more than once, each time on a context that tracks nothing.</param>
    /// <param name="duplicate">The result when a unique key refuses the row, because somebody else took the name meanwhile.</param>
    /// <param name="cancellationToken">Cancels it; nothing is saved then.</param>
    public static async Task<SaveResult> RunAsync(BudgetDbContext database, Func<CancellationToken, Task<SaveResult>> save, Func<SaveResult>? duplicate, CancellationToken cancellationToken)
    {
        if (database.ChangeTracker.HasChanges())
        {
            throw new InvalidOperationException("The context has unsaved changes; a saving operation needs one without.");
        }

        if (database.Database.CurrentTransaction is not null)
        {
            return await save(cancellationToken);
        }

        var started = Stopwatch.GetTimestamp();
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await AttemptAsync(database, save, cancellationToken);
            }
            catch (Exception exception) when (database.FaultOf(exception) == StorageFault.Busy)
            {
                if (attempt == Attempts || Stopwatch.GetElapsedTime(started) > Patience)
                {
                    return Busy;
                }

                // Not the application's clock: a frozen one must not stop the program.
                await Task.Delay(RandomNumberGenerator.GetInt32(5, 25 * attempt), cancellationToken);
            }
            catch (DbUpdateException exception) when (duplicate is not null && database.FaultOf(exception) == StorageFault.Duplicate)
            {
                return duplicate();
            }
            catch (DbUpdateException exception) when (database.FaultOf(exception) == StorageFault.Unstorable)
            {
                return Unstorable;
            }
        }
    }

    private static async Task<SaveResult> AttemptAsync(BudgetDbContext database, Func<CancellationToken, Task<SaveResult>> save, CancellationToken cancellationToken)
    {
        database.ChangeTracker.Clear();
        database.Database.AutoSavepointsEnabled = false;
        try
        {
            // MySQL: what is read after a lock was granted must be what its last owner committed. SQLite: begins as the only writer.
            await using var transaction = await database.Database.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancellationToken);
            var result = await save(cancellationToken);
            if (result is SaveResult.Saved)
            {
                await transaction.CommitAsync(cancellationToken);
            }

            return result;
        }
        finally
        {
            database.Database.AutoSavepointsEnabled = true;
            database.ChangeTracker.Clear();
        }
    }
}
