using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Rows;

namespace BiweeklyBudget.Core.Reconciling;

/// <summary>
/// Reconciles transactions and bank transactions, all or nothing (spec/http-api.md §12.1). Everything is checked before anything
/// is written (spec/domain.md D 15): unknown rows, rows reconciled already or named twice, notes too long. Pairs with different
/// accounts or amounts are stored, as scripts of upstream expect, and reported as warnings.
/// </summary>
/// <param name="database">The database.</param>
/// <param name="time">The clock, for the time of reconciling.</param>
public sealed class Reconcile(BudgetDbContext database, TimeProvider time)
{
    private const string Refused = "Exception committing reconcile(s): ";

    // A text for a person; a long list of conflicts says no more than its beginning.
    private const int MostConflicts = 5;

    /// <summary>Stores the request.</summary>
    /// <param name="request">What is to be reconciled.</param>
    /// <param name="cancellationToken">Cancels it; nothing is saved then.</param>
    /// <returns>Saved with the reconciliations' ids, transactions first by id, then ignored ones by account and FITID as text, as upstream stores them, and warnings; or failed.</returns>
    public Task<SaveResult> ExecuteAsync(ReconcileRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return AtomicSave.RunAsync(database, (save, token) => SaveAsync(save, request, token), () => new SaveResult.Failed(Refused + "one of them was reconciled by somebody else meanwhile"), cancellationToken);
    }

    private async Task<SaveResult> SaveAsync(RunningSave save, ReconcileRequest request, CancellationToken cancellationToken)
    {
        var transactions = request.Transactions.OrderBy(entry => entry.TransactionId).ToList();
        var rows = await RowsToReconcile.LockAsync(save, request, cancellationToken).ConfigureAwait(false);
        if (Unknown(transactions, rows) is { } unknown)
        {
            return new SaveResult.Failed(unknown);
        }

        var conflicts = new ReconcileConflicts(rows).Of(transactions, request.Ignored).Take(MostConflicts).ToList();
        if (conflicts.Count > 0)
        {
            return new SaveResult.Failed(Refused + string.Join("; ", conflicts));
        }

        var now = time.GetUtcNow().UtcDateTime;
        List<Reconciliation> made =
        [
            .. transactions.Select(entry => new Reconciliation { TransactionId = entry.TransactionId, BankAccountId = entry.BankTransaction?.AccountId, BankFitId = entry.BankTransaction?.FitId, Note = entry.Note, ReconciledAt = now }),
            .. request.Ignored.OrderBy(entry => entry.BankTransaction.ToString(), StringComparer.Ordinal).Select(entry => new Reconciliation { BankAccountId = entry.BankTransaction.AccountId, BankFitId = entry.BankTransaction.FitId, Note = entry.Note, ReconciledAt = now }),
        ];
        save.Database.Reconciliations.AddRange(made);
        await save.Database.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        return new SaveResult.Saved($"Successfully reconciled {made.Count} transactions", [.. made.Select(reconciliation => reconciliation.Id)])
        {
            Warnings = [.. transactions.Select(rows.Mismatch).OfType<string>()],
        };
    }

    private static string? Unknown(List<ReconciledTransaction> transactions, RowsToReconcile rows)
    {
        foreach (var entry in transactions)
        {
            if (rows.Find(entry.TransactionId) is null)
            {
                return $"Invalid Transaction ID: {entry.TransactionId}";
            }

            if (entry.BankTransaction is { } key && rows.Find(key) is null)
            {
                return $"Invalid OFXTransaction: {RowsToReconcile.Text(key)}";
            }
        }

        return null;
    }
}
