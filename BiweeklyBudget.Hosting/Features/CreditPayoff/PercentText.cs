using System.Globalization;

namespace BiweeklyBudget.Hosting.Features.CreditPayoff;

/// <summary>A rate as percentage (spec/domain.md §3).</summary>
internal static class PercentText
{
    /// <summary>Formats a rate.</summary>
    /// <param name="fraction">The rate as a fraction (0.1999 is 19.99 %), or null.</param>
    /// <returns>Two decimals, halves away from zero, and a percent sign; empty for null.</returns>
    public static string Of(decimal? fraction)
    {
        if (fraction is not { } value)
            return "";

        var rounded = Math.Round(value * 100, 2, MidpointRounding.AwayFromZero);
        return (rounded == 0 ? 0 : rounded).ToString("F2", CultureInfo.InvariantCulture) + "%";
    }
}
