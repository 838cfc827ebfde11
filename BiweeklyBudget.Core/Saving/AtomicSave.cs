using System.Diagnostics;
using System.Security.Cryptography;
using System.Transactions;
using BiweeklyBudget.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Saving;

/// <summary>
/// Runs one saving operation in a database transaction and on a context of its own, which knows nothing of what was there before: validation and change see the same data, and
/// either everything is saved or nothing, whatever the caller does with its own context before and after. When other writers are in
/// the way (a deadlock, a lock not granted in time) the whole operation is repeated a few times (docs/adr/0006).
/// </summary>
internal static class AtomicSave
{
    private const int Attempts = 8;

    private static readonly Problem Busy = new(null, ProblemCode.Busy, "The database is busy; nothing was saved. Please try again.");
    private static readonly Problem Unstorable = new(null, ProblemCode.Unstorable, "The text holds characters that the database's character set cannot store; nothing was saved.");

    // An attempt may itself have waited for a lock as long as the engine does.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>Runs an operation.</summary>
    /// <typeparam name="TResult">What it results in.</typeparam>
    /// <param name="caller">Any context of the database. It is neither used nor changed; only its options are.</param>
    /// <param name="operation">What the record of changes calls the operation.</param>
    /// <param name="save">The operation. It may be run more than once, each time on a new context.</param>
    /// <param name="duplicate">The result when a unique key refuses the row, because somebody else took the name meanwhile.</param>
    /// <param name="cancellationToken">Cancels it; nothing is saved then.</param>
    /// <exception cref="OutcomeUnknownException">The connection broke during the commit, and whether it was done could not be found out.</exception>
    public static async Task<TResult> RunAsync<TResult>(BudgetDbContext caller, string operation, Func<RunningSave, CancellationToken, Task<TResult>> save, Func<TResult>? duplicate, CancellationToken cancellationToken)
        where TResult : ISaveOutcome<TResult>
    {
        caller.LastChangeId = null;
        if (KeyedSave.Of(caller) is { } key)
        {
            return await key.RunAsync(caller, () => RepeatAsync(caller, operation, save, duplicate, cancellationToken), cancellationToken).ConfigureAwait(false);
        }

        try
        {
            return await RepeatAsync(caller, operation, save, duplicate, cancellationToken).ConfigureAwait(false);
        }
        catch (CommitUnansweredException exception)
        {
            throw new OutcomeUnknownException(OutcomeUnknownException.WithoutKey, exception.InnerException);
        }
    }

    /// <summary>Reads what a check of a command needs, as a save would, but locks nothing and begins no transaction.</summary>
    /// <typeparam name="TResult">What it results in.</typeparam>
    /// <param name="caller">Any context of the database. It is neither used nor changed; only its options are.</param>
    /// <param name="read">Reads. To save something is a fault.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    public static async Task<TResult> ReadAsync<TResult>(BudgetDbContext caller, Func<RunningSave, CancellationToken, Task<TResult>> read, CancellationToken cancellationToken)
    {
        using var alone = Alone();
        await LiveConnection.ProveAsync(caller, cancellationToken).ConfigureAwait(false);
        var database = caller.OpenAnother();
        await using (database.ConfigureAwait(false))
        {
            database.SavingChanges += (_, _) => throw new InvalidOperationException("A check has saved something.");
            await database.Database.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
            try
            {
                return await read(new RunningSave(database, RowLocks.None(database), ChangeRecorder.None(database)), cancellationToken).ConfigureAwait(false);
            }
            finally
            {
                // The connection is the caller's: the end of this context does not close it.
                await database.Database.CloseConnectionAsync().ConfigureAwait(false);
            }
        }
    }

    private static async Task<TResult> RepeatAsync<TResult>(BudgetDbContext caller, string operation, Func<RunningSave, CancellationToken, Task<TResult>> save, Func<TResult>? duplicate, CancellationToken cancellationToken)
        where TResult : ISaveOutcome<TResult>
    {
        var started = Stopwatch.GetTimestamp();
        for (var attempt = 1; ; attempt++)
        {
            var database = caller.TakeAnother();
            var hasEnded = false;
            try
            {
                var commit = new SentCommit();
                try
                {
                    var (result, change) = await AttemptAsync(caller, database, operation, save, commit, cancellationToken).ConfigureAwait(false);
                    hasEnded = true;
                    caller.LastChangeId = change;
                    return result;
                }
                catch (Exception exception) when (commit.IsUnanswered)
                {
                    // The driver may take the connection for a good one still.
                    await database.Database.GetDbConnection().CloseAsync().ConfigureAwait(false);
                    throw new CommitUnansweredException(exception);
                }
                catch (Exception exception) when (database.FaultOf(exception) == StorageFault.Busy)
                {
                    if (attempt == Attempts || Stopwatch.GetElapsedTime(started) > Patience)
                    {
                        return TResult.Failed(Busy);
                    }
                }
                catch (Exception exception) when (duplicate is not null && database.FaultOf(exception) == StorageFault.Duplicate)
                {
                    return duplicate();
                }
                catch (Exception exception) when (database.FaultOf(exception) == StorageFault.Unstorable)
                {
                    return TResult.Failed(Unstorable);
                }
            }
            finally
            {
                if (hasEnded)
                {
                    await caller.GiveBackAsync(database).ConfigureAwait(false);
                }
                else
                {
                    await database.DisposeAsync().ConfigureAwait(false);
                }
            }

            // Not the application's clock: a frozen one must not stop the program.
            await Task.Delay(RandomNumberGenerator.GetInt32(5, 25 * attempt), cancellationToken).ConfigureAwait(false);
        }
    }

    private static async Task<(TResult Result, long? Change)> AttemptAsync<TResult>(BudgetDbContext caller, BudgetDbContext database, string operation, Func<RunningSave, CancellationToken, Task<TResult>> save, SentCommit commit, CancellationToken cancellationToken)
        where TResult : ISaveOutcome<TResult>
    {
        using var alone = Alone();
        database.Database.AutoSavepointsEnabled = false;

        var transaction = await LiveConnection.ProveByAsync(caller, () => database.BeginSaveAsync(cancellationToken), cancellationToken).ConfigureAwait(false);
        await using (transaction.ConfigureAwait(false))
        {
            using var changes = ChangeRecorder.For(database, operation);
            var result = await save(new RunningSave(database, RowLocks.In(database), changes), cancellationToken).ConfigureAwait(false);
            if (result.IsSaved)
            {
                await changes.WriteAsync(cancellationToken).ConfigureAwait(false);
                if (KeyedSave.Of(caller) is { } key)
                {
                    await key.StoreAsync(database, result, changes.WrittenId, cancellationToken).ConfigureAwait(false);
                }

                await commit.SendAsync(database, transaction, cancellationToken).ConfigureAwait(false);
            }

            return (result, changes.WrittenId);
        }
    }

    /// <summary>Keeps a caller's ambient transaction out: it could store what was refused here, or take back what was saved.</summary>
    private static TransactionScope Alone() => new(TransactionScopeOption.Suppress, TransactionScopeAsyncFlowOption.Enabled);
}
