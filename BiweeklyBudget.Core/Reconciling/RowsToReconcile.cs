using System.Globalization;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Statements;
using BiweeklyBudget.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Reconciling;

/// <summary>
/// The transactions and bank transactions that a command names, locked in the running database transaction: nobody edits an
/// amount or takes an import back between the checks and the writing.
/// </summary>
internal sealed class RowsToReconcile
{
    private readonly Dictionary<int, Row> _transactions;
    private readonly Dictionary<BankTransactionKey, Row> _bankTransactions;

    private RowsToReconcile(Dictionary<int, Row> transactions, Dictionary<BankTransactionKey, Row> bankTransactions)
    {
        _transactions = transactions;
        _bankTransactions = bankTransactions;
    }

    /// <summary>Locks and reads the rows that exist, with four SQL statements.</summary>
    public static async Task<RowsToReconcile> LockAsync(RunningSave save, ReconciliationBatch command, CancellationToken cancellationToken)
    {
        BankTransactionKey[] keys =
        [
            .. command.Transactions.Select(entry => entry.BankTransaction).OfType<BankTransactionKey>(),
            .. command.Made.Select(entry => entry.BankTransaction),
            .. command.Ignored.Select(entry => entry.BankTransaction),
        ];
        return new RowsToReconcile(
            await LockTransactionsAsync(save, [.. command.Transactions.Select(entry => entry.TransactionId).Distinct().Order()], cancellationToken).ConfigureAwait(false),
            await LockBankTransactionsAsync(save, [.. keys.Where(key => TextLength.IsValid(key.FitId))], cancellationToken).ConfigureAwait(false));
    }

    /// <summary>A transaction, or null.</summary>
    public Row? Find(int transactionId) => _transactions.GetValueOrDefault(transactionId);

    /// <summary>A bank transaction, or null.</summary>
    public Row? Find(BankTransactionKey key) => _bankTransactions.GetValueOrDefault(key);

    /// <summary>What does not fit in a pair of existing rows, or null.</summary>
    public string? Mismatch(ReconciledTransaction entry) => entry.BankTransaction is { } key ? Mismatch(Find(entry.TransactionId)!.Match, entry.TransactionId, key) : null;

    /// <summary>What does not fit in a transaction that was made from an existing bank transaction, or null.</summary>
    public string? Mismatch(MadeTransaction entry, int id) => Mismatch(new MatchKey(entry.Transaction.AccountId, entry.Transaction.Amount), id, entry.BankTransaction);

    /// <summary>A key as it stands in messages.</summary>
    public static string Text(BankTransactionKey key) => string.Create(CultureInfo.InvariantCulture, $"({key.AccountId}, '{key.FitId}')");

    private string? Mismatch(MatchKey? transaction, int id, BankTransactionKey key)
    {
        var bankTransaction = Find(key)!.Match;
        if (transaction == bankTransaction)
        {
            return null;
        }

        var both = $"Transaction {id} and OFXTransaction {Text(key)}";
        return transaction?.AccountId != bankTransaction?.AccountId
            ? both + " belong to different accounts."
            : string.Create(CultureInfo.InvariantCulture, $"{both} have different amounts: {transaction?.Amount:0.00##} and {bankTransaction?.Amount:0.00##}.");
    }

    private static async Task<Dictionary<int, Row>> LockTransactionsAsync(RunningSave save, List<int> ids, CancellationToken cancellationToken)
    {
        await save.Rows.TransactionsAsync(ids, cancellationToken).ConfigureAwait(false);
        var database = save.Database;
        var rows = database.Transactions.Where(transaction => ids.Contains(transaction.Id));
        var query = rows.Select(transaction => new
        {
            transaction.Id,
            transaction.AccountId,
            transaction.Description,
            transaction.Date,
            Amounts = transaction.Splits.Select(split => split.Amount).ToList(),
            IsReconciled = database.Reconciliations.Any(reconciliation => reconciliation.TransactionId == transaction.Id),
        });
        var found = await query.ToListAsync(cancellationToken).ConfigureAwait(false);
        return found.ToDictionary(row => row.Id, row => new Row(row.AccountId is { } account ? new MatchKey(account, row.Amounts.Sum()) : null, row.IsReconciled, PlainProblems.Named(row.Description, row.Date)));
    }

    private static async Task<Dictionary<BankTransactionKey, Row>> LockBankTransactionsAsync(RunningSave save, List<BankTransactionKey> keys, CancellationToken cancellationToken)
    {
        // Every account with every FITID: a few rows too many, but one statement; the lookup is by the exact key.
        var accounts = keys.ConvertAll(key => key.AccountId).Distinct().ToList();
        var fitIds = keys.ConvertAll(key => key.FitId).Distinct().ToList();
        await save.Rows.BankTransactionsAsync(accounts, fitIds, cancellationToken).ConfigureAwait(false);
        var database = save.Database;
        var rows = database.BankTransactions.Where(transaction => accounts.Contains(transaction.AccountId) && fitIds.Contains(transaction.FitId));
        var query =
            from transaction in rows
            join account in database.Accounts on transaction.AccountId equals account.Id
            select new
            {
                transaction.AccountId,
                transaction.FitId,
                transaction.Amount,
                transaction.Name,
                transaction.DatePosted,
                transaction.PostedDay,
                account.NegatesBankAmounts,
                IsReconciled = database.Reconciliations.Any(reconciliation => reconciliation.BankAccountId == transaction.AccountId && reconciliation.BankFitId == transaction.FitId),
            };
        var found = await query.ToListAsync(cancellationToken).ConfigureAwait(false);
        return found.ToDictionary(
            row => new BankTransactionKey(row.AccountId, row.FitId),
            row => new Row(new MatchKey(row.AccountId, AccountAmount.Of(row.Amount, row.NegatesBankAmounts) ?? 0m), row.IsReconciled, "The bank line " + PlainProblems.Named(row.Name, BankDay.Of(row.DatePosted, row.PostedDay))));
    }

    /// <summary>What the checks need to know of either kind. A transaction without an account matches nothing.</summary>
    /// <param name="Match">Account and amount.</param>
    /// <param name="IsReconciled">Whether it is reconciled already.</param>
    /// <param name="Name">What a person calls it.</param>
    internal sealed record Row(MatchKey? Match, bool IsReconciled, string Name);
}
