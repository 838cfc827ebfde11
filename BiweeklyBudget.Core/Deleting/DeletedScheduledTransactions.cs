using BiweeklyBudget.Core.Changes;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Deleting;

/// <summary>Scheduled transactions go as long as no transaction was made of them; what was skipped is one of these.</summary>
internal sealed class DeletedScheduledTransactions(BudgetDbContext database, int[] ids) : DeletedKind
{
    public override Task LockAsync(RunningSave save, CancellationToken cancellationToken) => save.Rows.ScheduledTransactionsAsync(ids, cancellationToken);

    public override async Task<IReadOnlyList<PlannedDeletion>> PlanAsync(CancellationToken cancellationToken)
    {
        var rows = await database.ScheduledTransactions.AsNoTracking().Where(scheduled => ids.Contains(scheduled.Id)).ToListAsync(cancellationToken).ConfigureAwait(false);
        var users = await new Uses(database).ReadAsync<ScheduledTransaction>(ids, [], cancellationToken).ConfigureAwait(false);
        return Missing.Filled(RecordKind.ScheduledTransaction, ids, rows.Select(scheduled => new PlannedDeletion
        {
            Record = RecordKey.Of(RecordKind.ScheduledTransaction, scheduled.Id),
            Name = scheduled.Description,
            Date = scheduled.Date,
            Amount = scheduled.Amount,
            Obstacle = Uses.Obstacle($"\"{scheduled.Description}\"", [.. users[scheduled.Id]], ("was made of", "were made of")),
            CanBeDeactivated = scheduled.IsActive == true,
        }));
    }

    public override async Task<string?> RemoveAsync(RunningSave save, CancellationToken cancellationToken)
    {
        await save.RemoveAsync(save.Database.ScheduledTransactions.Where(scheduled => ids.Contains(scheduled.Id)), cancellationToken).ConfigureAwait(false);
        return null;
    }
}
