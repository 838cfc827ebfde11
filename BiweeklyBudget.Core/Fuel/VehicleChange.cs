namespace BiweeklyBudget.Core.Fuel;

/// <summary>A vehicle to add or to change. <see cref="VehicleDetails.ToChange"/> gives the one that changes nothing.</summary>
public sealed record VehicleChange
{
    /// <summary>The vehicle to change; null adds one.</summary>
    public int? Id { get; init; }

    /// <summary>Its name, 1 to 254 characters, stored without blanks around it. No other vehicle, in use or not, has it.</summary>
    public required string Name { get; init; }

    /// <summary>Whether it is in use: the fuel log and the chart of economy show its fills.</summary>
    public bool IsActive { get; init; } = true;
}
