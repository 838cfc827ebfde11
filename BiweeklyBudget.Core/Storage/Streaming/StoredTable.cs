namespace BiweeklyBudget.Core.Storage.Streaming;

/// <summary>A table.</summary>
/// <param name="Name">Its name in the database.</param>
/// <param name="Columns">The columns in the order in which rows give them, which need not be that of the database.</param>
/// <param name="Key">Names of the columns of the primary key.</param>
internal sealed record StoredTable(string Name, IReadOnlyList<StoredColumn> Columns, IReadOnlyList<string> Key);
