using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Settings;

namespace BiweeklyBudget.Core.Transfers;

/// <summary>The transfers of a book: <c>book.Transfers</c>.</summary>
public sealed class TransferSection
{
    private readonly BookSession _session;

    internal TransferSection(BookSession session) => _session = session;

    /// <summary>Moves money from one account to another.</summary>
    /// <param name="transfer">What is to be moved.</param>
    /// <param name="cancellationToken">Cancels it; nothing is saved then.</param>
    /// <returns>Saved with the ids of both transactions, or why not.</returns>
    public Task<Outcome<SavedTransfer>> SaveAsync(AccountTransfer transfer, CancellationToken cancellationToken = default) =>
        _session.SaveAsync(database => new SaveAccountTransfer(database).ExecuteAsync(transfer, cancellationToken));

    /// <summary>Moves money from one budget to another.</summary>
    /// <param name="transfer">What is to be moved.</param>
    /// <param name="cancellationToken">Cancels it; nothing is saved then.</param>
    /// <returns>Saved with the ids of both transactions, or why not.</returns>
    public Task<Outcome<SavedTransfer>> SaveAsync(BudgetTransfer transfer, CancellationToken cancellationToken = default) =>
        _session.SaveAsync(database => new SaveBudgetTransfer(database, _session.Time, _session.Settings.DefaultAccountId).ExecuteAsync(transfer, cancellationToken));

    /// <summary>Everything that is wrong with a transfer; nothing is saved.</summary>
    /// <param name="transfer">What is to be moved.</param>
    /// <param name="unknown">Names of properties whose values are not known yet, as in a form that is filled in: nothing is said about them, whatever stands in them.</param>
    /// <param name="cancellationToken">Ends the check early.</param>
    /// <returns>The problems; none when it could be saved.</returns>
    public Task<IReadOnlyList<Problem>> CheckAsync(AccountTransfer transfer, IReadOnlySet<string>? unknown = null, CancellationToken cancellationToken = default) =>
        _session.SaveAsync(database => new SaveAccountTransfer(database).CheckAsync(transfer, unknown, cancellationToken));

    /// <summary>Everything that is wrong with a transfer; nothing is saved.</summary>
    /// <param name="transfer">What is to be moved.</param>
    /// <param name="unknown">Names of properties whose values are not known yet, as in a form that is filled in: nothing is said about them, whatever stands in them.</param>
    /// <param name="cancellationToken">Ends the check early.</param>
    /// <returns>The problems; none when it could be saved.</returns>
    public Task<IReadOnlyList<Problem>> CheckAsync(BudgetTransfer transfer, IReadOnlySet<string>? unknown = null, CancellationToken cancellationToken = default) =>
        _session.SaveAsync(database => new SaveBudgetTransfer(database, _session.Time, _session.Settings.DefaultAccountId).CheckAsync(transfer, unknown, cancellationToken));
}
