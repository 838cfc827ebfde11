namespace BiweeklyBudget.Hosting.Ui.Lists;

/// <summary>What stands above a list.</summary>
/// <param name="Path">Address of the list without a query.</param>
/// <param name="List">The list.</param>
/// <param name="Filters">The filters.</param>
/// <param name="Columns">Names and labels of the columns that can be sorted by, for windows without table heads.</param>
internal sealed record ToolbarModel(string Path, ListQuery List, IReadOnlyList<ListFilter> Filters, IReadOnlyList<(string Name, string Label)> Columns);
