namespace BiweeklyBudget.Core.CreditPayoff;

/// <summary>All that the payoff pages show.</summary>
/// <param name="Inputs">What the plans are made from.</param>
/// <param name="PrimeRate">The prime rate; null when no card follows it.</param>
/// <param name="WithoutInterest">The first card that has no interest charge of the last 32 days; there are no plans then.</param>
/// <param name="Report">The plans; null without an interest charge.</param>
public sealed record PayoffPlans(PayoffInputs Inputs, PrimeRateReading? PrimeRate, CreditCard? WithoutInterest, PayoffReport? Report);
