using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Statements;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Rows;

namespace BiweeklyBudget.Core.Reconciling;

/// <summary>
/// Reconciles transactions and bank transactions, all or nothing (spec/http-api.md §12.1). Everything is checked before anything
/// is written (spec/domain.md D 15): unknown rows, rows reconciled already or named twice, notes too long. Pairs with different
/// accounts or amounts are stored, as scripts of upstream expect, and reported as warnings. Transactions made from bank transactions are added
/// in the same database transaction. The reconciliations' ids are in the order of upstream's storing: transactions first by id, those that are
/// made last of them, then ignored ones by account and FITID as text.
/// </summary>
internal sealed class SaveReconciliations(BudgetDbContext database, TimeProvider time) : SaveOperation<ReconciliationBatch, (RowsToReconcile Known, MadeRows Made), IReadOnlyList<int>>(database)
{
    protected override Problem Duplicate => new(null, ProblemCode.Reconciled, "one of them was reconciled by somebody else meanwhile");

    protected override void CheckAlone(ReconciliationBatch command, Problems problems)
    {
        foreach (var entry in Repeated(Transactions(command), entry => entry.Item.TransactionId))
        {
            problems.Add(entry.Path + nameof(ReconciledTransaction.TransactionId), ProblemCode.Repeated, $"Transaction {entry.Item.TransactionId} is named twice");
        }

        var named = BankTransactions(command).ToList();
        foreach (var (path, key) in Repeated(named, entry => entry.Item))
        {
            problems.Add(path, ProblemCode.Repeated, $"OFXTransaction {RowsToReconcile.Text(key)} is named twice");
        }

        foreach (var (path, key) in named.Where(entry => !TextLength.IsValid(entry.Item.FitId)))
        {
            problems.Add(path, ProblemCode.BadFormat, $"OFXTransaction {RowsToReconcile.Text(key)} is not valid Unicode");
        }

        MadeRows.CheckAlone(command.Made, problems);
        foreach (var (path, entry) in Transactions(command))
        {
            CheckNote(path + nameof(entry.Note), entry.Note, $"the note of Transaction {entry.TransactionId}", problems);
        }

        foreach (var (path, entry) in Ignored(command))
        {
            CheckNote(path + nameof(entry.Note), entry.Note, $"the note of OFXTransaction {RowsToReconcile.Text(entry.BankTransaction)}", problems);
        }
    }

    protected override async Task<(RowsToReconcile Known, MadeRows Made)> CheckAsync(RunningSave save, ReconciliationBatch command, Problems problems, CancellationToken cancellationToken)
    {
        var rows = await RowsToReconcile.LockAsync(save, command, cancellationToken).ConfigureAwait(false);
        foreach (var (path, entry) in Transactions(command))
        {
            var transaction = rows.Find(entry.TransactionId);
            if (transaction is null)
            {
                problems.Add(path + nameof(entry.TransactionId), ProblemCode.NotFound, $"Invalid Transaction ID: {entry.TransactionId}", "A transaction is not there any more: it was deleted meanwhile. Nothing was reconciled.");
            }
            else if (transaction.IsReconciled)
            {
                problems.Add(path + nameof(entry.TransactionId), ProblemCode.Reconciled, $"Transaction {entry.TransactionId} is already reconciled", $"{transaction.Name} is reconciled already.");
            }

            CheckKnown(path + nameof(entry.BankTransaction), entry.BankTransaction);
        }

        foreach (var (path, entry) in Made(command))
        {
            CheckKnown(path + nameof(entry.BankTransaction), entry.BankTransaction);
        }

        foreach (var (path, entry) in Ignored(command))
        {
            CheckKnown(path + nameof(entry.BankTransaction), entry.BankTransaction);
        }

        foreach (var (path, key) in BankTransactions(command).DistinctBy(entry => entry.Item).Where(entry => rows.Find(entry.Item) is { IsReconciled: true }))
        {
            problems.Add(path, ProblemCode.Reconciled, $"OFXTransaction {RowsToReconcile.Text(key)} is already reconciled", $"{rows.Find(key)!.Name} is reconciled already.");
        }

        return (rows, await MadeRows.LockAsync(save, command.Made, problems, cancellationToken).ConfigureAwait(false));

        void CheckKnown(string path, BankTransactionKey? key)
        {
            if (key is { } named && rows.Find(named) is null)
            {
                problems.Add(path, ProblemCode.NotFound, $"Invalid OFXTransaction: {RowsToReconcile.Text(named)}", "A bank line is not there any more: its import was undone meanwhile. Nothing was reconciled.");
            }
        }
    }

