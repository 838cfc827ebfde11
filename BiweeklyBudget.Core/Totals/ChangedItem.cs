namespace BiweeklyBudget.Core.Totals;

/// <summary>A row that a save added, changed or removed, as the record of changes has it.</summary>
/// <param name="Table">Name of its table.</param>
/// <param name="Key">Its primary key as text.</param>
/// <param name="Before">The row as it was, JSON; null when it was not there.</param>
/// <param name="After">The row as it became, JSON; null when it was removed.</param>
internal sealed record ChangedItem(string Table, string Key, string? Before, string? After);
