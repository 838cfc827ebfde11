using BiweeklyBudget.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Statements;

/// <summary>Reads one bank transaction, in one SQL statement.</summary>
internal sealed class BankTransactionReader(BudgetDbContext database)
{
    /// <summary>Finds it, with its statement.</summary>
    /// <param name="accountId">The account.</param>
    /// <param name="fitId">The bank's id, exactly as it is stored.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <returns>Null when there is none.</returns>
    public async Task<BankTransactionDetails?> FindAsync(int accountId, string fitId, CancellationToken cancellationToken)
    {
        var remark = BankRemarks.NameOfLaterWord(accountId, fitId);
        var rows = from row in database.BankTransactions.AsNoTracking()
                   where row.AccountId == accountId && row.FitId == fitId
                   join account in database.Accounts on row.AccountId equals account.Id
                   join statement in database.Statements.AsNoTracking() on row.StatementId equals statement.Id
                   select new
                   {
                       Row = row,
                       Statement = statement,
                       account.Name,
                       account.NegatesBankAmounts,
                       Remark = database.StoredSettings.Where(s => s.Name == remark).Select(s => s.Value).FirstOrDefault(),
                       Reconciliation = database.Reconciliations.Where(r => r.BankAccountId == row.AccountId && r.BankFitId == row.FitId).Select(r => (int?)r.Id).FirstOrDefault(),
                   };
        var found = await rows.FirstOrDefaultAsync(cancellationToken).ConfigureAwait(false);

        // The database may take one id for another that differs in case only.
        return found is null || found.Row.FitId != fitId
            ? null
            : BankTransactionDetails.Of(found.Row, found.Name, found.NegatesBankAmounts, found.Reconciliation, found.Statement) with { LaterWord = BankRemarks.Read(found.Remark) is { } word ? BankRemarkText.LaterWord(word) : null };
    }
}
