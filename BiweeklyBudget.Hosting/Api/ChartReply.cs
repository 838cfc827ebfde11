using System.Text.Json.Serialization;

namespace BiweeklyBudget.Hosting.Api;

/// <summary>The reply of a chart (spec/http-api.md §16).</summary>
/// <param name="Data">One item for each point in time: <c>date</c> and a number for each key.</param>
/// <param name="Keys">Names of the lines, sorted.</param>
/// <param name="Note">What a reader should know about the points, when there were too many to draw each; otherwise absent.</param>
internal sealed record ChartReply(
    IReadOnlyList<IReadOnlyDictionary<string, object?>> Data,
    IReadOnlyList<string> Keys,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Note = null)
{
    /// <summary>An item of <see cref="Data"/>.</summary>
    /// <param name="date">The point in time.</param>
    /// <param name="values">The numbers by key. One named <c>date</c> cannot be shown; the date wins.</param>
    public static IReadOnlyDictionary<string, object?> Item(object date, IEnumerable<KeyValuePair<string, decimal?>> values)
    {
        var item = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var (key, value) in values)
        {
            item[key] = value;
        }

        item["date"] = date;
        return item;
    }
}
