namespace BiweeklyBudget.Core.Money;

/// <summary>
/// Which days money can move on: nobody's books go further back or ahead, and a slip of the pen in a year would stretch every chart to it. Rows that
/// have another day already, from upstream's data, keep it until it is changed.
/// </summary>
public static class StorableDate
{
    /// <summary>What is said about a day that is none of them.</summary>
    public const string RangeMessage = "Dates must lie between 1900-01-01 and 2200-12-31";

    /// <summary>The first day.</summary>
    public static DateOnly First { get; } = new(1900, 1, 1);

    /// <summary>The last day.</summary>
    public static DateOnly Last { get; } = new(2200, 12, 31);

    /// <summary>Whether money can move on a day.</summary>
    /// <param name="date">The day.</param>
    /// <returns>Whether it can.</returns>
    public static bool Holds(DateOnly date) => date >= First && date <= Last;
}
