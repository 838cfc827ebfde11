using BiweeklyBudget.Core.Settings;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Totals;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Accounts;

/// <summary>Reads the account figures: all accounts with one SQL statement, which looks at the latest balance and statement of each, and what is not reconciled.</summary>
/// <param name="database">The database.</param>
/// <param name="shared">What other parts of the page have read from the same state of the database, or will.</param>
internal sealed class AccountRowReader(BudgetDbContext database, SharedReads shared)
{
    // The latest balance as CurrentBalance orders them. An unknown ledger counts as 0.
    private static readonly CompiledQuery<Func<BudgetDbContext, IAsyncEnumerable<AccountRow>>> Accounts = new(() => EF.CompileAsyncQuery((BudgetDbContext database) =>
        database.Accounts.Select(account => new AccountRow
        {
            Id = account.Id,
            Name = account.Name,
            Type = account.Type,
            IsActive = account.IsActive == true,
            IsReconciled = account.IsReconciled,
            CreditLimit = account.CreditLimit,
            Ledger = database.AccountBalances.Where(balance => balance.AccountId == account.Id)
                .OrderByDescending(balance => balance.LedgerDate).ThenByDescending(balance => balance.OverallDate).ThenByDescending(balance => balance.Id).Select(balance => balance.Ledger).FirstOrDefault(),
            LedgerAsOf = database.AccountBalances.Where(balance => balance.AccountId == account.Id)
                .OrderByDescending(balance => balance.LedgerDate).ThenByDescending(balance => balance.OverallDate).ThenByDescending(balance => balance.Id).Select(balance => balance.LedgerDate).FirstOrDefault(),
            StatementAsOf = database.Statements.Where(statement => statement.AccountId == account.Id).OrderByDescending(statement => statement.AsOf).Select(statement => statement.AsOf).FirstOrDefault(),
        })));

    /// <summary>Reads accounts of any type, inactive ones too, or takes those that were read already.</summary>
    /// <param name="open">What is not reconciled.</param>
    /// <param name="today">Later transactions do not count.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    public async Task<IReadOnlyList<AccountRow>> ReadAsync(OpenItems open, DateOnly today, CancellationToken cancellationToken)
    {
        if (shared.Find<IReadOnlyList<AccountRow>>() is { } known)
        {
            return known;
        }

        var rows = await Accounts.For(database)(database).ToListAsync(cancellationToken).ConfigureAwait(false);
        return shared.Keep<IReadOnlyList<AccountRow>>(rows.ConvertAll(row => row with
        {
            Unreconciled = open.SumOf(row.Id, today),
            UnreconciledBankTransactions = row.IsReconciled ? open.CountOf(row.Id) : 0,
        }));
    }
}
