using BiweeklyBudget.Core.Accounts;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Statements;

/// <summary>
/// Takes an import back as a whole: the statement, its balance and what it added are removed, and rows that it wrote over get back
/// what they said. Refused when something of it is reconciled: a bank transaction that it added or changed.
/// </summary>
internal sealed class UndoImport(BudgetDbContext database)
{
    private const int Batch = 500;

    /// <summary>Undoes an import.</summary>
    /// <param name="statementId">The statement that it made.</param>
    /// <param name="cancellationToken">Cancels it; nothing is changed then.</param>
    public Task<Outcome<UndoneImport>> ExecuteAsync(int statementId, CancellationToken cancellationToken = default) =>
        AtomicSave.RunAsync(database, nameof(UndoImport), (save, token) => UndoAsync(save, statementId, token), duplicate: null, cancellationToken);

    private static async Task<Outcome<UndoneImport>> UndoAsync(RunningSave save, int statementId, CancellationToken cancellationToken)
    {
        var database = save.Database;
        var records = new ImportRecords(database);
        var found = await database.Statements.AsNoTracking().SingleOrDefaultAsync(s => s.Id == statementId, cancellationToken).ConfigureAwait(false);
        if (found is null)
        {
            return Refused(ProblemCode.NotFound, $"no statement with ID {statementId}");
        }

        // The account as for an import, then the rows as for a reconciliation: whoever reconciles one of them is done or waits.
        var account = (await save.Rows.AccountAsync(found.AccountId, cancellationToken).ConfigureAwait(false))!;
        await save.Rows.BankTransactionsAsync(statementId, cancellationToken).ConfigureAwait(false);
        if (await records.FindAsync(found.AccountId, statementId, cancellationToken).ConfigureAwait(false) is not { } record)
        {
            return Refused(ProblemCode.WrongKind, $"Statement {statementId} cannot be undone: it was not imported in the browser, was undone already, or {ImportRecords.Kept} imports into the account came after it.");
        }

        if (await MistakeAsync(database, found, record, cancellationToken).ConfigureAwait(false) is { } mistake)
        {
            return new Outcome<UndoneImport>.Refused(mistake);
        }

        await PutBackAsync(save, found, record, new BankTransactionFlags(account), cancellationToken).ConfigureAwait(false);
        await save.RemoveAsync(database.BankTransactions.Where(t => t.StatementId == statementId), cancellationToken).ConfigureAwait(false);
        await BringBackAsync(save, record, cancellationToken).ConfigureAwait(false);
        await save.RemoveAsync(database.AccountBalances.Where(b => b.Id == record.BalanceId && b.AccountId == found.AccountId), cancellationToken).ConfigureAwait(false);
        await save.RemoveAsync(database.Statements.Where(s => s.Id == statementId), cancellationToken).ConfigureAwait(false);
        if (record.Content is { } content)
        {
            await FileContent.ForgetAsync(save, content, cancellationToken).ConfigureAwait(false);
        }

        await ImportRecords.RemoveAsync(save, found.AccountId, statementId, cancellationToken).ConfigureAwait(false);
        return new Outcome<UndoneImport>.Saved(new UndoneImport(found.FileName, record.Added.Count, record.Earlier.Count));
    }

    private static Outcome<UndoneImport>.Refused Refused(ProblemCode code, string message) => new(new Problem(null, code, message));

    /// <summary>Why the import must stay, or null.</summary>
    private static async Task<Problem?> MistakeAsync(BudgetDbContext database, Statement statement, ImportRecord record, CancellationToken cancellationToken)
    {
        var seen = await database.BankTransactions.Where(t => t.StatementId == statement.Id).Select(t => t.FitId).ToListAsync(cancellationToken).ConfigureAwait(false);
        var own = record.Added.Concat(record.Earlier.Select(row => row.FitId)).ToHashSet(StringComparer.Ordinal);
        if (seen.Count < own.Count || !own.IsSubsetOf(seen))
        {
            return new Problem(null, ProblemCode.Outdated, "A later statement holds some of its transactions too; undo that import first.");
        }

        if (seen.Count > own.Count)
        {
            return new Problem(null, ProblemCode.Outdated, "Transactions were added to the statement since, such as an interest charge entered by hand.");
        }

        var reconciled = await database.Reconciliations
            .Where(r => database.BankTransactions.Any(t => t.StatementId == statement.Id && t.AccountId == r.BankAccountId && t.FitId == r.BankFitId))
            .Select(r => r.BankFitId!)
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        var touched = record.Added.Concat(record.Earlier.Where(row => row.Before is not null).Select(row => row.FitId)).ToHashSet(StringComparer.Ordinal);
        var count = reconciled.Count(touched.Contains);
        return count == 0
            ? null
            : new Problem(null, ProblemCode.Reconciled, $"{count} of its transactions {(count == 1 ? "is" : "are")} reconciled; undo {(count == 1 ? "that reconciliation" : "those reconciliations")} first.");
    }

    /// <summary>What the bank had taken back is there again, and what it had said beside the rows is as before.</summary>
    private static async Task BringBackAsync(RunningSave save, ImportRecord record, CancellationToken cancellationToken)
    {
        if (record.Removed is { Count: > 0 } removed)
        {
            await save.InsertAsync(removed, cancellationToken).ConfigureAwait(false);
        }

        if (record.Remarks is { } remarks)
        {
            await BankRemarks.PutBackAsync(save, remarks, cancellationToken).ConfigureAwait(false);
        }
    }

    private static async Task PutBackAsync(RunningSave save, Statement statement, ImportRecord record, BankTransactionFlags flags, CancellationToken cancellationToken)
    {
        var database = save.Database;
        foreach (var batch in record.Earlier.Chunk(Batch))
        {
            var changed = batch.Where(row => row.Before is not null).ToDictionary(row => row.FitId, row => row.Before!, StringComparer.Ordinal);
            var keys = changed.Keys.ToArray();
            if (keys.Length > 0)
            {
                foreach (var row in await database.BankTransactions.Where(t => t.AccountId == statement.AccountId && keys.Contains(t.FitId)).ToListAsync(cancellationToken).ConfigureAwait(false))
                {
                    changed[row.FitId].WriteTo(row);
                    flags.Apply(row);
                }

                await database.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
                database.ChangeTracker.Clear();
            }

            foreach (var before in batch.GroupBy(row => row.StatementId, row => row.FitId))
            {
                var moved = before.ToArray();
                await save.UpdateAsync(database.BankTransactions.Where(t => t.AccountId == statement.AccountId && moved.Contains(t.FitId)), t => t.StatementId, before.Key, cancellationToken).ConfigureAwait(false);
            }
        }
    }
}
