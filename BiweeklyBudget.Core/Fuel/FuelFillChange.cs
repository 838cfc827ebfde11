namespace BiweeklyBudget.Core.Fuel;

/// <summary>
/// A fill to add or to change. <see cref="FuelFillDetails.ToChange"/> gives the one that changes nothing. Distances and volumes are in the household's own units
/// (<see cref="Settings.BudgetSettings.DistanceUnit"/>, <see cref="Settings.BudgetSettings.FuelVolumeUnit"/>); nothing is converted. Distance and economy by the odometer are
/// worked out when it is saved, also those of the vehicle's next fill.
/// </summary>
public sealed record FuelFillChange
{
    /// <summary>The fill to change; null adds one.</summary>
    public int? Id { get; init; }

    /// <summary>The vehicle; it need not be in use.</summary>
    public required int VehicleId { get; init; }

    /// <summary>The day of the fill, from 1900-01-01 to 2200-12-31.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>The odometer, 0 or greater. No other fill of the vehicle has the same. It may be lower than that of earlier fills: then it is a late entry.</summary>
    public required int Odometer { get; init; }

    /// <summary>Distance since the last fill as the vehicle shows it, 0 to 32,767; null when it shows none.</summary>
    public int? ReportedDistance { get; init; }

    /// <summary>How full the tank was before, in percent; null when unknown.</summary>
    public int? LevelBefore { get; init; }

    /// <summary>How full the tank was afterwards, in percent; null when unknown.</summary>
    public int? LevelAfter { get; init; }

    /// <summary>Where, 1 to 254 characters.</summary>
    public required string Location { get; init; }

    /// <summary>Price of a unit of volume, above 0; kept to four decimals. Null when unknown.</summary>
    public decimal? Price { get; init; }

    /// <summary>What it cost, above 0; four decimals.</summary>
    public required decimal TotalCost { get; init; }

    /// <summary>Volume, above 0 and up to 999,999.9999; kept to four decimals.</summary>
    public required decimal Volume { get; init; }

    /// <summary>Economy as the vehicle shows it, above 0 and up to 999,999.9999; kept to four decimals. Null when it shows none.</summary>
    public decimal? ReportedEconomy { get; init; }

    /// <summary>Notes, at most 254 characters; null and empty say the same.</summary>
    public string? Notes { get; init; } = "";

    /// <summary>How it was paid, to make a transaction of it in the same step; null makes none. A transaction that was made before is not changed.</summary>
    public FuelPayment? Payment { get; init; }
}
