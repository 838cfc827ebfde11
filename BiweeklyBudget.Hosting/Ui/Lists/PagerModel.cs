using System.Globalization;

namespace BiweeklyBudget.Hosting.Ui.Lists;

/// <summary>What stands below a list.</summary>
/// <param name="List">The list.</param>
/// <param name="Total">Rows without search and filters.</param>
/// <param name="Filtered">Rows with them.</param>
/// <param name="Download">Address of the CSV file, or null.</param>
internal sealed record PagerModel(ListQuery List, int Total, int Filtered, string? Download)
{
    /// <summary>Number of the first row shown, from 1; 0 when there is none.</summary>
    public int First => Filtered == 0 ? 0 : ((List.Page - 1) * List.Size) + 1;

    /// <summary>Number of the last row shown.</summary>
    public int Last => Math.Min(Filtered, List.Page * List.Size);

    /// <summary>Which rows are shown, of how many.</summary>
    public string Text => (Filtered, Filtered == Total) switch
    {
        (0, false) => string.Create(CultureInfo.InvariantCulture, $"None of {Total}"),
        (_, true) => string.Create(CultureInfo.InvariantCulture, $"Showing {First} to {Last} of {Filtered}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"Showing {First} to {Last} of {Filtered} (of {Total} in all)"),
    };

    /// <summary>Number of the last page.</summary>
    public int LastPage => Math.Max(1, (Filtered + List.Size - 1) / List.Size);

    /// <summary>Pages that have a link: the first, the last, and those around the one shown.</summary>
    public IEnumerable<int> Pages => Enumerable.Range(List.Page - 2, 5).Where(p => p >= 1 && p <= LastPage).Append(1).Append(LastPage).Distinct().Order();
}
