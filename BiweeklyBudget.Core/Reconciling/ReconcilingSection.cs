using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Settings;
using BiweeklyBudget.Core.Statements;
using BiweeklyBudget.Core.Transactions;

namespace BiweeklyBudget.Core.Reconciling;

/// <summary>
/// Transactions matched with bank transactions, in a book: <c>book.Reconciling</c>. Accounts may be left out of it by their settings, and
/// what is earlier than the setting RECONCILE_BEGIN_DATE never waits.
/// </summary>
public sealed class ReconcilingSection
{
    private readonly BookSession _session;

    internal ReconcilingSection(BookSession session) => _session = session;

    /// <summary>Everything that waits to be reconciled, with suggestions what belongs together.</summary>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <returns>Both sides and the suggestions.</returns>
    public Task<Unreconciled> ListAsync(CancellationToken cancellationToken = default) =>
        _session.ReadAsync(
            async (database, token) => await new UnreconciledReader(database, await _session.OpenItemsAsync(token).ConfigureAwait(false)).ReadAsync(_session.ReconcileBegin, token).ConfigureAwait(false),
            cancellationToken);

    /// <summary>The transactions that wait to be reconciled.</summary>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <returns>The transactions, by date and id.</returns>
    public Task<IReadOnlyList<TransactionDetails>> ListTransactionsAsync(CancellationToken cancellationToken = default) =>
        _session.ReadAsync(
            async (database, token) => await new UnreconciledReader(database, await _session.OpenItemsAsync(token).ConfigureAwait(false)).ReadTransactionsAsync(_session.ReconcileBegin, token).ConfigureAwait(false),
            cancellationToken);

    /// <summary>The bank transactions that wait to be reconciled. Fees, interest and payments that the account's patterns find never wait.</summary>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <returns>The bank transactions, by time posted and FITID.</returns>
    public Task<IReadOnlyList<BankTransactionDetails>> ListBankTransactionsAsync(CancellationToken cancellationToken = default) =>
        _session.ReadAsync(
            async (database, token) => await new UnreconciledReader(database, await _session.OpenItemsAsync(token).ConfigureAwait(false)).ReadBankTransactionsAsync(_session.ReconcileBegin, token).ConfigureAwait(false),
            cancellationToken);

    /// <summary>One reconciliation with both of its sides.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <returns>The reconciliation; null when there is none with that id.</returns>
    public Task<ReconciliationDetails?> FindAsync(int id, CancellationToken cancellationToken = default) =>
        _session.ReadAsync((database, token) => new ReconciliationReader(database).FindAsync(id, token), cancellationToken);

    /// <summary>
    /// Reconciles transactions and bank transactions. A pair of different accounts or amounts is stored too, with a warning: whoever names it
    /// means it.
    /// </summary>
    /// <param name="batch">What is to be reconciled.</param>
    /// <param name="cancellationToken">Cancels it; nothing is saved then.</param>
    /// <returns>Saved with the ids of the reconciliations: those of transactions by the transactions' ids, then those of ignored bank transactions. Or why not.</returns>
    public Task<Outcome<IReadOnlyList<int>>> SaveAsync(ReconciliationBatch batch, CancellationToken cancellationToken = default) =>
        _session.SaveAsync(database => new SaveReconciliations(database, _session.Time).ExecuteAsync(batch, cancellationToken));

    /// <summary>Everything that is wrong with what is to be reconciled; nothing is saved.</summary>
    /// <param name="batch">What is to be reconciled.</param>
    /// <param name="unknown">Paths of properties whose values are not known yet, such as <c>Transactions[0].Note</c>: nothing is said about them.</param>
    /// <param name="cancellationToken">Ends the check early.</param>
    /// <returns>The problems; none when it could be saved.</returns>
    public Task<IReadOnlyList<Problem>> CheckAsync(ReconciliationBatch batch, IReadOnlySet<string>? unknown = null, CancellationToken cancellationToken = default) =>
        _session.SaveAsync(database => new SaveReconciliations(database, _session.Time).CheckAsync(batch, unknown, cancellationToken));

    /// <summary>Takes a reconciliation back: both of its sides wait again. No amount and no balance changes.</summary>
    /// <param name="id">The reconciliation.</param>
    /// <param name="cancellationToken">Cancels it; nothing is changed then.</param>
    /// <returns>Saved with the id, or why not.</returns>
    public Task<Outcome<int>> UndoAsync(int id, CancellationToken cancellationToken = default) =>
        _session.SaveAsync(database => new UndoReconciliation(database).ExecuteAsync(id, cancellationToken));
}
