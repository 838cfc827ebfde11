using BiweeklyBudget.Core.Forms;
using BiweeklyBudget.Core.Storage;

namespace BiweeklyBudget.Core.Reconciling;

/// <summary>What the unique and foreign keys would refuse, found before anything is written and said in words (spec/domain.md D 15).</summary>
internal sealed class ReconcileConflicts(RowsToReconcile rows)
{
    /// <summary>All conflicts of a request whose transactions and paired bank transactions exist.</summary>
    public IEnumerable<string> Of(IReadOnlyList<ReconciledTransaction> transactions, IReadOnlyList<IgnoredBankTransaction> ignored) =>
    [
        .. Repeated(transactions.Select(entry => entry.TransactionId)).Select(id => $"Transaction {id} is named twice"),
        .. transactions.Where(entry => rows.Find(entry.TransactionId)!.IsReconciled).Select(entry => $"Transaction {entry.TransactionId} is already reconciled"),
        .. ignored.Where(entry => rows.Find(entry.BankTransaction) is null).Select(entry => $"Invalid OFXTransaction: {RowsToReconcile.Text(entry.BankTransaction)}"),
        .. OfBankTransactions([.. transactions.Select(entry => entry.BankTransaction).OfType<BankTransactionKey>(), .. ignored.Select(entry => entry.BankTransaction)]),
        .. transactions.Where(entry => IsTooLong(entry.Note)).Select(entry => $"the note of Transaction {entry.TransactionId} cannot be longer than {FieldReader.UsualLength} characters"),
        .. ignored.Where(entry => IsTooLong(entry.Note)).Select(entry => $"the note of OFXTransaction {RowsToReconcile.Text(entry.BankTransaction)} cannot be longer than {FieldReader.UsualLength} characters"),
    ];

    private IEnumerable<string> OfBankTransactions(List<BankTransactionKey> keys) =>
    [
        .. Repeated(keys).Select(key => $"OFXTransaction {RowsToReconcile.Text(key)} is named twice"),
        .. keys.Distinct().Where(key => rows.Find(key) is { IsReconciled: true }).Select(key => $"OFXTransaction {RowsToReconcile.Text(key)} is already reconciled"),
    ];

    private static IEnumerable<T> Repeated<T>(IEnumerable<T> keys)
        where T : notnull => keys.CountBy(key => key).Where(count => count.Value > 1).Select(count => count.Key);

    private static bool IsTooLong(string? note) => note is not null && TextLength.Of(note) > FieldReader.UsualLength;
}
