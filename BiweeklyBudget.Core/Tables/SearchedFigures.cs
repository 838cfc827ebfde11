using System.Globalization;

namespace BiweeklyBudget.Core.Tables;

/// <summary>A search text as what stands in a table besides texts: an amount of either sign, or the days of a date or a month.</summary>
internal sealed record SearchedFigures
{
    private const NumberStyles Plain = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;

    /// <summary>The amount, 0 or more; null when the text is none.</summary>
    public decimal? Amount { get; private init; }

    /// <summary>The first and the last day; null when the text is neither a date nor a month.</summary>
    public (DateOnly First, DateOnly Last)? Days { get; private init; }

    /// <summary>Reads a text.</summary>
    /// <param name="search">The text, such as <c>42.50</c>, <c>2017-07-28</c> or <c>2017-07</c>.</param>
    /// <returns>What it means; null when it is neither, or too short to search for.</returns>
    public static SearchedFigures? Of(string search)
    {
        if (search.Length < TableQuery.ShortestSearch)
        {
            return null;
        }

        if (DateOnly.TryParseExact(search, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return new SearchedFigures { Days = (day, day) };
        }

        if (DateOnly.TryParseExact(search, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month))
        {
            return new SearchedFigures { Days = (month, month.AddMonths(1).AddDays(-1)) };
        }

        // More than so many digits are in no column of money.
        return search.Length <= 24 && decimal.TryParse(search, Plain, CultureInfo.InvariantCulture, out var amount) && decimal.Round(amount, 4) == amount && Math.Abs(amount) < 100_000_000_000_000m
            ? new SearchedFigures { Amount = Math.Abs(amount) }
            : null;
    }
}
