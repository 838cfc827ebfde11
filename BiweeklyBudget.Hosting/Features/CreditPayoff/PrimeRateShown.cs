using BiweeklyBudget.Core.CreditPayoff;

namespace BiweeklyBudget.Hosting.Features.CreditPayoff;

/// <summary>The prime rate on the page.</summary>
/// <param name="Known">The stored rate; null when none is known.</param>
/// <param name="IsOld">Whether it is to be renewed.</param>
/// <param name="IsLookedUp">Whether it is looked up at all.</param>
/// <param name="Problem">What went wrong the last time; null when it does not matter any more.</param>
internal sealed record PrimeRateShown(PrimeRate? Known, bool IsOld, bool IsLookedUp, string? Problem);
