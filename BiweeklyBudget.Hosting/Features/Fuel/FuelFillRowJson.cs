using System.ComponentModel;
using System.Text.Json.Serialization;
using BiweeklyBudget.Core.Fuel;

namespace BiweeklyBudget.Hosting.Features.Fuel;

/// <summary>A row of the fuel log (spec/http-api.md §5). The names stay whatever the household's units are.</summary>
internal sealed record FuelFillRowJson
{
    public required DateOnly? Date { get; init; }

    [Description("Name of the vehicle.")]
    public required string? Vehicle { get; init; }

    public required int? OdometerMiles { get; init; }

    [Description("Distance since the last fill, as the vehicle shows it.")]
    public required int? ReportedMiles { get; init; }

    [Description("Distance by the odometer.")]
    public required int? CalculatedMiles { get; init; }

    [Description("Percent.")]
    public required int? LevelBefore { get; init; }

    [Description("Percent.")]
    public required int? LevelAfter { get; init; }

    public required string? FillLocation { get; init; }

    public required decimal? CostPerGallon { get; init; }

    public required decimal? TotalCost { get; init; }

    [Description("Rounded down to three decimals.")]
    public required decimal? Gallons { get; init; }

    [Description("Economy as the vehicle shows it.")]
    public required decimal? ReportedMpg { get; init; }

    [Description("Economy by the odometer.")]
    public required decimal? CalculatedMpg { get; init; }

    public required string? Notes { get; init; }

    [JsonPropertyName("DT_RowData")]
    public required Extras RowData { get; init; }

    public static FuelFillRowJson Of(FuelFillDetails details) => new()
    {
        Date = details.Date,
        Vehicle = details.VehicleName,
        OdometerMiles = details.Odometer,
        ReportedMiles = details.ReportedDistance,
        CalculatedMiles = details.Distance,
        LevelBefore = details.LevelBefore,
        LevelAfter = details.LevelAfter,
        FillLocation = details.Location,
        CostPerGallon = details.Price,
        TotalCost = details.TotalCost,
        Gallons = FuelText.Cut(details.Volume),
        ReportedMpg = details.ReportedEconomy,
        CalculatedMpg = details.Economy,
        Notes = details.Notes,
        RowData = new Extras(details.VehicleId),
    };

    /// <summary>What a row carries for scripts.</summary>
    internal sealed record Extras(int? VehicleId);
}
