using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Rows;
using BiweeklyBudget.Core.Tables;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Fuel;

/// <summary>The fuel log: fills of vehicles in use (spec/fuel.md §4), with three SQL statements whatever the database holds.</summary>
internal sealed class FuelLog(BudgetDbContext database)
{
    private static readonly TableColumns<Row> Sorted = new TableColumns<Row>()
        .Column("date", row => row.Fill.Date)
        .Column("vehicle", row => row.VehicleName)
        .Column("odometer_miles", row => row.Fill.OdometerMiles)
        .Column("reported_miles", row => row.Fill.ReportedMiles)
        .Column("calculated_miles", row => row.Fill.CalculatedMiles)
        .Column("level_before", row => row.Fill.LevelBefore)
        .Column("level_after", row => row.Fill.LevelAfter)
        .Column("fill_location", row => row.Fill.FillLocation)
        .Column("cost_per_gallon", row => row.Fill.CostPerGallon)
        .Column("total_cost", row => row.Fill.TotalCost)
        .Column("gallons", row => row.Fill.Gallons)
        .Column("reported_mpg", row => row.Fill.ReportedMpg)
        .Column("calculated_mpg", row => row.Fill.CalculatedMpg)
        .Column("notes", row => row.Fill.Notes)
        .Key(row => row.Fill.Id);

    /// <summary>Names of the columns that can be sorted by.</summary>
    public static IEnumerable<string> Columns => Sorted.Names;

    /// <summary>Reads the rows that are asked for.</summary>
    /// <param name="query">Search in notes and location, order, page.</param>
    /// <param name="vehicleId">Those of one vehicle; null for all in use.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    public async Task<TablePage<FuelFillDetails>> ReadAsync(TableQuery query, int? vehicleId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        var all = Rows().Where(row => row.IsActive == true);
        var found = vehicleId is null ? all : all.Where(row => row.Fill.VehicleId == vehicleId);
        if (SearchPattern.Of(query.Search) is { } pattern)
        {
            // Either will do (defect 2).
            found = found.Where(row => EF.Functions.Like(row.Fill.Notes!, pattern, SearchPattern.Escape) || EF.Functions.Like(row.Fill.FillLocation!, pattern, SearchPattern.Escape));
        }

        var total = await all.CountAsync(cancellationToken).ConfigureAwait(false);
        var filtered = await found.CountAsync(cancellationToken).ConfigureAwait(false);
        var rows = await Sorted.Sort(found, query.Order).Page(query).AsNoTracking().ToListAsync(cancellationToken).ConfigureAwait(false);
        return new TablePage<FuelFillDetails>(total, filtered, rows.ConvertAll(Details));
    }

    /// <summary>Reads a fill of any vehicle with one SQL statement.</summary>
    /// <returns>The fill; null when there is none with that id.</returns>
    public async Task<FuelFillDetails?> FindAsync(int id, CancellationToken cancellationToken) =>
        await Rows().Where(row => row.Fill.Id == id).AsNoTracking().SingleOrDefaultAsync(cancellationToken).ConfigureAwait(false) is { } row ? Details(row) : null;

    private static FuelFillDetails Details(Row row) => new()
    {
        Id = row.Fill.Id,
        Date = row.Fill.Date,
        VehicleId = row.Fill.VehicleId,
        VehicleName = row.VehicleName,
        Odometer = row.Fill.OdometerMiles,
        ReportedDistance = row.Fill.ReportedMiles,
        Distance = row.Fill.CalculatedMiles,
        LevelBefore = row.Fill.LevelBefore,
        LevelAfter = row.Fill.LevelAfter,
        Location = row.Fill.FillLocation,
        Price = row.Fill.CostPerGallon,
        TotalCost = row.Fill.TotalCost,
        Volume = row.Fill.Gallons,
        ReportedEconomy = row.Fill.ReportedMpg,
        Economy = row.Fill.CalculatedMpg,
        Notes = row.Fill.Notes,
    };

    private IQueryable<Row> Rows() =>
        from fill in database.FuelFills
        join vehicle in database.Vehicles on fill.VehicleId equals vehicle.Id into vehicles
        from vehicle in vehicles.DefaultIfEmpty()
        select new Row { Fill = fill, VehicleName = vehicle.Name, IsActive = vehicle.IsActive };

    private sealed class Row
    {
        public required FuelFill Fill { get; init; }

        public string? VehicleName { get; init; }

        public bool? IsActive { get; init; }
    }
}
