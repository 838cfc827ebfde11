using System.Globalization;

namespace BiweeklyBudget.Core.Money;

/// <summary>Dates and instants as text, the same in every culture; null is empty.</summary>
public static class DateText
{
    /// <summary>A date.</summary>
    /// <param name="date">The date, or null.</param>
    /// <returns><c>YYYY-MM-DD</c>.</returns>
    public static string Day(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    /// <summary>The date of an instant.</summary>
    /// <param name="utc">The instant, UTC, or null.</param>
    /// <returns><c>YYYY-MM-DD</c>.</returns>
    public static string Day(DateTime? utc) => utc?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    /// <summary>An instant.</summary>
    /// <param name="utc">The instant, UTC, or null.</param>
    /// <returns><c>YYYY-MM-DD HH:MM:SS</c>.</returns>
    public static string Instant(DateTime? utc) => utc?.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) ?? "";
}
