using System.Globalization;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Fuel;

/// <summary>Deletes a fill; the next one of the vehicle counts from the one before it then. A transaction that was made with it is a record of its own and stays.</summary>
internal sealed class DeleteFuelFill(BudgetDbContext database) : SaveOperation<FuelDeletion, FuelFill?, int>(database)
{
    protected override void CheckAlone(FuelDeletion command, Problems problems)
    {
        // There is nothing to know without the database.
    }

    protected override async Task<FuelFill?> CheckAsync(RunningSave save, FuelDeletion command, Problems problems, CancellationToken cancellationToken)
    {
        await save.Rows.VehiclesAsync(cancellationToken).ConfigureAwait(false);
        var fill = await save.Database.FuelFills.SingleOrDefaultAsync(row => row.Id == command.Id, cancellationToken).ConfigureAwait(false);
        if (fill is null)
        {
            problems.Refuse(ProblemCode.NotFound, string.Create(CultureInfo.InvariantCulture, $"Error: no FuelFill with ID {command.Id}"));
        }

        return fill;
    }

    protected override async Task<Outcome<int>> StoreAsync(RunningSave save, FuelDeletion command, FuelFill? rows, CancellationToken cancellationToken)
    {
        save.Database.FuelFills.Remove(rows!);
        await save.Database.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        if (rows is { VehicleId: { } vehicle, OdometerMiles: { } odometer })
        {
            await new DerivedFigures(save.Database).RenewAsync([(vehicle, odometer)], cancellationToken).ConfigureAwait(false);
            await save.Database.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        }

        return new Outcome<int>.Saved(command.Id);
    }
}
