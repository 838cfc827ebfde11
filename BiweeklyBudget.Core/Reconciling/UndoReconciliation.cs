using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Storage;

namespace BiweeklyBudget.Core.Reconciling;

/// <summary>
/// Takes one reconciliation back: its transaction and its bank transaction, whichever it has, wait to be reconciled again.
/// No amount and no balance depends on it.
/// </summary>
internal sealed class UndoReconciliation(BudgetDbContext database)
{
    /// <summary>Takes it back.</summary>
    /// <param name="id">The reconciliation.</param>
    /// <param name="cancellationToken">Cancels it; nothing is changed then.</param>
    public Task<Outcome<int>> ExecuteAsync(int id, CancellationToken cancellationToken = default) =>
        AtomicSave.RunAsync(database, nameof(UndoReconciliation), (save, token) => UndoAsync(save, id, token), duplicate: null, cancellationToken);

    private static async Task<Outcome<int>> UndoAsync(RunningSave save, int id, CancellationToken cancellationToken)
    {
        // Old rows may point here through the legacy column.
        await save.UpdateAsync(save.Database.BankTransactions.Where(transaction => transaction.ReconciliationId == id), transaction => transaction.ReconciliationId, null, cancellationToken).ConfigureAwait(false);
        var deleted = await save.RemoveAsync(save.Database.Reconciliations.Where(reconciliation => reconciliation.Id == id), cancellationToken).ConfigureAwait(false);
        return deleted == 0
            ? new Outcome<int>.Refused(new Problem(null, ProblemCode.NotFound, $"Error: no TxnReconcile with ID {id}") { Plain = "This is not reconciled any more." })
            : new Outcome<int>.Saved(id);
    }
}
