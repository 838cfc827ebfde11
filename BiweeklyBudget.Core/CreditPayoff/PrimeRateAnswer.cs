namespace BiweeklyBudget.Core.CreditPayoff;

/// <summary>What asking for the prime rate comes to.</summary>
/// <param name="Rate">The rate as a fraction, 0.0325 for 3.25 %; null when it was not to be had.</param>
/// <param name="Problem">Why not, as an English sentence for the user; null with a rate.</param>
public sealed record PrimeRateAnswer(decimal? Rate, string? Problem);
