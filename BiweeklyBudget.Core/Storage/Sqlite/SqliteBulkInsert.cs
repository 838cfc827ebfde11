namespace BiweeklyBudget.Core.Storage.Sqlite;

/// <summary>Stores many rows one after the other: there is no turn to a server to spare, and a statement of many rows takes longer to bind.</summary>
internal static class SqliteBulkInsert
{
    private const int RowsBetweenPauses = 500;

    public static async Task RunAsync(BudgetDbContext database, BulkTable table, IReadOnlyList<object> rows, CancellationToken cancellationToken)
    {
        using var insert = new SqliteRowInsert(database, table, table.UsedBy(rows));
        for (var row = 0; row < rows.Count; row++)
        {
            insert.Run(rows[row]);
            if (row % RowsBetweenPauses == RowsBetweenPauses - 1)
            {
                // SQLite works on the caller's thread: others get their turn now and then.
                cancellationToken.ThrowIfCancellationRequested();
                await Task.Yield();
            }
        }
    }
}
