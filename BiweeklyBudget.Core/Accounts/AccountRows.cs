using BiweeklyBudget.Core.Storage;

namespace BiweeklyBudget.Core.Accounts;

/// <summary>The query behind the account figures: all accounts, one SQL statement, grouped sums.</summary>
internal static class AccountRows
{
    /// <summary>Accounts of any type, inactive ones too, with the sum of their unreconciled transactions dated in the given range.</summary>
    public static IQueryable<AccountRow> Query(BudgetDbContext database, DateOnly reconcileBegin, DateOnly today)
    {
        var balances = CurrentBalance.First(database.AccountBalances);
        return
            from account in database.Accounts
            join sum in UnreconciledSums(database, reconcileBegin, today) on account.Id equals sum.AccountId into sums
            from sum in sums.DefaultIfEmpty()
            select new AccountRow
            {
                Id = account.Id,
                Name = account.Name,
                Type = account.Type,
                IsActive = account.IsActive == true,
                CreditLimit = account.CreditLimit,
                Ledger = balances.Where(b => b.AccountId == account.Id).Select(b => b.Ledger).FirstOrDefault(),
                StatementAsOf = database.Statements.Where(s => s.AccountId == account.Id).Max(s => s.AsOf),
                Unreconciled = sum.Amount,
            };
    }

    private static IQueryable<AccountSum> UnreconciledSums(BudgetDbContext database, DateOnly reconcileBegin, DateOnly today) =>
        from transaction in database.Transactions
        where transaction.Date >= reconcileBegin && transaction.Date <= today && !database.Reconciliations.Any(r => r.TransactionId == transaction.Id)
        join split in database.TransactionSplits on transaction.Id equals split.TransactionId
        group split.Amount by transaction.AccountId into amounts
        select new AccountSum { AccountId = amounts.Key, Amount = amounts.Sum() };

    private sealed class AccountSum
    {
        public int? AccountId { get; init; }

        public decimal? Amount { get; init; }
    }
}
