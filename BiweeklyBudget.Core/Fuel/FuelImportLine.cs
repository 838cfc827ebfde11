namespace BiweeklyBudget.Core.Fuel;

/// <summary>A line of a file of fills.</summary>
/// <param name="Number">Its number in the file, from 1; that of its first line when quoted text goes over several.</param>
/// <param name="State">What becomes of it.</param>
/// <param name="Vehicle">The vehicle as the file names it.</param>
/// <param name="Fill">What it says. Where it is wrong, anything may stand in what could not be read.</param>
/// <param name="Mistakes">What is wrong with it, each with the name of its column in front; none unless it is <see cref="FuelImportState.Wrong"/>.</param>
public sealed record FuelImportLine(int Number, FuelImportState State, string Vehicle, FuelFillChange Fill, IReadOnlyList<string> Mistakes);
