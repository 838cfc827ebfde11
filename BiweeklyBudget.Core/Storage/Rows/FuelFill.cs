namespace BiweeklyBudget.Core.Storage.Rows;

/// <summary>One fill of a vehicle. Table <c>fuellog</c>.</summary>
internal sealed class FuelFill
{
    /// <summary>Primary key.</summary>
    public int Id { get; set; }

    /// <summary>Day of the fill.</summary>
    public DateOnly? Date { get; set; }

    /// <summary>The vehicle.</summary>
    public int? VehicleId { get; set; }

    /// <summary>Odometer, in the configured distance unit.</summary>
    public int? OdometerMiles { get; set; }

    /// <summary>Distance since the last fill, as the car reports it.</summary>
    public short? ReportedMiles { get; set; }

    /// <summary>Distance since the last fill, by odometer difference.</summary>
    public short? CalculatedMiles { get; set; }

    /// <summary>Percent 0–100.</summary>
    public short? LevelBefore { get; set; }

    /// <summary>Percent 0–100.</summary>
    public short? LevelAfter { get; set; }

    /// <summary>Where.</summary>
    public string? FillLocation { get; set; }

    /// <summary>Price per configured volume unit.</summary>
    public decimal? CostPerGallon { get; set; }

    /// <summary>Total price.</summary>
    public decimal? TotalCost { get; set; }

    /// <summary>Volume.</summary>
    public decimal? Gallons { get; set; }

    /// <summary>Economy as the car reports it.</summary>
    public decimal? ReportedMpg { get; set; }

    /// <summary>Economy by odometer difference.</summary>
    public decimal? CalculatedMpg { get; set; }

    /// <summary>At most 254 characters.</summary>
    public string? Notes { get; set; }
}
