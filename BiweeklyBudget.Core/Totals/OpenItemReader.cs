using System.Collections.Immutable;
using BiweeklyBudget.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Totals;

/// <summary>Reads what is not reconciled, from all rows since the begin of reconciling.</summary>
/// <param name="database">The database.</param>
/// <param name="begin">Earlier transactions never count.</param>
internal sealed class OpenItemReader(BudgetDbContext database, DateOnly begin)
{
    /// <summary>Reads everything with three SQL statements, whose work grows with the rows since the begin.</summary>
    public async Task<OpenItems> ReadAsync(CancellationToken cancellationToken)
    {
        var transactions = await TransactionsOf(database.Transactions).ToListAsync(cancellationToken).ConfigureAwait(false);
        var bankTransactions = await BankTransactionsOf(database.BankTransactions).ToListAsync(cancellationToken).ConfigureAwait(false);
        var count = await database.Transactions.CountAsync(cancellationToken).ConfigureAwait(false);
        return new OpenItems(transactions.ToImmutableDictionary(row => row.Id, row => row.Value), [.. bankTransactions], count);
    }

    private IQueryable<Row> TransactionsOf(IQueryable<Storage.Rows.Transaction> transactions) =>
        from transaction in transactions
        where transaction.Date >= begin && !database.Reconciliations.Any(reconciliation => reconciliation.TransactionId == transaction.Id)
        select new Row { Id = transaction.Id, AccountId = transaction.AccountId, Date = transaction.Date!.Value, Amount = transaction.Splits.Sum(split => split.Amount) };

    private IQueryable<OpenBankTransaction> BankTransactionsOf(IQueryable<Storage.Rows.BankTransaction> transactions) =>
        from transaction in BankTransactionsSince.Day(transactions, begin)
        where transaction.IsPayment != true && transaction.IsLateFee != true && transaction.IsInterestCharge != true
            && transaction.IsOtherFee != true && transaction.IsInterestPayment != true
            && !database.Reconciliations.Any(reconciliation => reconciliation.BankAccountId == transaction.AccountId && reconciliation.BankFitId == transaction.FitId)
        select new OpenBankTransaction(transaction.AccountId, transaction.FitId);

    private sealed class Row
    {
        public int Id { get; init; }

        public int? AccountId { get; init; }

        public DateOnly Date { get; init; }

        public decimal Amount { get; init; }

        public OpenTransaction Value => new(AccountId, Date, Amount);
    }
}
