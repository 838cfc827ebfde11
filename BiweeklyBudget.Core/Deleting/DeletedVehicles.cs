using BiweeklyBudget.Core.Changes;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Deleting;

/// <summary>Vehicles go as long as the fuel log has no fill of them.</summary>
internal sealed class DeletedVehicles(BudgetDbContext database, int[] ids) : DeletedKind
{
    public override Task LockAsync(RunningSave save, CancellationToken cancellationToken) => save.Rows.VehiclesAsync(cancellationToken);

    public override async Task<IReadOnlyList<PlannedDeletion>> PlanAsync(CancellationToken cancellationToken)
    {
        var rows = await database.Vehicles.AsNoTracking().Where(vehicle => ids.Contains(vehicle.Id)).ToListAsync(cancellationToken).ConfigureAwait(false);
        var users = await new Uses(database).ReadAsync<Vehicle>(ids, [], cancellationToken).ConfigureAwait(false);
        return Missing.Filled(RecordKind.Vehicle, ids, rows.Select(vehicle => new PlannedDeletion
        {
            Record = RecordKey.Of(RecordKind.Vehicle, vehicle.Id),
            Name = vehicle.Name ?? "",
            Obstacle = Uses.Obstacle($"\"{vehicle.Name}\"", [.. users[vehicle.Id]], ("belongs to", "belong to")),
            CanBeDeactivated = vehicle.IsActive == true,
        }));
    }

    public override async Task<string?> RemoveAsync(RunningSave save, CancellationToken cancellationToken)
    {
        await save.RemoveAsync(save.Database.Vehicles.Where(vehicle => ids.Contains(vehicle.Id)), cancellationToken).ConfigureAwait(false);
        return null;
    }
}
