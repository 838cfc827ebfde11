using BiweeklyBudget.Core.Statements;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Transactions;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Reconciling;

/// <summary>Reads one reconciliation.</summary>
internal sealed class ReconciliationReader(BudgetDbContext database)
{
    /// <summary>Reads a reconciliation with both of its sides, with three SQL statements.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <returns>The details; null when there is none with that id.</returns>
    public async Task<ReconciliationDetails?> FindAsync(int id, CancellationToken cancellationToken)
    {
        var query =
            from reconciliation in database.Reconciliations
            where reconciliation.Id == id
            join bank in database.BankTransactions on new { Account = reconciliation.BankAccountId, FitId = reconciliation.BankFitId } equals new { Account = (int?)bank.AccountId, FitId = (string?)bank.FitId } into banks
            from bank in banks.DefaultIfEmpty()
            join statement in database.Statements on bank.StatementId equals statement.Id into statements
            from statement in statements.DefaultIfEmpty()
            join account in database.Accounts on bank.AccountId equals account.Id into accounts
            from account in accounts.DefaultIfEmpty()
            select new { Row = reconciliation, Bank = bank, Statement = statement, AccountName = account.Name, account.NegatesBankAmounts };
        var found = await query.AsNoTracking().SingleOrDefaultAsync(cancellationToken).ConfigureAwait(false);
        if (found is null)
        {
            return null;
        }

        var transaction = found.Row.TransactionId is { } transactionId
            ? await new TransactionReader(database).FindAsync(transactionId, cancellationToken).ConfigureAwait(false)
            : null;
        return new ReconciliationDetails
        {
            Id = id,
            TransactionId = found.Row.TransactionId,
            BankAccountId = found.Row.BankAccountId,
            BankFitId = found.Row.BankFitId,
            Transaction = transaction,
            BankTransaction = found.Bank is null ? null : BankTransactionDetails.Of(found.Bank, found.AccountName, found.NegatesBankAmounts, id, found.Statement),
            AccountId = found.Bank?.AccountId ?? transaction?.AccountId,
            AccountName = found.Bank is null ? transaction?.AccountName : found.AccountName,
            Note = found.Row.Note,
            RuleId = found.Row.RuleId,
            ReconciledAt = found.Row.ReconciledAt,
        };
    }
}
