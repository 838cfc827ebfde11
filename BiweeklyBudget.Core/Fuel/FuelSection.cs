using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Settings;
using BiweeklyBudget.Core.Tables;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Fuel;

/// <summary>The vehicles and the fuel log of a book: <c>book.Fuel</c>. They are deleted as all records are, by <c>book.Deleting</c>.</summary>
public sealed class FuelSection
{
    private readonly BookSession _session;

    internal FuelSection(BookSession session) => _session = session;

    /// <summary>Names of the columns that <see cref="ListAsync"/> can sort by.</summary>
    public static IEnumerable<string> Columns => FuelLog.Columns;

    /// <summary>All vehicles, in use or not.</summary>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <returns>The vehicles by id.</returns>
    public Task<IReadOnlyList<VehicleDetails>> ListVehiclesAsync(CancellationToken cancellationToken = default) => _session.ReadAsync<IReadOnlyList<VehicleDetails>>(
        async (database, token) => await database.Vehicles.OrderBy(vehicle => vehicle.Id)
            .Select(vehicle => new VehicleDetails { Id = vehicle.Id, Name = vehicle.Name, IsActive = vehicle.IsActive }).ToListAsync(token).ConfigureAwait(false),
        cancellationToken);

    /// <summary>One vehicle.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <returns>The vehicle; null when there is none with that id.</returns>
    public Task<VehicleDetails?> FindVehicleAsync(int id, CancellationToken cancellationToken = default) => _session.ReadAsync(
        (database, token) => database.Vehicles.Where(vehicle => vehicle.Id == id).Select(vehicle => new VehicleDetails { Id = vehicle.Id, Name = vehicle.Name, IsActive = vehicle.IsActive }).SingleOrDefaultAsync(token),
        cancellationToken);

    /// <summary>Adds or changes a vehicle.</summary>
    /// <param name="change">What it is to be.</param>
    /// <param name="cancellationToken">Cancels it; nothing is saved then.</param>
    /// <returns>Saved with the vehicle's id, or why not.</returns>
    public Task<Outcome<int>> SaveAsync(VehicleChange change, CancellationToken cancellationToken = default) =>
        _session.SaveAsync(database => new SaveVehicle(database).ExecuteAsync(change, cancellationToken));

    /// <summary>Everything that is wrong with a change; nothing is saved.</summary>
    /// <param name="change">The change.</param>
    /// <param name="unknown">Names of properties whose values are not known yet, as in a form that is filled in: nothing is said about them, whatever stands in them.</param>
    /// <param name="cancellationToken">Ends the check early.</param>
    /// <returns>The problems; none when it could be saved.</returns>
    public Task<IReadOnlyList<Problem>> CheckAsync(VehicleChange change, IReadOnlySet<string>? unknown = null, CancellationToken cancellationToken = default) =>
        _session.SaveAsync(database => new SaveVehicle(database).CheckAsync(change, unknown, cancellationToken));

    /// <summary>One fill, of any vehicle.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <returns>The fill; null when there is none with that id.</returns>
    public Task<FuelFillDetails?> FindAsync(int id, CancellationToken cancellationToken = default) =>
        _session.ReadAsync((database, token) => new FuelLog(database).FindAsync(id, token), cancellationToken);

    /// <summary>A page of the fuel log: the fills of vehicles in use.</summary>
    /// <param name="query">Search in notes and location, order by some of <see cref="Columns"/>, which rows.</param>
    /// <param name="vehicleId">Those of one vehicle; null for all in use.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <returns>The fills, and how many there are.</returns>
    public Task<TablePage<FuelFillDetails>> ListAsync(TableQuery query, int? vehicleId = null, CancellationToken cancellationToken = default) =>
        _session.ReadAsync((database, token) => new FuelLog(database).ReadAsync(query, vehicleId, token), cancellationToken);

    /// <summary>Adds or changes a fill, and the figures of the vehicle's next fill with it.</summary>
    /// <param name="change">What it is to be.</param>
    /// <param name="cancellationToken">Cancels it; nothing is saved then.</param>
    /// <returns>Saved with the fill's id, its economy and the transaction that was made, or why not.</returns>
    public Task<Outcome<SavedFuelFill>> SaveAsync(FuelFillChange change, CancellationToken cancellationToken = default) =>
        _session.SaveAsync(database => new SaveFuelFill(database).ExecuteAsync(change, cancellationToken));

    /// <summary>Everything that is wrong with a change; nothing is saved.</summary>
    /// <param name="change">The change.</param>
    /// <param name="unknown">
    /// Names of properties whose values are not known yet, as in a form that is filled in: nothing is said about them, whatever stands in them. A part of the payment is named
    /// by its path, such as <c>Payment.BudgetId</c>.
    /// </param>
    /// <param name="cancellationToken">Ends the check early.</param>
    /// <returns>The problems; none when it could be saved.</returns>
    public Task<IReadOnlyList<Problem>> CheckAsync(FuelFillChange change, IReadOnlySet<string>? unknown = null, CancellationToken cancellationToken = default) =>
        _session.SaveAsync(database => new SaveFuelFill(database).CheckAsync(change, unknown, cancellationToken));

    /// <summary>The chart of economy by the odometer, a line for each vehicle in use.</summary>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <returns>The chart: a point for each day on which one of them was filled.</returns>
    public Task<FuelChart> EconomyAsync(CancellationToken cancellationToken = default) => _session.ReadAsync((database, token) => new FuelCharts(database).EconomyAsync(token), cancellationToken);

    /// <summary>The chart of prices.</summary>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <returns>The chart: one line, a point for each fill of any vehicle.</returns>
    public Task<FuelChart> PricesAsync(CancellationToken cancellationToken = default) => _session.ReadAsync((database, token) => new FuelCharts(database).PricesAsync(token), cancellationToken);

    /// <summary>Says what an import of a file of fills would do; nothing is saved.</summary>
    /// <param name="text">The file: comma-separated values with a heading, such as the download of the log is.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <returns>What would become of each line.</returns>
    public Task<FuelImportPreview> PreviewAsync(string text, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(text);
        return _session.ReadAsync(
            async (database, token) => await new FuelImportPlan(database).ReadAsync(text, await database.Vehicles.AsNoTracking().ToListAsync(token).ConfigureAwait(false), token).ConfigureAwait(false),
            cancellationToken);
    }

    /// <summary>Adds the fills of a file that the log does not have yet. Lines with mistakes are left out.</summary>
    /// <param name="text">The file, as for <see cref="PreviewAsync"/>.</param>
    /// <param name="cancellationToken">Cancels it; nothing is saved then.</param>
    /// <returns>Saved with what was done, or refused when it is no such file.</returns>
    public Task<Outcome<ImportedFuelFills>> ImportAsync(string text, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(text);
        return _session.SaveAsync(database => new ImportFuelFills(database).ExecuteAsync(new FuelFile(text), cancellationToken));
    }
}
