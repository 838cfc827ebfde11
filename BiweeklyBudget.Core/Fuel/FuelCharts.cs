using System.Globalization;
using BiweeklyBudget.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Fuel;

/// <summary>The charts of economy and price (spec/fuel.md §7), with at most two SQL statements each.</summary>
internal sealed class FuelCharts(BudgetDbContext database)
{
    private const string Price = "price";

    /// <summary>
    /// Economy by vehicle in use. A day's last fill counts; a day without one of a vehicle repeats its value before. The first day is a point like any other
    /// (defect 10).
    /// </summary>
    public async Task<FuelChart> EconomyAsync(CancellationToken cancellationToken)
    {
        var vehicles = await database.Vehicles.Where(vehicle => vehicle.IsActive == true).OrderBy(vehicle => vehicle.Id).Select(vehicle => new { vehicle.Id, vehicle.Name }).ToListAsync(cancellationToken).ConfigureAwait(false);
        var fills = await (
            from fill in database.FuelFills
            join vehicle in database.Vehicles on fill.VehicleId equals vehicle.Id
            where vehicle.IsActive == true && fill.CalculatedMpg != null && fill.Date != null
            orderby fill.Date, fill.OdometerMiles, fill.Id
            select new { Date = fill.Date!.Value, vehicle.Id, Economy = fill.CalculatedMpg!.Value }).ToListAsync(cancellationToken).ConfigureAwait(false);

        // Rows of other programs may share a name: each keeps a line of its own.
        var names = vehicles.ConvertAll(vehicle => (vehicle.Id, Name: vehicles.Exists(other => other.Id != vehicle.Id && SaveVehicle.IsSameName(other.Name, vehicle.Name))
            ? string.Create(CultureInfo.InvariantCulture, $"{vehicle.Name?.Trim()} ({vehicle.Id})")
            : vehicle.Name ?? ""));
        names.Sort((one, other) => string.CompareOrdinal(one.Name, other.Name));
        var columns = names.Select((vehicle, index) => (vehicle.Id, index)).ToDictionary(column => column.Id, column => column.index);
        var current = new decimal?[names.Count];
        var points = new List<FuelChart.Point>();
        foreach (var day in fills.GroupBy(fill => fill.Date))
        {
            foreach (var fill in day)
            {
                current[columns[fill.Id]] = fill.Economy;
            }

            points.Add(new FuelChart.Point(day.Key, [.. current]));
        }

        return Thinned([.. names.Select(vehicle => vehicle.Name)], points);
    }

    /// <summary>Price of every fill that has one, of all vehicles.</summary>
    public async Task<FuelChart> PricesAsync(CancellationToken cancellationToken)
    {
        var fills = await database.FuelFills.Where(fill => fill.CostPerGallon != null && fill.Date != null).OrderBy(fill => fill.Date).ThenBy(fill => fill.Id)
            .Select(fill => new { Date = fill.Date!.Value, Price = fill.CostPerGallon }).ToListAsync(cancellationToken).ConfigureAwait(false);
        return Thinned([Price], fills.ConvertAll(fill => new FuelChart.Point(fill.Date, [fill.Price])));
    }

    /// <summary>Of very many points every few-th one, and the last.</summary>
    private static FuelChart Thinned(IReadOnlyList<string> names, List<FuelChart.Point> points)
    {
        var together = points.Count <= FuelChart.MostPoints ? 1 : (points.Count + FuelChart.MostPoints - 3) / (FuelChart.MostPoints - 1);
        return new FuelChart(names, together == 1 ? points : [.. points.Where((_, index) => index % together == 0 || index == points.Count - 1)], together);
    }
}
