namespace BiweeklyBudget.Core.Storage;

/// <summary>What is in a database.</summary>
/// <param name="Tables">Names of the columns by table or view, ignoring case, without the tables that record migrations.</param>
/// <param name="Record">What the database says of itself.</param>
internal sealed record DatabaseContents(IReadOnlyDictionary<string, IReadOnlySet<string>> Tables, DatabaseRecord Record)
{
    public const string HistoryTable = "__EFMigrationsHistory";
    public const string LockTable = "__EFMigrationsLock";
    public const string RevisionTable = "alembic_version";

    /// <summary>An absent database, or one without tables.</summary>
    public static DatabaseContents None { get; } = From([], DatabaseRecord.None);

    /// <summary>Groups a list of columns by table.</summary>
    public static DatabaseContents From(IEnumerable<(string Table, string Column)> columns, DatabaseRecord record)
    {
        var tables = columns
            .Where(c => !string.Equals(c.Table, HistoryTable, StringComparison.OrdinalIgnoreCase) && !string.Equals(c.Table, LockTable, StringComparison.OrdinalIgnoreCase))
            .GroupBy(c => c.Table, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(t => t.Key, IReadOnlySet<string> (t) => t.Select(c => c.Column).ToHashSet(StringComparer.OrdinalIgnoreCase), StringComparer.OrdinalIgnoreCase);
        return new DatabaseContents(tables, record);
    }
}
