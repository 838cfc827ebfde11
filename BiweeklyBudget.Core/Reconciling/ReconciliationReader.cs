using BiweeklyBudget.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Reconciling;

/// <summary>Reads one reconciliation.</summary>
/// <param name="database">The database.</param>
public sealed class ReconciliationReader(BudgetDbContext database)
{
    /// <summary>Reads a reconciliation with both of its sides, with two SQL statements.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <returns>The details; null when there is none with that id.</returns>
    public async Task<ReconciliationDetails?> FindAsync(int id, CancellationToken cancellationToken)
    {
        var query =
            from reconciliation in database.Reconciliations
            where reconciliation.Id == id
            join transaction in database.Transactions on reconciliation.TransactionId equals transaction.Id into transactions
            from transaction in transactions.DefaultIfEmpty()
            join own in database.Accounts on transaction.AccountId equals own.Id into owns
            from own in owns.DefaultIfEmpty()
            join bank in database.BankTransactions on new { Account = reconciliation.BankAccountId, FitId = reconciliation.BankFitId } equals new { Account = (int?)bank.AccountId, FitId = (string?)bank.FitId } into banks
            from bank in banks.DefaultIfEmpty()
            join statement in database.Statements on bank.StatementId equals statement.Id into statements
            from statement in statements.DefaultIfEmpty()
            join banked in database.Accounts on bank.AccountId equals banked.Id into bankeds
            from banked in bankeds.DefaultIfEmpty()
            select new { Reconciliation = reconciliation, Transaction = transaction, OwnName = own.Name, Bank = bank, Statement = statement, BankName = banked.Name };
        var found = await query.AsNoTracking().SingleOrDefaultAsync(cancellationToken).ConfigureAwait(false);
        if (found is null)
        {
            return null;
        }

        var splits =
            from split in database.TransactionSplits
            where split.TransactionId == found.Reconciliation.TransactionId
            join budget in database.Budgets on split.BudgetId equals budget.Id into budgets
            from budget in budgets.DefaultIfEmpty()
            select new BudgetSplit { BudgetId = (int?)budget.Id, Name = budget.Name, Amount = (decimal?)split.Amount, IsIncome = budget.IsIncome };
        var shares = BudgetSplit.Shares(await splits.ToListAsync(cancellationToken).ConfigureAwait(false));
        return new ReconciliationDetails(
            found.Reconciliation,
            found.Transaction,
            found.OwnName,
            found.Transaction is null ? [] : shares,
            found.Bank,
            found.Statement,
            found.Bank?.AccountId ?? found.Transaction?.AccountId,
            found.Bank is null ? found.OwnName : found.BankName);
    }
}
