using System.Text.Json.Serialization;

namespace BiweeklyBudget.Hosting.Features.Fuel;

/// <summary>The reply of the chart of prices (spec/fuel.md §7), which has one line and no names.</summary>
/// <param name="Data">The fills by day.</param>
/// <param name="Note">What a reader should know about the points, when there were too many to draw each; otherwise absent.</param>
internal sealed record PriceChartJson(IReadOnlyList<PriceChartJson.Item> Data, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Note)
{
    /// <param name="Date">The day.</param>
    /// <param name="Price">What a unit of volume cost.</param>
    internal sealed record Item(DateOnly Date, decimal? Price);
}
