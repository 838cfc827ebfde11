using System.Linq.Expressions;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Rows;
using BiweeklyBudget.Core.Totals;

namespace BiweeklyBudget.Core.Reconciling;

/// <summary>The two sets of spec/domain.md §12, as queries for whoever lists or counts them.</summary>
internal static class UnreconciledRows
{
    /// <summary>Transactions without a reconciliation in accounts that take part in reconciling. Future ones and inactive accounts too.</summary>
    public static readonly Expression<Func<BudgetDbContext, DateOnly, IQueryable<Transaction>>> OpenTransactions = (database, reconcileBegin) =>
        from transaction in database.Transactions
        where transaction.Date >= reconcileBegin && !database.Reconciliations.Any(r => r.TransactionId == transaction.Id)
        join account in database.Accounts on transaction.AccountId equals account.Id
        where account.IsReconciled
        select transaction;

    /// <summary><see cref="OpenTransactions"/> of a database.</summary>
    public static IQueryable<Transaction> Transactions(BudgetDbContext database, DateOnly reconcileBegin) =>
        database.Transactions.AsQueryable().Provider.CreateQuery<Transaction>(ComposedQuery.Of(OpenTransactions, Expression.Constant(database), Expression.Constant(reconcileBegin)));

    /// <summary>Bank transactions likewise, unless one of the five flags is set; a flag that was never set counts as false (defect 16).</summary>
    public static IQueryable<BankTransaction> BankTransactions(BudgetDbContext database, DateOnly reconcileBegin)
    {
        return
            from transaction in BankTransactionsSince.Day(database.BankTransactions, reconcileBegin)
            where transaction.IsPayment != true && transaction.IsLateFee != true && transaction.IsInterestCharge != true
                && transaction.IsOtherFee != true && transaction.IsInterestPayment != true
                && !database.Reconciliations.Any(r => r.BankAccountId == transaction.AccountId && r.BankFitId == transaction.FitId)
            join account in database.Accounts on transaction.AccountId equals account.Id
            where account.IsReconciled
            select transaction;
    }
}
