using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Settings;

namespace BiweeklyBudget.Core.Deleting;

/// <summary>Deletes records of a book: <c>book.Deleting</c>. What was deleted can be taken back (<see cref="Changes.ChangeSection.UndoAsync"/>).</summary>
public sealed class DeletingSection
{
    private readonly BookSession _session;

    internal DeletingSection(BookSession session) => _session = session;

    /// <summary>Says what a deletion would mean: what goes along, and what stands in the way. Nothing is changed.</summary>
    /// <param name="deletion">What is to go.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <returns>The records, in the order of the command.</returns>
    /// <exception cref="ArgumentException">Records of this kind cannot be deleted, there are none or too many of them, or a key is none of this kind.</exception>
    public Task<IReadOnlyList<PlannedDeletion>> PlanAsync(Deletion deletion, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(deletion);
        return DeleteRecords.ProblemOf(deletion) is { } problem
            ? throw new ArgumentException(problem.Message, nameof(deletion))
            : _session.ReadAsync((database, token) => DeletedKinds.Of(deletion, database).PlanAsync(token), cancellationToken);
    }

    /// <summary>
    /// Deletes records with what belongs to them and to nothing else: the splits of transactions, whose standing budgets get back what was taken from them; both sides of a transfer;
    /// the balances of accounts; the items of projects. A vehicle's next fill counts from the one before a fill that goes. All of them or none.
    /// </summary>
    /// <param name="deletion">What is to go.</param>
    /// <param name="cancellationToken">Cancels it; nothing is changed then.</param>
    /// <returns>
    /// Saved with how many were asked for and are gone. Or refused: something depends on one of them (<see cref="ProblemCode.InUse"/>), it is reconciled (<see cref="ProblemCode.Reconciled"/>), the bank
    /// reported it (<see cref="ProblemCode.WrongKind"/>), or it is gone already (<see cref="ProblemCode.NotFound"/>).
    /// </returns>
    public Task<Outcome<int>> DeleteAsync(Deletion deletion, CancellationToken cancellationToken = default) =>
        _session.SaveAsync(database => new DeleteRecords(database).ExecuteAsync(deletion, cancellationToken));

    /// <summary>Everything that is wrong with a deletion; nothing is changed.</summary>
    /// <param name="deletion">What is to go.</param>
    /// <param name="unknown">Names of properties whose values are not known yet: nothing is said about them, whatever stands in them.</param>
    /// <param name="cancellationToken">Ends the check early.</param>
    /// <returns>The problems; none when it could be done.</returns>
    public Task<IReadOnlyList<Problem>> CheckAsync(Deletion deletion, IReadOnlySet<string>? unknown = null, CancellationToken cancellationToken = default) =>
        _session.SaveAsync(database => new DeleteRecords(database).CheckAsync(deletion, unknown, cancellationToken));
}
