using System.Globalization;

namespace BiweeklyBudget.Hosting.Features.CreditPayoff;

/// <summary>A number of months in words (spec/ui.md §Credit payoffs and fix 16).</summary>
internal static class MonthsText
{
    private const int MonthsOfYear = 12;

    /// <summary>Describes a time.</summary>
    /// <param name="months">The time in months.</param>
    /// <returns>Whole months below twelve (<c>3 months</c>), else years with one decimal, halves to even (<c>2.5 years</c>).</returns>
    public static string Of(int months) => months switch
    {
        1 => "1 month",
        < MonthsOfYear => months.ToString(CultureInfo.InvariantCulture) + " months",
        _ => Math.Round((decimal)months / MonthsOfYear, 1, MidpointRounding.ToEven).ToString("F1", CultureInfo.InvariantCulture) + " years",
    };
}
