using System.Globalization;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Fuel;

/// <summary>Deletes a vehicle that has no fills; one that has some can be set inactive.</summary>
internal sealed class DeleteVehicle(BudgetDbContext database) : SaveOperation<FuelDeletion, Vehicle?, int>(database)
{
    protected override void CheckAlone(FuelDeletion command, Problems problems)
    {
        // There is nothing to know without the database.
    }

    protected override async Task<Vehicle?> CheckAsync(RunningSave save, FuelDeletion command, Problems problems, CancellationToken cancellationToken)
    {
        var vehicle = (await save.Rows.VehiclesAsync(cancellationToken).ConfigureAwait(false)).GetValueOrDefault(command.Id);
        var fills = await save.Database.FuelFills.CountAsync(fill => fill.VehicleId == command.Id, cancellationToken).ConfigureAwait(false);
        if (vehicle is null)
        {
            problems.Refuse(ProblemCode.NotFound, string.Create(CultureInfo.InvariantCulture, $"Error: no Vehicle with ID {command.Id}"));
        }
        else if (fills > 0)
        {
            problems.Refuse(ProblemCode.InUse, string.Create(CultureInfo.InvariantCulture, $"{vehicle.Name} has {fills} {(fills == 1 ? "fill" : "fills")} in the fuel log and was not deleted. Set it inactive instead, or delete its fills first."));
        }

        return vehicle;
    }

    protected override async Task<Outcome<int>> StoreAsync(RunningSave save, FuelDeletion command, Vehicle? rows, CancellationToken cancellationToken)
    {
        save.Database.Vehicles.Remove(rows!);
        await save.Database.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        return new Outcome<int>.Saved(command.Id);
    }
}
