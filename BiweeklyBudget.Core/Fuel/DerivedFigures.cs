using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Fuel;

/// <summary>
/// Works out anew what follows from the odometers of a vehicle after a fill was added, changed, removed or put back: the figures of the fill itself and those of the
/// next higher one, which count from it (spec/fuel.md, defect 5). The vehicle must be locked, and its rows saved.
/// </summary>
/// <param name="database">The save's context. Rows that change are tracked; the next <c>SaveChanges</c> stores them.</param>
internal sealed class DerivedFigures(BudgetDbContext database)
{
    // Asking for the neighbours of each takes three statements; of more places than these all fills of the vehicles are read instead.
    private const int MostPlaces = 8;

    /// <summary>Columns of a fill that follow from others.</summary>
    public static bool IsDerived(string property) => property is nameof(FuelFill.CalculatedMiles) or nameof(FuelFill.CalculatedMpg);

    /// <summary>Renews what depends on some readings.</summary>
    /// <param name="places">Vehicle and odometer of each fill, as it was and as it is.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    public async Task RenewAsync(IEnumerable<(int Vehicle, int Odometer)> places, CancellationToken cancellationToken)
    {
        var all = places.Distinct().ToList();
        if (all.Count > MostPlaces)
        {
            await RenewManyAsync(all, cancellationToken).ConfigureAwait(false);
            return;
        }

        foreach (var (vehicle, odometer) in all)
        {
            var ofVehicle = database.FuelFills.Where(fill => fill.VehicleId == vehicle);
            var next = await ofVehicle.Where(fill => fill.OdometerMiles > odometer).MinAsync(fill => fill.OdometerMiles, cancellationToken).ConfigureAwait(false);
            var lower = await ofVehicle.Where(fill => fill.OdometerMiles < odometer).MaxAsync(fill => fill.OdometerMiles, cancellationToken).ConfigureAwait(false);
            var fills = await ofVehicle.Where(fill => fill.OdometerMiles == odometer || fill.OdometerMiles == next).ToListAsync(cancellationToken).ConfigureAwait(false);
            var own = fills.FindAll(fill => fill.OdometerMiles == odometer);
            own.ForEach(fill => Write(fill, lower));
            fills.FindAll(fill => fill.OdometerMiles == next && next is not null).ForEach(fill => Write(fill, own.Count > 0 ? odometer : lower));
        }
    }

    private async Task RenewManyAsync(List<(int Vehicle, int Odometer)> places, CancellationToken cancellationToken)
    {
        var vehicles = places.Select(place => (int?)place.Vehicle).Distinct().ToList();
        var fills = await database.FuelFills.Where(fill => vehicles.Contains(fill.VehicleId) && fill.OdometerMiles != null).ToListAsync(cancellationToken).ConfigureAwait(false);
        foreach (var vehicle in fills.GroupBy(fill => fill.VehicleId!.Value))
        {
            List<int> moved = [.. places.Where(place => place.Vehicle == vehicle.Key).Select(place => place.Odometer).Order()];
            int? before = null;
            foreach (var reading in vehicle.GroupBy(fill => fill.OdometerMiles!.Value).OrderBy(reading => reading.Key))
            {
                // What counts from a place that moved: the reading there and the next one above it.
                var index = moved.BinarySearch(before ?? int.MinValue);
                index = index < 0 ? ~index : index;
                if (index < moved.Count && moved[index] <= reading.Key)
                {
                    reading.ToList().ForEach(fill => Write(fill, before));
                }

                before = reading.Key;
            }
        }
    }

    private static void Write(FuelFill fill, int? previous) => (fill.CalculatedMiles, fill.CalculatedMpg) = FuelEconomy.Of(fill.OdometerMiles, previous, fill.Gallons);
}