    protected override async Task<Outcome<IReadOnlyList<int>>> StoreAsync(RunningSave save, ReconciliationBatch command, (RowsToReconcile Known, MadeRows Made) rows, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var (added, problem) = await rows.Made.StoreAsync(save, cancellationToken).ConfigureAwait(false);
        if (problem is not null)
        {
            return new Outcome<IReadOnlyList<int>>.Invalid([problem]);
        }

        List<(MadeTransaction Entry, int Id)> pairs = [.. command.Made.Zip(added, (entry, row) => (entry, row.Id))];
        List<Reconciliation> made =
        [
            .. Transactions(command).Select(entry => new Reconciliation { TransactionId = entry.Item.TransactionId, BankAccountId = entry.Item.BankTransaction?.AccountId, BankFitId = entry.Item.BankTransaction?.FitId, Note = entry.Item.Note, ReconciledAt = now }),
            .. pairs.Select(pair => new Reconciliation { TransactionId = pair.Id, BankAccountId = pair.Entry.BankTransaction.AccountId, BankFitId = pair.Entry.BankTransaction.FitId, ReconciledAt = now }),
            .. command.Ignored.OrderBy(entry => entry.BankTransaction.ToString(), StringComparer.Ordinal).Select(entry => new Reconciliation { BankAccountId = entry.BankTransaction.AccountId, BankFitId = entry.BankTransaction.FitId, Note = entry.Note, ReconciledAt = now }),
        ];
        save.Database.Reconciliations.AddRange(made);
        await save.Database.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        return new Outcome<IReadOnlyList<int>>.Saved([.. made.Select(reconciliation => reconciliation.Id)])
        {
            Warnings = [.. Transactions(command).Select(entry => rows.Known.Mismatch(entry.Item)).Concat(pairs.Select(pair => rows.Known.Mismatch(pair.Entry, pair.Id))).OfType<string>()],
        };
    }

    /// <summary>The transactions by id, with the beginnings of the paths to their properties.</summary>
    private static IEnumerable<(string Path, ReconciledTransaction Item)> Transactions(ReconciliationBatch command) =>
        command.Transactions.Index().OrderBy(entry => entry.Item.TransactionId).Select(entry => ($"{nameof(command.Transactions)}[{entry.Index}].", entry.Item));

    private static IEnumerable<(string Path, MadeTransaction Item)> Made(ReconciliationBatch command) =>
        command.Made.Index().Select(entry => ($"{nameof(command.Made)}[{entry.Index}].", entry.Item));

    private static IEnumerable<(string Path, IgnoredBankTransaction Item)> Ignored(ReconciliationBatch command) =>
        command.Ignored.Index().Select(entry => ($"{nameof(command.Ignored)}[{entry.Index}].", entry.Item));

    /// <summary>All bank transactions that are named, with the paths to them.</summary>
    private static IEnumerable<(string Path, BankTransactionKey Item)> BankTransactions(ReconciliationBatch command) =>
    [
        .. from entry in Transactions(command) where entry.Item.BankTransaction is not null select (entry.Path + nameof(entry.Item.BankTransaction), entry.Item.BankTransaction!.Value),
        .. from entry in Made(command) select (entry.Path + nameof(entry.Item.BankTransaction), entry.Item.BankTransaction),
        .. from entry in Ignored(command) select (entry.Path + nameof(entry.Item.BankTransaction), entry.Item.BankTransaction),
    ];

    /// <summary>The second one of all that share a key.</summary>
    private static IEnumerable<T> Repeated<T, TKey>(IEnumerable<T> entries, Func<T, TKey> key) => entries.GroupBy(key).Select(group => group.Skip(1).Take(1)).SelectMany(second => second);

    private static void CheckNote(string path, string? note, string what, Problems problems)
    {
        if (note is not null && !TextLength.IsValid(note))
        {
            problems.Add(path, ProblemCode.BadFormat, $"{what} is not valid Unicode");
        }
        else if (note is not null && TextLength.Of(note) > TextLength.Usual)
        {
            problems.Add(path, ProblemCode.TooLong, $"{what} cannot be longer than {TextLength.Usual} characters");
        }
    }
}
