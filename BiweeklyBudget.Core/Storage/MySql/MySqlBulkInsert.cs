using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using MySqlConnector;

namespace BiweeklyBudget.Core.Storage.MySql;

/// <summary>Stores many rows, some hundreds by each statement: turns to the server are what takes the time.</summary>
internal static class MySqlBulkInsert
{
    // Far below the largest packet that a server takes.
    private const int MostRows = 500, MostCharacters = 400_000;

    public static async Task RunAsync(BudgetDbContext database, BulkTable table, IReadOnlyList<object> rows, CancellationToken cancellationToken)
    {
        var head = $"INSERT INTO {MySqlRows.Quote(table.Name)} ({string.Join(", ", table.Columns.Select(MySqlRows.Quote))}) VALUES ";
        var text = new StringBuilder(head);
        List<object> values = [];
        var characters = 0;
        for (var row = 0; row < rows.Count; row++)
        {
            text.Append(values.Count == 0 ? "(" : ", (");
            for (var column = 0; column < table.Columns.Count; column++)
            {
                var value = table.ValueOf(rows[row], column);
                characters += (value as string)?.Length ?? 0;
                var place = string.Create(CultureInfo.InvariantCulture, $"@p{values.Count}");
                text.Append(column == 0 ? "" : ", ").Append(place);
                values.Add(new MySqlParameter(place, value));
            }

            text.Append(')');
            if (row == rows.Count - 1 || values.Count == MostRows * table.Columns.Count || characters > MostCharacters)
            {
                // Only names of the program's own tables and columns, and places of parameters, are put together here; every value is a parameter.
                await database.Database.ExecuteSqlRawAsync(text.ToString(), values, cancellationToken).ConfigureAwait(false);
                text.Clear().Append(head);
                values = [];
                characters = 0;
            }
        }
    }
}
