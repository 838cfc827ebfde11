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

    /// <summary>The first card by id that owes something and has no interest charge of the last 32 days, from which plans are made; null when all have one.</summary>
    public required IncompleteCard? WithoutInterest { get; init; }

    /// <summary>The plans; null as long as there is a card <see cref="WithoutInterest"/>.</summary>
    public required PayoffReport? Report { get; init; }

    /// <summary>Makes the plans.</summary>
    internal static PayoffPlans Of(PayoffInputs inputs)
    {
        var without = PayoffReport.FirstWithoutInterest(inputs);
        return new PayoffPlans
        {
            Settings = inputs.Settings,
            PrimeRate = inputs.PrimeRate,
            FollowsPrimeRate = inputs.NeedsPrimeRate,
            WithoutInterest = without is null ? null : new IncompleteCard(without.Id, without.Name ?? "", ["an interest charge of the last 32 days"]),
            Report = without is null ? PayoffReport.Of(inputs, inputs.PrimeRate?.Rate) : null,
        };
    }
}
