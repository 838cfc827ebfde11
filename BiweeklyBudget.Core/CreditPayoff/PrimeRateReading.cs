namespace BiweeklyBudget.Core.CreditPayoff;

/// <summary>The prime rate after it was looked after, and how good it is.</summary>
/// <param name="Known">The stored rate; null when none was ever known.</param>
/// <param name="Problem">Why it could not be renewed, as an English sentence for the user; null when it is up to date, or no card follows it.</param>
public sealed record PrimeRateReading(PrimeRate? Known, string? Problem);
