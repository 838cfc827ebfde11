namespace BiweeklyBudget.Core.CreditPayoff;

/// <summary>The payoff plans of all active credit accounts, and what they are made from.</summary>
public sealed record PayoffPlans
{
    private PayoffPlans()
    {
    }

    /// <summary>Increases and one-time payments.</summary>
    public required PayoffSettings Settings { get; init; }

    /// <summary>The stored prime rate, however old it is; null when none is known.</summary>
    public required PrimeRate? PrimeRate { get; init; }

    /// <summary>Whether any card's interest rate follows the prime rate.</summary>
    public required bool FollowsPrimeRate { get; init; }

    /// <summary>The plans of the cards of which everything is known; the others are named in them.</summary>
    public required PayoffReport Report { get; init; }

    /// <summary>Makes the plans.</summary>
    internal static PayoffPlans Of(PayoffInputs inputs, PayoffPolicy policy) => new()
    {
        Settings = inputs.Settings,
        PrimeRate = inputs.PrimeRate,
        FollowsPrimeRate = inputs.NeedsPrimeRate,
        Report = PayoffReport.Of(inputs, inputs.PrimeRate?.Rate, policy),
    };
}
