namespace BiweeklyBudget.Core.Fuel;

/// <summary>A file of fills to be imported.</summary>
/// <param name="Text">Its content.</param>
internal sealed record FuelFile(string Text);
