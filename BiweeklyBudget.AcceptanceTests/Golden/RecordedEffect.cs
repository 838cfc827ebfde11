using System.Text.RegularExpressions;
using MySqlConnector;

namespace BiweeklyBudget.AcceptanceTests.Golden;

/// <summary>
/// Writes what a recorded request changed: a transcript gives the rows that were inserted or changed, whole, with their keys.
/// Used where the program has no such route yet, so that the pages after it are compared all the same.
/// </summary>
internal static partial class RecordedEffect
{
    public static async Task ApplyAsync(MySqlConnection connection, RecordedRequest record)
    {
        foreach (var recorded in record.DatabaseAfter)
        {
            var query = RowsOfTable().Match(recorded.Sql);
            if (query.Success)
            {
                foreach (var row in recorded.Rows)
                {
                    await WriteAsync(connection, query.Groups["table"].Value, query.Groups["columns"].Value, row);
                }
            }
        }
    }

    private static async Task WriteAsync(MySqlConnection connection, string table, string columns, IReadOnlyList<string?> row)
    {
        var names = columns.Split(", ");
        await using var command = connection.CreateCommand();
        command.CommandText = $"INSERT INTO {table} ({columns}) VALUES ({string.Join(", ", row.Select((_, i) => $"@v{i}"))}) ON DUPLICATE KEY UPDATE {string.Join(", ", names.Select(n => $"{n} = VALUES({n})"))}";
        for (var i = 0; i < row.Count; i++)
        {
            command.Parameters.AddWithValue($"@v{i}", row[i]);
        }

        await command.ExecuteNonQueryAsync();
    }

    // SELECT `id`, `name` FROM `budgets` WHERE …
    [GeneratedRegex(@"^SELECT (?<columns>`\w+`(?:, `\w+`)*) FROM (?<table>`\w+`) WHERE ", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex RowsOfTable();
}
