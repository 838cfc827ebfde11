namespace BiweeklyBudget.Core.Tables;

/// <summary>A column that a table is sorted by.</summary>
/// <param name="Name">Name of the column.</param>
/// <param name="IsDescending">Whether the largest value comes first.</param>
public sealed record SortedColumn(string Name, bool IsDescending);
