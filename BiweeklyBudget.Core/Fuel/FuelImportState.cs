namespace BiweeklyBudget.Core.Fuel;

/// <summary>What becomes of a line of a file of fills.</summary>
public enum FuelImportState
{
    /// <summary>It is added.</summary>
    New,

    /// <summary>The log has this fill already: the same vehicle, day and odometer.</summary>
    Known,

    /// <summary>It holds mistakes and is left out.</summary>
    Wrong,
}
