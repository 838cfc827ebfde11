using System.Globalization;
using BiweeklyBudget.Core.Money;

namespace BiweeklyBudget.Core.Finding;

/// <summary>A word of a line as a day: <c>2017-07-28</c>, <c>today</c>, <c>yesterday</c>, <c>tomorrow</c>, or a day of the week, which is the last one that was or is.</summary>
internal static class TypedDay
{
    private const int DaysOfWeek = 7;

    // From Sunday on.
    private static readonly string[] Names = Enum.GetNames<DayOfWeek>();

    /// <summary>Reads a word.</summary>
    /// <param name="word">The word, in any case.</param>
    /// <param name="today">The current day.</param>
    /// <returns>The day; null when the word is none, or one that no money can move on.</returns>
    public static DateOnly? Read(string word, DateOnly today)
    {
        var day = word.ToLowerInvariant() switch
        {
            "today" => today,
            "yesterday" => today.AddDays(-1),
            "tomorrow" => today.AddDays(1),
            var name when Array.FindIndex(Names, weekday => weekday.Equals(name, StringComparison.OrdinalIgnoreCase)) is >= 0 and var weekday => today.AddDays(-(((int)today.DayOfWeek - weekday + DaysOfWeek) % DaysOfWeek)),
            var text => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : (DateOnly?)null,
        };
        return day is { } found && StorableDate.Holds(found) ? found : null;
    }
}
