using System.Text;
using BiweeklyBudget.Core.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Storage;

/// <summary>
/// Stores the record of a save at the save's end: in one round trip, however many rows it changed, up to a few hundred. EF's own way would be two, and would track every row.
/// </summary>
internal static class ChangeWriter
{
    private const string InsertChange = "INSERT INTO bb_changes (at, who, operation, undone_change_id) VALUES ({0}, {1}, {2}, {3});\n";
    private const string InsertRows = "INSERT INTO bb_changed_rows (change_id, number, table_name, row_key, `before`, `after`) VALUES ";
    private const int ParametersOfRow = 5;

    // Far below the largest packet that a server takes and the most parameters that SQLite takes.
    private const int MostRows = 400, MostCharacters = 1_000_000;

    /// <summary>Stores a change with its rows, at least one.</summary>
    /// <param name="database">The context of the save, in its transaction.</param>
    /// <param name="change">The change; its id is not known.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    public static async Task WriteAsync(BudgetDbContext database, Change change, CancellationToken cancellationToken)
    {
        var text = new StringBuilder(InsertChange);
        List<object?> values = [change.At, change.Who, change.Operation, change.UndoneChangeId];
        var (rows, characters) = (0, 0);
        foreach (var row in change.Rows)
        {
            var size = (row.Before?.Length ?? 0) + (row.After?.Length ?? 0);
            if (rows == MostRows || (rows > 0 && characters + size > MostCharacters))
            {
                await ExecuteAsync().ConfigureAwait(false);
            }

            text.Append(rows == 0 ? InsertRows : ", ");
            AppendRow(text, database.LastChange, values.Count);
            values.AddRange([row.Number, row.TableName, row.RowKey, row.Before, row.After]);
            rows++;
            characters += size;
        }

        await ExecuteAsync().ConfigureAwait(false);

        async Task ExecuteAsync()
        {
            await database.Database.ExecuteSqlRawAsync(text.ToString(), values!, cancellationToken).ConfigureAwait(false);
            text.Clear();
            values.Clear();
            (rows, characters) = (0, 0);
        }
    }

    /// <summary>The id of the change that the running transaction wrote last.</summary>
    public static async Task<long> LastIdAsync(BudgetDbContext database, CancellationToken cancellationToken) =>
        (await database.Database.SqlQueryRaw<long>(database.LastChangeQuery).ToListAsync(cancellationToken).ConfigureAwait(false))[0];

    // Only places of parameters are put together here; every value is a parameter.
    private static void AppendRow(StringBuilder text, string change, int first)
    {
        text.Append('(').Append(change);
        for (var parameter = first; parameter < first + ParametersOfRow; parameter++)
        {
            text.Append(", {").Append(parameter).Append('}');
        }

        text.Append(')');
    }
}
