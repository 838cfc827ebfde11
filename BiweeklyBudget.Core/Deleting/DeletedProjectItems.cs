using BiweeklyBudget.Core.Changes;
using BiweeklyBudget.Core.Money;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Deleting;

/// <summary>Items of projects go alone.</summary>
internal sealed class DeletedProjectItems(BudgetDbContext database, int[] ids) : DeletedKind
{
    public override Task LockAsync(RunningSave save, CancellationToken cancellationToken) => save.Rows.ProjectItemsAsync(ids, cancellationToken);

    public override async Task<IReadOnlyList<PlannedDeletion>> PlanAsync(CancellationToken cancellationToken)
    {
        var rows = await database.ProjectItems.AsNoTracking().Where(item => ids.Contains(item.Id)).ToListAsync(cancellationToken).ConfigureAwait(false);
        var users = await new Uses(database).ReadAsync<ProjectItem>(ids, [], cancellationToken).ConfigureAwait(false);
        return Missing.Filled(RecordKind.ProjectItem, ids, rows.Select(item => new PlannedDeletion
        {
            Record = RecordKey.Of(RecordKind.ProjectItem, item.Id),
            Name = item.Name ?? "",
            Amount = LineCost.Of(item.Quantity, item.UnitCost),
            Obstacle = Uses.Obstacle($"\"{item.Name}\"", [.. users[item.Id]]),
            CanBeDeactivated = item.IsActive == true,
        }));
    }

    public override async Task<string?> RemoveAsync(RunningSave save, CancellationToken cancellationToken)
    {
        await save.RemoveAsync(save.Database.ProjectItems.Where(item => ids.Contains(item.Id)), cancellationToken).ConfigureAwait(false);
        return null;
    }
}
