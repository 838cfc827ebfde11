namespace BiweeklyBudget.Core.Spreading;

/// <summary>Money that was spread.</summary>
/// <param name="Transfers">How many transfers were made of it; two transactions each.</param>
/// <param name="LeftOver">What is left over in the pay period now.</param>
public sealed record SavedSpread(int Transfers, decimal LeftOver);
