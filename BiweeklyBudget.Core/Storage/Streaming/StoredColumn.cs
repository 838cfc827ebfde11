namespace BiweeklyBudget.Core.Storage.Streaming;

/// <summary>A column.</summary>
/// <param name="Name">Its name in the database.</param>
/// <param name="Kind">What it holds.</param>
internal sealed record StoredColumn(string Name, ColumnKind Kind);
