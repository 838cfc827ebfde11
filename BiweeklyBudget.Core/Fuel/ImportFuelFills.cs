using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Rows;

namespace BiweeklyBudget.Core.Fuel;

/// <summary>
/// Adds the fills of a file that the log does not have yet, as one change that can be taken back. Lines with mistakes are left out, as the preview says; the file is compared anew
/// with what is stored now, so that nothing is doubled whoever was faster.
/// </summary>
internal sealed class ImportFuelFills(BudgetDbContext database) : SaveOperation<FuelFile, FuelImportPreview, ImportedFuelFills>(database)
{
    protected override void CheckAlone(FuelFile command, Problems problems)
    {
        // What is wrong with it is found while it is compared with the log.
    }

    protected override async Task<FuelImportPreview> CheckAsync(RunningSave save, FuelFile command, Problems problems, CancellationToken cancellationToken)
    {
        var vehicles = await save.Rows.VehiclesAsync(cancellationToken).ConfigureAwait(false);
        var plan = await new FuelImportPlan(save.Database).ReadAsync(command.Text, [.. vehicles.Values], cancellationToken).ConfigureAwait(false);
        if (plan.Mistake is { } mistake)
        {
            problems.Refuse(ProblemCode.Unreadable, mistake);
        }

        return plan;
    }

    protected override async Task<Outcome<ImportedFuelFills>> StoreAsync(RunningSave save, FuelFile command, FuelImportPreview rows, CancellationToken cancellationToken)
    {
        var added = rows.Lines.Where(line => line.State == FuelImportState.New).Select(line => line.Fill).ToList();
        foreach (var fill in added)
        {
            SaveFuelFill.Write(fill, save.Database.FuelFills.Add(new FuelFill()).Entity);
        }

        await save.Database.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        await new DerivedFigures(save.Database).RenewAsync(added.Select(fill => (fill.VehicleId, fill.Odometer)), cancellationToken).ConfigureAwait(false);
        await save.Database.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        return new Outcome<ImportedFuelFills>.Saved(new ImportedFuelFills(added.Count, rows.Count(FuelImportState.Known), rows.Count(FuelImportState.Wrong)));
    }
}
