using System.Globalization;

namespace BiweeklyBudget.Core.Calendar;

/// <summary>English ordinal numbers (spec/domain.md §3).</summary>
internal static class OrdinalNumber
{
    /// <summary>The number with its suffix, for example <c>22nd</c>.</summary>
    public static string Text(int number) => number.ToString(CultureInfo.InvariantCulture) + Suffix(number);

    /// <summary>The suffix of a number that is not negative.</summary>
    public static string Suffix(int number) => (number % 100, number % 10) switch
    {
        (11 or 12 or 13, _) => "th",
        (_, 1) => "st",
        (_, 2) => "nd",
        (_, 3) => "rd",
        _ => "th",
    };
}
