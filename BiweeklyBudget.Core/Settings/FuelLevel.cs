namespace BiweeklyBudget.Core.Settings;

/// <summary>A choice of how full a tank is.</summary>
/// <param name="Label">What it is called, such as <c>1/4</c>; not empty.</param>
/// <param name="Percent">How full that is, 0 to 100.</param>
public sealed record FuelLevel(string Label, int Percent);
