using BiweeklyBudget.Core.Changes;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Deleting;

/// <summary>Accounts go with their balances, as long as nothing else has to do with them.</summary>
internal sealed class DeletedAccounts(BudgetDbContext database, int[] ids) : DeletedKind
{
    public override Task LockAsync(RunningSave save, CancellationToken cancellationToken) => save.Rows.AccountsAsync(ids, cancellationToken);

    public override async Task<IReadOnlyList<PlannedDeletion>> PlanAsync(CancellationToken cancellationToken)
    {
        var rows = await database.Accounts.AsNoTracking().Where(account => ids.Contains(account.Id))
            .Select(account => new { account.Id, account.Name, account.IsActive, Balances = database.AccountBalances.Count(balance => balance.AccountId == account.Id) })
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        var users = await new Uses(database).ReadAsync<Account>(ids, [typeof(AccountBalance)], cancellationToken).ConfigureAwait(false);
        return Missing.Filled(RecordKind.Account, ids, rows.Select(account => new PlannedDeletion
        {
            Record = RecordKey.Of(RecordKind.Account, account.Id),
            Name = account.Name ?? "",
            Along = account.Balances > 0 ? [new RelatedRecords(RecordKind.AccountBalance, account.Balances)] : [],
            Obstacle = Uses.Obstacle($"\"{account.Name}\"", [.. users[account.Id]]),
            CanBeDeactivated = account.IsActive == true,
        }));
    }

    public override async Task<string?> RemoveAsync(RunningSave save, CancellationToken cancellationToken)
    {
        await save.RemoveAsync(save.Database.AccountBalances.Where(balance => ids.Contains(balance.AccountId)), cancellationToken).ConfigureAwait(false);
        await save.RemoveAsync(save.Database.Accounts.Where(account => ids.Contains(account.Id)), cancellationToken).ConfigureAwait(false);
        return null;
    }
}
