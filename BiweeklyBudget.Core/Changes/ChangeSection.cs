using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Settings;
using BiweeklyBudget.Core.Tables;

namespace BiweeklyBudget.Core.Changes;

/// <summary>What was saved, by whom and when, in a book: <c>book.Changes</c>.</summary>
public sealed class ChangeSection
{
    /// <summary>Most records of a change in a list.</summary>
    public const int MostListedRecords = 20;

    private readonly BookSession _session;

    internal ChangeSection(BookSession session) => _session = session;

    /// <summary>Changes, the latest first.</summary>
    /// <param name="filter">Which; null for all.</param>
    /// <param name="skip">How many to leave out before the first.</param>
    /// <param name="take">Most to give, from 1 to 1000.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <returns>The changes, and how many there are.</returns>
    public Task<TablePage<ChangeDetails>> ListAsync(ChangeFilter? filter = null, int skip = 0, int take = 50, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(skip);
        ArgumentOutOfRangeException.ThrowIfLessThan(take, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(take, ChangeReader.MostChanges);
        return _session.ReadAsync((database, token) => new ChangeReader(database).ListAsync(filter ?? new ChangeFilter(), skip, take, token), cancellationToken);
    }

    /// <summary>One change with all its records.</summary>
    /// <param name="id">Its number.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <returns>The change; null when there is none.</returns>
    public Task<ChangeDetails?> FindAsync(long id, CancellationToken cancellationToken = default) =>
        _session.ReadAsync((database, token) => new ChangeReader(database).FindAsync(id, token), cancellationToken);

    /// <summary>
    /// Takes a change back: what it added is removed, what it removed is there again, and what it changed is as it was. A standing budget's balance moves by the opposite difference, so
    /// that what others booked since stays. That is a change itself, and can be taken back, which does the first one again.
    /// </summary>
    /// <param name="id">Its number.</param>
    /// <param name="cancellationToken">Cancels it; nothing is changed then.</param>
    /// <returns>
    /// Saved with the number of the new change. Or refused: it was taken back already (<see cref="ProblemCode.Repeated"/>), one of its records was changed since
    /// (<see cref="ProblemCode.Outdated"/>), is used by others (<see cref="ProblemCode.InUse"/>) or reconciled (<see cref="ProblemCode.Reconciled"/>), a name is somebody else's now
    /// (<see cref="ProblemCode.Taken"/>), or there is no such change (<see cref="ProblemCode.NotFound"/>).
    /// </returns>
    public async Task<Outcome<long>> UndoAsync(long id, CancellationToken cancellationToken = default)
    {
        var outcome = await _session.SaveAsync(database => new UndoChange(database).ExecuteAsync(id, cancellationToken)).ConfigureAwait(false);

        // Settings may be among what was taken back.
        _session.ForgetStoredSettings();
        return outcome;
    }
}
