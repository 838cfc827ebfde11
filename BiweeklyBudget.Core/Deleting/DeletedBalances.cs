using BiweeklyBudget.Core.Changes;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Deleting;

/// <summary>Balances of accounts go, unless a statement brought them: then its import is to be taken back.</summary>
internal sealed class DeletedBalances(BudgetDbContext database, int[] ids) : DeletedKind
{
    public override async Task LockAsync(RunningSave save, CancellationToken cancellationToken)
    {
        // A balance belongs to its account for ever.
        var accounts = await database.AccountBalances.Where(balance => ids.Contains(balance.Id)).Select(balance => balance.AccountId).Distinct().ToListAsync(cancellationToken).ConfigureAwait(false);
        await save.Rows.AccountsAsync(accounts, cancellationToken).ConfigureAwait(false);
    }

    public override async Task<IReadOnlyList<PlannedDeletion>> PlanAsync(CancellationToken cancellationToken)
    {
        var rows = await database.AccountBalances.AsNoTracking().Where(balance => ids.Contains(balance.Id))
            .Select(balance => new
            {
                Balance = balance,
                Account = database.Accounts.Where(account => account.Id == balance.AccountId).Select(account => account.Name).FirstOrDefault(),
                File = database.Statements.Where(statement => statement.AccountId == balance.AccountId && statement.LedgerBalance == balance.Ledger && statement.LedgerBalanceAsOf == balance.LedgerDate)
                    .OrderBy(statement => statement.Id).Select(statement => statement.FileName).FirstOrDefault(),
            })
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        return Missing.Filled(RecordKind.AccountBalance, ids, rows.Select(row => new PlannedDeletion
        {
            Record = RecordKey.Of(RecordKind.AccountBalance, row.Balance.Id),
            Name = row.Account ?? "",
            Date = (row.Balance.LedgerDate ?? row.Balance.OverallDate) is { } day ? DateOnly.FromDateTime(day) : null,
            Amount = row.Balance.Ledger,
            Obstacle = row.File is null ? null : new Problem(null, ProblemCode.InUse, $"This balance of {row.Account} came with the statement {row.File}; undo its import instead."),
        }));
    }

    public override async Task<string?> RemoveAsync(RunningSave save, CancellationToken cancellationToken)
    {
        await save.RemoveAsync(save.Database.AccountBalances.Where(balance => ids.Contains(balance.Id)), cancellationToken).ConfigureAwait(false);
        return null;
    }
}
