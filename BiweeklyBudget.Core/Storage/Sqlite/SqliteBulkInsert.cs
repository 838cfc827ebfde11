using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace BiweeklyBudget.Core.Storage.Sqlite;

/// <summary>Stores many rows by one statement of one row that is prepared once: there is no turn to a server to spare, and one of many rows takes longer to bind.</summary>
internal static class SqliteBulkInsert
{
    private const int RowsBetweenPauses = 500;

    public static async Task RunAsync(BudgetDbContext database, BulkTable table, IReadOnlyList<object> rows, CancellationToken cancellationToken)
    {
        var command = ((SqliteConnection)database.Database.GetDbConnection()).CreateCommand();
        await using (command.ConfigureAwait(false))
        {
            command.Transaction = (SqliteTransaction?)database.Database.CurrentTransaction?.GetDbTransaction();
#pragma warning disable CA2100 // Names of the program's own tables and columns.
            command.CommandText = $"INSERT INTO {Quote(table.Name)} ({string.Join(", ", table.Columns.Select(Quote))}) VALUES ({string.Join(", ", table.Columns.Select((_, i) => Place(i)))})";
#pragma warning restore CA2100
            SqliteParameter[] parameters = [.. table.Columns.Select((_, i) => command.Parameters.Add(new SqliteParameter(Place(i), null)))];
            for (var row = 0; row < rows.Count; row++)
            {
                for (var column = 0; column < parameters.Length; column++)
                {
                    parameters[column].Value = table.ValueOf(rows[row], column);
                }

                await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
                if (row % RowsBetweenPauses == RowsBetweenPauses - 1)
                {
                    // SQLite works on the caller's thread: others get their turn now and then.
                    await Task.Yield();
                }
            }
        }
    }

    private static string Place(int column) => string.Create(CultureInfo.InvariantCulture, $"$p{column}");

    private static string Quote(string name) => "\"" + name.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
}
