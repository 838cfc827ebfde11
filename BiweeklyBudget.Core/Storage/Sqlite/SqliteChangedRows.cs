using System.Globalization;
using System.Text.Json;
using BiweeklyBudget.Core.Storage.Rows;

namespace BiweeklyBudget.Core.Storage.Sqlite;

/// <summary>Adds rows to the record of changes. All of them are one parameter: binding many by name takes SQLite a time that grows with their square.</summary>
internal static class SqliteChangedRows
{
    /// <summary>The statement for rows of the change that the running transaction wrote last, which nobody else writes at the same time; their values are added to those of the command.</summary>
    public static string Insert(IReadOnlyList<ChangedRow> rows, List<object?> values)
    {
        values.Add(JsonSerializer.Serialize(rows.Select(row => new object?[] { row.Number, row.TableName, row.RowKey, row.Before, row.After })));
        return string.Create(
            CultureInfo.InvariantCulture,
            $$"""
            INSERT INTO bb_changed_rows (change_id, number, table_name, row_key, "before", "after")
            SELECT (SELECT max(id) FROM bb_changes), value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4 FROM json_each({{{values.Count - 1}}})
            """);
    }
}
