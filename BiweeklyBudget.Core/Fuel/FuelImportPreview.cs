namespace BiweeklyBudget.Core.Fuel;

/// <summary>What an import of a file of fills would do.</summary>
/// <param name="Mistake">Why nothing of the file can be imported; null when its lines can be read.</param>
/// <param name="Lines">Its lines in their order, without the heading and empty ones.</param>
public sealed record FuelImportPreview(string? Mistake, IReadOnlyList<FuelImportLine> Lines)
{
    /// <summary>How many lines there are of a kind.</summary>
    /// <param name="state">The kind.</param>
    /// <returns>Their number.</returns>
    public int Count(FuelImportState state) => Lines.Count(line => line.State == state);
}
