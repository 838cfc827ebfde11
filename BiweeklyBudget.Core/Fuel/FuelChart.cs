namespace BiweeklyBudget.Core.Fuel;

/// <summary>A chart over the days on which fuel was bought.</summary>
/// <param name="Names">Names of the lines, sorted.</param>
/// <param name="Points">The points in the order of their days. A day may have several of them where the line is of fills and not of days.</param>
/// <param name="Together">How many points stand for one that is drawn; 1 when all are.</param>
public sealed record FuelChart(IReadOnlyList<string> Names, IReadOnlyList<FuelChart.Point> Points, int Together)
{
    /// <summary>Most points of a chart.</summary>
    public const int MostPoints = 1000;

    /// <summary>A point in time.</summary>
    /// <param name="Date">The day.</param>
    /// <param name="Values">The value of each line, in the order of <see cref="Names"/>; null when none is known yet.</param>
    public sealed record Point(DateOnly Date, IReadOnlyList<decimal?> Values);
}
