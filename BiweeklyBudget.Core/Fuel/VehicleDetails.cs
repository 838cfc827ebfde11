namespace BiweeklyBudget.Core.Fuel;

/// <summary>A vehicle as it is stored.</summary>
public sealed record VehicleDetails
{
    /// <summary>Its id, 1 or greater.</summary>
    public required int Id { get; init; }

    /// <summary>Its name; null on rows of other programs only.</summary>
    public required string? Name { get; init; }

    /// <summary>Whether it is in use; null on rows of other programs, where it counts as false.</summary>
    public required bool? IsActive { get; init; }

    /// <summary>The command that would save it unchanged.</summary>
    /// <returns>The command.</returns>
    public VehicleChange ToChange() => new() { Id = Id, Name = Name ?? "", IsActive = IsActive == true };
}
