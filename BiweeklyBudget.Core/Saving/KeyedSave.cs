using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Saving;

/// <summary>
/// A save with a key (docs/adr/0017): what it resulted in is stored in its own transaction under the key, which is unique, so the key is there if and only if
/// the save is. Whoever comes with the same key at the same time or later gets that result; and whoever lost the connection while committing looks for the key.
/// </summary>
internal sealed class KeyedSave(RequestKey key, TimeProvider time)
{
    // As long as a save is repeated when the database is busy.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(500);

    private static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    // Between the number of the change and the outcome.
    private const char AfterChange = ' ';

    // By the contexts of their books.
    private static readonly ConditionalWeakTable<BudgetDbContext, KeyedSave> Keys = [];

    private string? _outcome;
    private bool _isUsed;

    /// <summary>Whether a save with the key is stored, as far as <see cref="FindAsync"/> saw.</summary>
    public bool IsAnswered => _outcome is not null;

    /// <summary>The key of what is saved through a book, by the book's context; null when it has none.</summary>
    public static KeyedSave? Of(BudgetDbContext caller) => Keys.TryGetValue(caller, out var key) ? key : null;

    /// <summary>Gives a book, by its context, the key of what it saves next.</summary>
    public static void Use(BudgetDbContext caller, KeyedSave key) => Keys.AddOrUpdate(caller, key);

    /// <summary>To be called before a context goes to another book.</summary>
    public static void Forget(BudgetDbContext caller) => Keys.Remove(caller);

    /// <summary>Looks whether a save with the key is stored.</summary>
    /// <exception cref="RequestKeyReusedException">It is, and was asked for something else.</exception>
    public async Task<bool> FindAsync(BudgetDbContext database, CancellationToken cancellationToken)
    {
        _outcome = await ReadAsync(database.StoredReplies, cancellationToken).ConfigureAwait(false);
        return _outcome is not null;
    }

    /// <summary>Saves, or finds what became of it before.</summary>
    /// <typeparam name="TResult">What the save results in.</typeparam>
    /// <param name="caller">Any context of the database; only its options are used.</param>
    /// <param name="save">Saves, once or several times, each time in a transaction of its own that ends with <see cref="StoreAsync"/>.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="OutcomeUnknownException">A commit was not answered, and the database stayed away.</exception>
    public async Task<TResult> RunAsync<TResult>(BudgetDbContext caller, Func<Task<TResult>> save, CancellationToken cancellationToken)
        where TResult : ISaveOutcome<TResult>
    {
        if (_isUsed)
        {
            throw new InvalidOperationException("A key is for one save, and something was saved with this one already.");
        }

        if (_outcome is { } before)
        {
            return Restored<TResult>(caller, before);
        }

        var began = Stopwatch.GetTimestamp();
        var mayBeStored = false;
        for (var pause = TimeSpan.FromMilliseconds(10); ; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            Exception failure;
            try
            {
                if (mayBeStored && await FindSettledAsync(caller, cancellationToken).ConfigureAwait(false) is { } stored)
                {
                    return Restored<TResult>(caller, stored);
                }

                mayBeStored = false;
                var result = await save().ConfigureAwait(false);
                if (result.IsSaved)
                {
                    _isUsed = true;
                    return result;
                }

                // What is in the way may be what the same request has saved a moment ago.
                mayBeStored = true;
                return await FindSettledAsync(caller, cancellationToken).ConfigureAwait(false) is { } meanwhile ? Restored<TResult>(caller, meanwhile) : result;
            }
            catch (Exception exception) when (exception is CommitUnansweredException or KeyTakenException)
            {
                mayBeStored = true;
                failure = exception;
            }
            catch (Exception exception) when (mayBeStored && exception is not RequestKeyReusedException and not OutcomeUnknownException && !cancellationToken.IsCancellationRequested)
            {
                failure = exception;
            }

            if (Stopwatch.GetElapsedTime(began) > Patience)
            {
                throw new OutcomeUnknownException(OutcomeUnknownException.WithKey, failure);
            }

            // Not the application's clock: a frozen one must not stop the program.
            await Task.Delay(pause, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Stores a result under the key, with the number of the change that it was recorded as, in the save's own transaction, as the last thing before its commit.</summary>
    /// <exception cref="KeyTakenException">Another save with the key is stored. A transaction with the same key that has not ended is waited for.</exception>
    public async Task StoreAsync<TResult>(BudgetDbContext database, TResult result, long? changeId, CancellationToken cancellationToken)
        where TResult : ISaveOutcome<TResult>
    {
        var now = new DateTime(time.GetUtcNow().Ticks / TimeSpan.TicksPerSecond * TimeSpan.TicksPerSecond, DateTimeKind.Utc);
        if (key.KeyHash.StartsWith('0'))
        {
            // One save in sixteen, since the hash is as good as random, takes the old ones away.
            var end = now - Kept;
            await database.StoredReplies.Where(reply => reply.At < end).ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false);
        }

        if (!await database.TryAddReplyAsync(new StoredReply { KeyHash = key.KeyHash, RequestHash = key.RequestHash, At = now, Outcome = Text(result, changeId) }, cancellationToken).ConfigureAwait(false))
        {
            throw new KeyTakenException();
        }
    }

    // What was stored by an earlier version has no number before it; an outcome itself is JSON.
    private static string Text<TResult>(TResult result, long? changeId)
        where TResult : ISaveOutcome<TResult> => changeId is { } id ? string.Create(CultureInfo.InvariantCulture, $"{id}{AfterChange}{result.ToText()}") : result.ToText();

    private TResult Restored<TResult>(BudgetDbContext caller, string outcome)
        where TResult : ISaveOutcome<TResult>
    {
        _isUsed = true;
        var end = outcome.IndexOf(AfterChange);
        var hasChange = long.TryParse(outcome.AsSpan(0, Math.Max(0, end)), NumberStyles.None, CultureInfo.InvariantCulture, out var change);
        caller.LastChangeId = hasChange ? change : null;
        return TResult.FromText(hasChange ? outcome[(end + 1)..] : outcome);
    }

    /// <summary>
    /// Looks for the key on another connection. The lock makes it wait for a transaction that has stored the key and not ended, which the server may
    /// still be committing; so when nothing is found, no such transaction is left.
    /// </summary>
    private async Task<string?> FindSettledAsync(BudgetDbContext caller, CancellationToken cancellationToken)
    {
        var database = caller.OpenApart();
        await using (database.ConfigureAwait(false))
        {
            database.Database.SetCommandTimeout(TimeSpan.FromSeconds(10));
            return await ReadAsync(database.StoredReplies.TagWith(RowLock.Tag), cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<string?> ReadAsync(IQueryable<StoredReply> replies, CancellationToken cancellationToken)
    {
        var hash = key.KeyHash;
        var reply = await replies.Where(r => r.KeyHash == hash).Select(r => new { r.RequestHash, r.Outcome }).FirstOrDefaultAsync(cancellationToken).ConfigureAwait(false);
        return reply is null || string.Equals(reply.RequestHash, key.RequestHash, StringComparison.Ordinal) ? reply?.Outcome : throw new RequestKeyReusedException();
    }
}
