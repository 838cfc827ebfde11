namespace BiweeklyBudget.Core.Tables;

/// <summary>The rows of a table that were asked for.</summary>
/// <typeparam name="TRow">A row.</typeparam>
/// <param name="Total">How many rows there are.</param>
/// <param name="Filtered">How many of them meet search and filters.</param>
/// <param name="Rows">Those of the page.</param>
public sealed record TablePage<TRow>(int Total, int Filtered, IReadOnlyList<TRow> Rows);
