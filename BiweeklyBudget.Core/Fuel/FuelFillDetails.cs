namespace BiweeklyBudget.Core.Fuel;

/// <summary>A fill as it is stored. Rows that other programs wrote may lack what ours always have.</summary>
public sealed record FuelFillDetails
{
    /// <summary>Its id, 1 or greater.</summary>
    public required int Id { get; init; }

    /// <summary>The day.</summary>
    public required DateOnly? Date { get; init; }

    /// <summary>The vehicle.</summary>
    public required int? VehicleId { get; init; }

    /// <summary>Name of the vehicle.</summary>
    public required string? VehicleName { get; init; }

    /// <summary>The odometer.</summary>
    public required int? Odometer { get; init; }

    /// <summary>Distance since the last fill, as the vehicle shows it.</summary>
    public required int? ReportedDistance { get; init; }

    /// <summary>Distance since the fill with the next lower odometer; null when there is none, or when it is greater than 32,767.</summary>
    public required int? Distance { get; init; }

    /// <summary>How full the tank was before, in percent.</summary>
    public required int? LevelBefore { get; init; }

    /// <summary>How full the tank was afterwards, in percent.</summary>
    public required int? LevelAfter { get; init; }

    /// <summary>Where.</summary>
    public required string? Location { get; init; }

    /// <summary>Price of a unit of volume.</summary>
    public required decimal? Price { get; init; }

    /// <summary>What it cost.</summary>
    public required decimal? TotalCost { get; init; }

    /// <summary>Volume.</summary>
    public required decimal? Volume { get; init; }

    /// <summary>Economy as the vehicle shows it.</summary>
    public required decimal? ReportedEconomy { get; init; }

    /// <summary><see cref="Distance"/> by <see cref="Volume"/>, rounded down to three decimals; null when there is no distance.</summary>
    public required decimal? Economy { get; init; }

    /// <summary>Notes; null when there never were any.</summary>
    public required string? Notes { get; init; }

    /// <summary>The command that would save it unchanged: <c>details.ToChange() with { Odometer = 12345 }</c> changes that and nothing else.</summary>
    /// <returns>The command; of a row that lacks something one that cannot be saved until it has it.</returns>
    public FuelFillChange ToChange() => new()
    {
        Id = Id,
        VehicleId = VehicleId ?? 0,
        Date = Date ?? default,
        Odometer = Odometer ?? 0,
        ReportedDistance = ReportedDistance,
        LevelBefore = LevelBefore,
        LevelAfter = LevelAfter,
        Location = Location ?? "",
        Price = Price,
        TotalCost = TotalCost ?? 0m,
        Volume = Volume ?? 0m,
        ReportedEconomy = ReportedEconomy,
        Notes = Notes,
    };
}
