using System.Globalization;

namespace BiweeklyBudget.Hosting.Ui;

/// <summary>How long ago something happened, in words (spec/domain.md §3, "Ago" text). All roundings are half to even.</summary>
internal static class AgoText
{
    private const int DaysOfYear = 365;
    private const decimal DaysOfMonth = 30.5m;

    /// <summary>Describes an instant as seen from now.</summary>
    /// <param name="utc">The instant, UTC, or null.</param>
    /// <param name="nowUtc">Now, UTC.</param>
    /// <returns><c>now</c>, <c>14 hours ago</c>, <c>10 minutes from now</c> …; empty for null.</returns>
    public static string Describe(DateTime? utc, DateTime nowUtc)
    {
        if (utc is not { } time)
            return "";

        var age = nowUtc - time;
        var span = Span(age.Duration());
        return span is null ? "now" : span + (age < TimeSpan.Zero ? " from now" : " ago");
    }

    private static string? Span(TimeSpan age)
    {
        var seconds = age.Ticks / TimeSpan.TicksPerSecond;
        return seconds switch
        {
            0 => null,
            1 => "a second",
            < 60 => Number(seconds) + " seconds",
            < 3600 => Round(seconds, 60) switch { 1 => "a minute", 60 => "an hour", var minutes => Number(minutes) + " minutes" },
            < 86400 => Round(seconds, 3600) switch { 1 => "an hour", 24 => "a day", var hours => Number(hours) + " hours" },
            _ => Days(age.Days),
        };
    }

    private static string Days(int days)
    {
        var (years, rest) = Math.DivRem(days, DaysOfYear);
        var months = Round(rest, DaysOfMonth);
        return (years, rest, months) switch
        {
            (0, 1, _) => "a day",
            (0, _, 0) => Number(rest) + " days",
            (0, _, 1) => "a month",
            (0, _, 12) => "a year",
            (0, _, _) => Number(months) + " months",
            (1, 0, _) => "a year",
            (1, 1, _) => "1 year, 1 day",
            (1, _, 0) => $"1 year, {Number(rest)} days",
            (1, _, 1) => "1 year, 1 month",
            (1, _, 12) => "2 years",
            (1, _, _) => $"1 year, {Number(months)} months",
            _ => years.ToString("N0", CultureInfo.InvariantCulture) + " years",
        };
    }

    private static long Round(long amount, decimal unit) => (long)Math.Round(amount / unit, MidpointRounding.ToEven);

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
