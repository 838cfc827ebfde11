namespace BiweeklyBudget.Core.Storage.MySql;

/// <summary>Stores many rows, some hundreds by each statement: turns to the server are what takes the time.</summary>
internal static class MySqlBulkInsert
{
    // A statement that the server has prepared takes memory there as long as the session lasts, for each of its places.
    private const int MostPlaces = 1_500;

    // Far below the largest packet that a server takes.
    private const int MostCharacters = 400_000;

    public static async Task RunAsync(BudgetDbContext database, BulkTable table, IReadOnlyList<object> rows, CancellationToken cancellationToken)
    {
        var columns = table.UsedBy(rows);
        var most = Math.Clamp(MostPlaces / Math.Max(1, columns.Count), 1, 250);
        var full = rows.Count < most ? null : new MySqlRowsInsert(database, table, columns, most);
        try
        {
            for (var first = 0; first < rows.Count;)
            {
                var count = CountFrom(first, table, columns, rows, most);
                if (count == most)
                {
                    await full!.RunPreparedAsync(rows, first, cancellationToken).ConfigureAwait(false);
                }
                else
                {
                    using var rest = new MySqlRowsInsert(database, table, columns, count);
                    await rest.RunAsync(rows, first, cancellationToken).ConfigureAwait(false);
                }

                first += count;
            }
        }
        finally
        {
            full?.Dispose();
        }
    }

    /// <summary>How many rows the next statement takes: as many as it may, or fewer when their texts are long.</summary>
    private static int CountFrom(int first, BulkTable table, IReadOnlyList<int> columns, IReadOnlyList<object> rows, int most)
    {
        var (count, characters) = (0, 0);
        while (count < most && first + count < rows.Count && (count == 0 || characters <= MostCharacters))
        {
            foreach (var column in columns)
            {
                characters += (table.ValueOf(rows[first + count], column) as string)?.Length ?? 0;
            }

            count++;
        }

        return count;
    }
}
