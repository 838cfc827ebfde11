namespace BiweeklyBudget.Core.Fuel;

/// <summary>What an import of a file of fills has done.</summary>
/// <param name="Added">Fills that were added.</param>
/// <param name="Known">Lines whose fill was in the log already.</param>
/// <param name="Wrong">Lines that were left out because of mistakes.</param>
public sealed record ImportedFuelFills(int Added, int Known, int Wrong);
