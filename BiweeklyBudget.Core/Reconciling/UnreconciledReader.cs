using System.Linq.Expressions;
using BiweeklyBudget.Core.Statements;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Rows;
using BiweeklyBudget.Core.Totals;
using BiweeklyBudget.Core.Transactions;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Reconciling;

/// <summary>Reads what waits to be reconciled (spec/domain.md §12).</summary>
/// <param name="database">The database.</param>
/// <param name="open">What is not reconciled.</param>
internal sealed class UnreconciledReader(BudgetDbContext database, OpenItems open)
{
    // More than that are found by the dates and the reconciliations instead of by name.
    private const int MostNamed = 1000;

    private static readonly CompiledQuery<Func<BudgetDbContext, DateOnly, IAsyncEnumerable<TransactionDetails>>> All = new(() =>
    {
        var (database, begin) = (Expression.Parameter(typeof(BudgetDbContext), "database"), Expression.Parameter(typeof(DateOnly), "begin"));
        return EF.CompileAsyncQuery(Expression.Lambda<Func<BudgetDbContext, DateOnly, IQueryable<TransactionDetails>>>(InOrder(database, ComposedQuery.Of(UnreconciledRows.OpenTransactions, database, begin)), database, begin));
    });

    private static readonly CompiledQuery<Func<BudgetDbContext, DateOnly, List<int>, IAsyncEnumerable<TransactionDetails>>> Listed = new(() =>
    {
        Expression<Func<IQueryable<Transaction>, List<int>, IQueryable<Transaction>>> named = (transactions, ids) => transactions.Where(transaction => ids.Contains(transaction.Id));
        var (database, begin, names) = (Expression.Parameter(typeof(BudgetDbContext), "database"), Expression.Parameter(typeof(DateOnly), "begin"), Expression.Parameter(typeof(List<int>), "names"));
        var rows = InOrder(database, ComposedQuery.Of(named, ComposedQuery.Of(UnreconciledRows.OpenTransactions, database, begin), names));
        return EF.CompileAsyncQuery(Expression.Lambda<Func<BudgetDbContext, DateOnly, List<int>, IQueryable<TransactionDetails>>>(rows, database, begin, names));
    });

    /// <summary>Reads both sides, and ranks what fits together.</summary>
    public async Task<Unreconciled> ReadAsync(DateOnly reconcileBegin, CancellationToken cancellationToken)
    {
        var transactions = await ReadTransactionsAsync(reconcileBegin, cancellationToken).ConfigureAwait(false);
        var bankTransactions = await ReadBankTransactionsAsync(reconcileBegin, cancellationToken).ConfigureAwait(false);
        return new Unreconciled(transactions, bankTransactions, MatchRanking.Rank(transactions, bankTransactions));
    }

    /// <summary>Reads the transactions, by date and id, with two SQL statements.</summary>
    /// <param name="reconcileBegin">Earlier ones never count as unreconciled.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    public async Task<IReadOnlyList<TransactionDetails>> ReadTransactionsAsync(DateOnly reconcileBegin, CancellationToken cancellationToken)
    {
        var ids = open.Transactions.Keys.ToList();
        var rows = ids.Count > MostNamed ? All.For(database)(database, reconcileBegin) : Listed.For(database)(database, reconcileBegin, ids);
        return await new TransactionReader(database)
            .WithSplitsAsync(await rows.ToListAsync(cancellationToken).ConfigureAwait(false), () => UnreconciledRows.Transactions(database, reconcileBegin), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Reads the bank transactions, by time posted and FITID, with one SQL statement.</summary>
    /// <param name="reconcileBegin">Earlier ones never count as unreconciled; the bank's own day counts.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    public async Task<IReadOnlyList<BankTransactionDetails>> ReadBankTransactionsAsync(DateOnly reconcileBegin, CancellationToken cancellationToken)
    {
        var query =
            from transaction in Named(UnreconciledRows.BankTransactions(database, reconcileBegin))
            join account in database.Accounts on transaction.AccountId equals account.Id
            select new { Row = transaction, account.Name, account.NegatesBankAmounts };
        var rows = await query.AsNoTracking().ToListAsync(cancellationToken).ConfigureAwait(false);

        // In memory, because the engines' collations order FITIDs differently; upstream's ignores case.
        return
        [
            .. rows
                .OrderBy(row => row.Row.DatePosted).ThenBy(row => row.Row.FitId, StringComparer.OrdinalIgnoreCase).ThenBy(row => row.Row.FitId, StringComparer.Ordinal).ThenBy(row => row.Row.AccountId)
                .Select(row => BankTransactionDetails.Of(row.Row, row.Name, row.NegatesBankAmounts, reconciliationId: null)),
        ];
    }

    private static Expression InOrder(Expression database, Expression transactions)
    {
        Expression<Func<IQueryable<Transaction>, IQueryable<Transaction>>> sorted = rows => rows.OrderBy(transaction => transaction.Date).ThenBy(transaction => transaction.Id);
        return ComposedQuery.Of(TransactionReader.Rows, database, ComposedQuery.Of(sorted, transactions));
    }

    private IQueryable<BankTransaction> Named(IQueryable<BankTransaction> transactions)
    {
        // Every account with every FITID: those too many are not open, and the query finds that out.
        var accounts = open.BankTransactions.Select(transaction => transaction.AccountId).Distinct().ToList();
        var fitIds = open.BankTransactions.Select(transaction => transaction.FitId).ToList();
        return fitIds.Count > MostNamed ? transactions : transactions.Where(transaction => accounts.Contains(transaction.AccountId) && fitIds.Contains(transaction.FitId));
    }
}
