using System.Globalization;
using BiweeklyBudget.Core.Forms;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Reconciling;

/// <summary>
/// Takes one reconciliation back: its transaction and its bank transaction, whichever it has, wait to be reconciled again.
/// No amount and no balance depends on it.
/// </summary>
/// <param name="database">The database.</param>
public sealed class UndoReconciliation(BudgetDbContext database)
{
    /// <summary>Saves a form with the field <c>id</c>, the reconciliation's id.</summary>
    /// <param name="form">The submitted fields.</param>
    /// <param name="cancellationToken">Cancels it; nothing is changed then.</param>
    /// <returns>Saved with the id, or why not.</returns>
    public Task<SaveResult> ExecuteAsync(FormValues form, CancellationToken cancellationToken = default) =>
        FormSave.RunAsync(database, form, fields => fields.Reference("id", "Reconciliation cannot be empty"), SaveAsync, duplicate: null, cancellationToken);

    private static async Task<SaveResult> SaveAsync(RunningSave save, int? id, FieldErrors errors, CancellationToken cancellationToken)
    {
        if (errors.Any)
        {
            return new SaveResult.Refused(errors);
        }

        // Old rows may point here through the legacy column.
        await save.Database.BankTransactions.Where(transaction => transaction.ReconciliationId == id)
            .ExecuteUpdateAsync(set => set.SetProperty(transaction => transaction.ReconciliationId, (int?)null), cancellationToken).ConfigureAwait(false);
        var deleted = await save.Database.Reconciliations.Where(reconciliation => reconciliation.Id == id).ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false);
        return deleted == 0
            ? new SaveResult.Failed(string.Create(CultureInfo.InvariantCulture, $"Error: no TxnReconcile with ID {id}"))
            : new SaveResult.Saved(string.Create(CultureInfo.InvariantCulture, $"Successfully undid reconciliation {id}."), id!.Value);
    }
}
