using BiweeklyBudget.Core.Changes;
using BiweeklyBudget.Core.Fuel;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Deleting;

/// <summary>Fills go alone: the next one of the vehicle counts from the one before it then, and a transaction that was made with one is a record of its own and stays.</summary>
internal sealed class DeletedFuelFills(BudgetDbContext database, int[] ids) : DeletedKind
{
    // Whoever holds the vehicles holds their fills.
    public override Task LockAsync(RunningSave save, CancellationToken cancellationToken) => save.Rows.VehiclesAsync(cancellationToken);

    public override async Task<IReadOnlyList<PlannedDeletion>> PlanAsync(CancellationToken cancellationToken)
    {
        var rows = await database.FuelFills.AsNoTracking().Where(fill => ids.Contains(fill.Id))
            .Select(fill => new { Fill = fill, Vehicle = database.Vehicles.Where(vehicle => vehicle.Id == fill.VehicleId).Select(vehicle => vehicle.Name).FirstOrDefault() })
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        var users = await new Uses(database).ReadAsync<FuelFill>(ids, [], cancellationToken).ConfigureAwait(false);
        return Missing.Filled(RecordKind.FuelFill, ids, rows.Select(row => new PlannedDeletion
        {
            Record = RecordKey.Of(RecordKind.FuelFill, row.Fill.Id),
            Name = string.Join(" at ", new[] { row.Vehicle, row.Fill.FillLocation }.Where(text => !string.IsNullOrWhiteSpace(text))),
            Date = row.Fill.Date,
            Amount = row.Fill.TotalCost,
            Obstacle = Uses.Obstacle("This fill", [.. users[row.Fill.Id]]),
        }));
    }

    public override async Task<string?> RemoveAsync(RunningSave save, CancellationToken cancellationToken)
    {
        var fills = save.Database.FuelFills.Where(fill => ids.Contains(fill.Id));
        var places = await fills.Where(fill => fill.VehicleId != null && fill.OdometerMiles != null)
            .Select(fill => new { Vehicle = fill.VehicleId!.Value, Odometer = fill.OdometerMiles!.Value }).ToListAsync(cancellationToken).ConfigureAwait(false);
        await save.RemoveAsync(fills, cancellationToken).ConfigureAwait(false);
        await new DerivedFigures(save.Database).RenewAsync(places.Select(place => (place.Vehicle, place.Odometer)), cancellationToken).ConfigureAwait(false);
        await save.Database.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        return null;
    }
}
