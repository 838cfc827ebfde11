namespace BiweeklyBudget.Core.CreditPayoff;

/// <summary>The prime rate that plans use, and how good it is.</summary>
/// <param name="Known">The rate; null when none was ever known.</param>
/// <param name="Problem">Why it could not be renewed, for the user; null when it is up to date.</param>
public sealed record PrimeRateReading(StoredPrimeRate? Known, string? Problem);
