using System.Globalization;

namespace BiweeklyBudget.AcceptanceTests.Golden;

/// <summary>When two recorded numbers count as equal: they differ by at most 1e-6 or 1e-13 of the larger one.</summary>
internal static class Numbers
{
    public static bool Same(string expected, string got)
    {
        if (expected == got)
        {
            return true;
        }

        if (!TryRead(expected, out var a) || !TryRead(got, out var b))
        {
            return false;
        }

        return Math.Abs(a - b) <= Math.Max(0.000001m, 0.0000000000001m * Math.Max(Math.Abs(a), Math.Abs(b)));
    }

    private static bool TryRead(string text, out decimal value) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value);
}
