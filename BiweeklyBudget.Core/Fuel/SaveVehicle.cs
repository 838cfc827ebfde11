using System.Globalization;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Fuel;

/// <summary>Adds or edits a vehicle (spec/http-api.md §14.2). Upstream's table has no unique key of its names, so all vehicles are locked while one is compared with them.</summary>
internal sealed class SaveVehicle(BudgetDbContext database) : SaveOperation<VehicleChange, IReadOnlyDictionary<int, Vehicle>, int>(database)
{
    private static readonly Problem Taken = new(nameof(VehicleChange.Name), ProblemCode.Taken, "Name must be unique");

    /// <summary>Whether two names are one to a person: blanks around them and the case of letters do not count.</summary>
    public static bool IsSameName(string? one, string? other) => string.Equals(one?.Trim(), other?.Trim(), StringComparison.OrdinalIgnoreCase);

    protected override void CheckAlone(VehicleChange command, Problems problems) => problems.RequireText(nameof(command.Name), command.Name?.Trim(), "Name cannot be empty");

    protected override async Task<IReadOnlyDictionary<int, Vehicle>> CheckAsync(RunningSave save, VehicleChange command, Problems problems, CancellationToken cancellationToken)
    {
        var vehicles = await save.Rows.VehiclesAsync(cancellationToken).ConfigureAwait(false);
        if (!string.IsNullOrWhiteSpace(command.Name) && vehicles.Values.Any(other => other.Id != command.Id && IsSameName(other.Name, command.Name)))
        {
            problems.Add(nameof(command.Name), ProblemCode.Taken, Taken.Message);
        }

        if (command.Id is { } id && !vehicles.ContainsKey(id))
        {
            problems.Refuse(ProblemCode.NotFound, string.Create(CultureInfo.InvariantCulture, $"Error: no Vehicle with ID {id}"), plain: PlainProblems.Gone("vehicle"));
        }

        return vehicles;
    }

    protected override async Task<Outcome<int>> StoreAsync(RunningSave save, VehicleChange command, IReadOnlyDictionary<int, Vehicle> rows, CancellationToken cancellationToken)
    {
        var vehicle = command.Id is { } id ? rows[id] : save.Database.Vehicles.Add(new Vehicle()).Entity;
        vehicle.Name = command.Name.Trim();
        vehicle.IsActive = command.IsActive;
        await save.Database.SaveChangesAsync(cancellationToken).ConfigureAwait(false);

        // Where there was no vehicle yet nothing could be locked: two first ones of one name see each other here.
        return rows.Count == 0 && (await save.Database.Vehicles.AsNoTracking().TagWith(RowLock.Tag).ToListAsync(cancellationToken).ConfigureAwait(false)).Exists(other => other.Id != vehicle.Id && IsSameName(other.Name, vehicle.Name))
            ? new Outcome<int>.Invalid([Taken])
            : new Outcome<int>.Saved(vehicle.Id);
    }
}
