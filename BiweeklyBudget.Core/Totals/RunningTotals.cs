using BiweeklyBudget.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Totals;

/// <summary>
/// Keeps the open items from one request to the next, one for each engine (docs/adr/0015), as long as nobody writes. What any of our programs has saved is in the record of
/// changes; what another program wrote is seen at once where the engine tells that somebody did, and after a minute everywhere.
/// </summary>
/// <param name="time">The clock that counts the minute; one that is frozen counts all the same.</param>
internal sealed class RunningTotals(TimeProvider time)
{
    // Saves take their numbers when they write and may commit in another order. No more than these are under way at once.
    private const int Window = 256;

    // Nobody has that many open items who reconciles. Those who do not pay for them as they always did.
    private const int MostKept = 200_000;

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    private const long NotRead = -1;

    private volatile Kept? _kept;
    private long _settingsRead = NotRead;
    private long _settingsChanged = NotRead;

    /// <summary>Whether the stored settings have been read, and are those of the last state of the database that was looked at.</summary>
    public bool KnowsSettings => Interlocked.Read(ref _settingsRead) is var read and not NotRead && Interlocked.Read(ref _settingsChanged) == read;

    /// <summary>Notes that the stored settings were read.</summary>
    /// <param name="change">The last change of them.</param>
    public void NoteSettingsRead(long change)
    {
        Interlocked.Exchange(ref _settingsRead, change);
        Interlocked.Exchange(ref _settingsChanged, change);
    }

    /// <summary>Has them read anew.</summary>
    public void ForgetSettings() => Interlocked.Exchange(ref _settingsRead, NotRead);

    /// <summary>Has everything read anew, as when all data was replaced.</summary>
    public void Forget()
    {
        _kept = null;
        ForgetSettings();
    }

    /// <summary>The open items of the state that a context reads.</summary>
    /// <param name="database">A context within a state of the database, whose first reading this may be.</param>
    /// <param name="begin">Earlier transactions never count as open.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    public async Task<OpenItems> ReadAsync(BudgetDbContext database, DateOnly begin, CancellationToken cancellationToken)
    {
        var kept = _kept;
        if (kept is null || kept.Begin != begin || time.GetElapsedTime(kept.ReadAt) >= Longest)
        {
            var mark = await ReadMarkAsync(database, kept?.Floor ?? 0, cancellationToken).ConfigureAwait(false);
            return await ReadAllAsync(database, begin, mark, cancellationToken).ConfigureAwait(false);
        }

        var now = await ReadMarkAsync(database, kept.Floor, cancellationToken).ConfigureAwait(false);
        var isSame = now.Changes == kept.Applied.Count && now.LastChange == kept.LastChange && kept.IsSettled && now.Writes == kept.Writes;
        return isSame ? kept.Items : await ReadAllAsync(database, begin, now, cancellationToken).ConfigureAwait(false);
    }

    private async Task<WriteMark> ReadMarkAsync(BudgetDbContext database, long floor, CancellationToken cancellationToken)
    {
        var mark = await database.ReadWriteMarkAsync(floor, cancellationToken).ConfigureAwait(false);
        Interlocked.Exchange(ref _settingsChanged, mark.LastSettings);
        return mark;
    }

    private async Task<OpenItems> ReadAllAsync(BudgetDbContext database, DateOnly begin, WriteMark mark, CancellationToken cancellationToken)
    {
        var readAt = time.GetTimestamp();
        var floor = Math.Max(0, mark.LastChange - Window);
        var ids = await database.Changes.Where(change => change.Id > floor).Select(change => change.Id).ToListAsync(cancellationToken).ConfigureAwait(false);
        var items = await new OpenItemReader(database, begin).ReadAsync(cancellationToken).ConfigureAwait(false);
        Keep(new Kept(begin, items, readAt, ids.ToHashSet(), mark.Writes, mark.IsSettled));
        return items;
    }

    private void Keep(Kept kept) => _kept = kept.Items.Transactions.Count + kept.Items.BankTransactions.Count > MostKept ? null : kept.Trimmed(Window);

    /// <summary>Open items, and what tells whether they are those of another state of the database too.</summary>
    /// <param name="Begin">The begin that they were read for.</param>
    /// <param name="Items">The items.</param>
    /// <param name="ReadAt">Timestamp of the clock when all of them were last read.</param>
    /// <param name="Applied">The saves of the window that they contain.</param>
    /// <param name="Writes">The mark of the tables.</param>
    /// <param name="IsSettled">Whether that mark is to be trusted.</param>
    private sealed record Kept(DateOnly Begin, OpenItems Items, long ReadAt, HashSet<long> Applied, string Writes, bool IsSettled)
    {
        /// <summary>The greatest number among the saves; 0 when there are none.</summary>
        public long LastChange { get; } = Applied.Count == 0 ? 0 : Applied.Max();

        /// <summary>Saves up to this number are not looked at any more.</summary>
        public long Floor { get; private init; }

        /// <summary>The same with the newest saves only.</summary>
        public Kept Trimmed(int window)
        {
            var floor = Math.Max(0, LastChange - window);
            return this with { Applied = Applied.Where(id => id > floor).ToHashSet(), Floor = floor };
        }
    }
}
