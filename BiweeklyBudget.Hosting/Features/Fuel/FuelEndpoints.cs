using System.Globalization;
using BiweeklyBudget.Core;
using BiweeklyBudget.Core.Fuel;
using BiweeklyBudget.Core.Tables;
using BiweeklyBudget.Hosting.Api;
using BiweeklyBudget.Hosting.Api.Description;

namespace BiweeklyBudget.Hosting.Features.Fuel;

/// <summary>Vehicles and the fuel log over HTTP (spec/http-api.md §5, §14, §16).</summary>
internal static class FuelEndpoints
{
    private const int VehicleColumn = 1;

    public static void MapFuel(this IEndpointRouteBuilder routes)
    {
        routes.MapForm("/forms/fuel", new FuelFillForm()).Described(FuelOperations.Save);
        routes.MapForm("/forms/fuel-import", new FuelImportForm()).Described(FuelOperations.Import);
        routes.MapForm("/forms/vehicle", new VehicleForm()).Described(FuelOperations.SaveVehicle);
        routes.MapRecord("/ajax/vehicle/{id}", "Vehicle", FindVehicleAsync).Described(FuelOperations.FindVehicle);
        routes.MapTable("/ajax/fuelLog", FuelSection.Columns, ReadAsync, FuelFillRowJson.Of).Described(FuelOperations.Table);
        routes.MapRead("/ajax/chart-data/fuel-economy", ChartEconomyAsync).Described(FuelOperations.Economy);
        routes.MapRead("/ajax/chart-data/fuel-prices", ChartPricesAsync).Described(FuelOperations.Prices);
        routes.MapRead("/fuel.csv", DownloadAsync).Described(FuelOperations.Download);
    }

    private static async Task<VehicleJson?> FindVehicleAsync(BudgetBook book, int id, CancellationToken token) =>
        await book.Fuel.FindVehicleAsync(id, token) is { } found ? VehicleJson.Of(found) : null;

    private static Task<TablePage<FuelFillDetails>> ReadAsync(BudgetBook book, TableRequest request, CancellationToken token) =>
        book.Fuel.ListAsync(request.Query, request.IdFilter(VehicleColumn), token);

    private static async Task<IResult> ChartEconomyAsync(HttpContext context, BudgetBook book)
    {
        var chart = await book.Fuel.EconomyAsync(context.RequestAborted);
        return ApiJson.TableReply(new ChartReply([.. chart.Points.Select(point => ChartReply.Item(point.Date, chart.Names.Zip(point.Values, KeyValuePair.Create)))], chart.Names, NoteOf(chart, "day")));
    }

    private static async Task<IResult> ChartPricesAsync(HttpContext context, BudgetBook book)
    {
        var chart = await book.Fuel.PricesAsync(context.RequestAborted);
        return ApiJson.TableReply(new PriceChartJson([.. chart.Points.Select(point => new PriceChartJson.Item(point.Date, point.Values[0]))], NoteOf(chart, "fill")));
    }

    private static string? NoteOf(FuelChart chart, string what) => chart.Together > 1 ? string.Create(CultureInfo.InvariantCulture, $"One {what} in {chart.Together} is drawn, and the last one.") : null;

    private static async Task<IResult> DownloadAsync(HttpContext context, BudgetBook book)
    {
        if (!TableRequest.TryReadAllPages(context.Request.Query, FuelSection.Columns, out var request, out var error))
        {
            return ApiJson.Refusal(StatusCodes.Status400BadRequest, error);
        }

        // An import of the file knows these headings.
        var page = await ReadAsync(book, request, context.RequestAborted);
        return CsvText.Reply(
            "fuel.csv",
            ["Id", "Date", "Vehicle", "Odometer", "Reported distance", "Distance", "Level before", "Level after", "Location", "Price", "Total cost", "Volume", "Reported economy", "Economy", "Notes"],
            page.Rows.Select(row => new object?[]
            {
                row.Id, row.Date, row.VehicleName, row.Odometer, row.ReportedDistance, row.Distance, row.LevelBefore, row.LevelAfter, row.Location, row.Price, row.TotalCost, row.Volume, row.ReportedEconomy, row.Economy, row.Notes,
            }));
    }
}
