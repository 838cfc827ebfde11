using System.Globalization;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.TestSupport;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Tests.Storage;

/// <summary>The whole schema of a database as lines of text, for comparisons that name what differs.</summary>
internal static class SchemaText
{
    private static readonly string[] MySqlQueries =
    [
        "SELECT 'table', TABLE_NAME, TABLE_TYPE, ENGINE, TABLE_COLLATION, ROW_FORMAT, CREATE_OPTIONS FROM information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE()",
        "SELECT 'column', TABLE_NAME, ORDINAL_POSITION, COLUMN_NAME, COLUMN_TYPE, IS_NULLABLE, COLUMN_DEFAULT, CHARACTER_SET_NAME, COLLATION_NAME, EXTRA FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = DATABASE()",
        "SELECT 'index', TABLE_NAME, INDEX_NAME, SEQ_IN_INDEX, COLUMN_NAME, NON_UNIQUE, SUB_PART, NULLABLE, INDEX_TYPE, COLLATION FROM information_schema.STATISTICS WHERE TABLE_SCHEMA = DATABASE()",
        "SELECT 'constraint', TABLE_NAME, CONSTRAINT_NAME, CONSTRAINT_TYPE FROM information_schema.TABLE_CONSTRAINTS WHERE TABLE_SCHEMA = DATABASE()",
        "SELECT 'key', TABLE_NAME, CONSTRAINT_NAME, ORDINAL_POSITION, COLUMN_NAME, REFERENCED_TABLE_NAME, REFERENCED_COLUMN_NAME FROM information_schema.KEY_COLUMN_USAGE WHERE TABLE_SCHEMA = DATABASE()",
        "SELECT 'rule', TABLE_NAME, CONSTRAINT_NAME, UNIQUE_CONSTRAINT_NAME, MATCH_OPTION, UPDATE_RULE, DELETE_RULE FROM information_schema.REFERENTIAL_CONSTRAINTS WHERE CONSTRAINT_SCHEMA = DATABASE()",
        "SELECT 'check', TABLE_NAME, CONSTRAINT_NAME, CHECK_CLAUSE FROM information_schema.CHECK_CONSTRAINTS WHERE CONSTRAINT_SCHEMA = DATABASE()",
    ];

    private static readonly string[] SqliteQueries = ["SELECT type, name, tbl_name, sql FROM sqlite_master"];

    /// <summary>One line for each table, column, index and key, sorted.</summary>
    public static async Task<IReadOnlyList<string>> ReadAsync(TestDatabase database)
    {
        var lines = new List<string>();
        foreach (var query in database.Engine == DatabaseEngine.MySql ? MySqlQueries : SqliteQueries)
        {
            lines.AddRange(await RowsAsync(database, query));
        }

        lines.Sort(StringComparer.Ordinal);
        return lines;
    }

    /// <summary>A schema on MySQL as upstream knows it: without our tables, columns and indexes, and with money as wide as upstream's (docs/spec/schema.md §4).</summary>
    public static IEnumerable<string> AsUpstreamKnows(IEnumerable<string> schema) =>
        schema.Where(line => !IsOurs(line.Split(" | "))).Select(line => line.Replace(" | decimal(19,4) | ", " | decimal(10,4) | ", StringComparison.Ordinal));

    /// <summary>Rows of a MySQL database as upstream knows them: without our tables, and without our column of bank transactions, which must be empty.</summary>
    public static IEnumerable<string> AsUpstreamKnowsData(IEnumerable<string> data) => data
        .Where(line => !line.StartsWith("__EFMigrationsHistory | ", StringComparison.Ordinal) && !line.StartsWith("bb_", StringComparison.Ordinal))
        .Select(line => line.StartsWith("ofx_trans | ", StringComparison.Ordinal) && line.EndsWith(" | NULL", StringComparison.Ordinal) ? line[..^" | NULL".Length] : line);

    /// <summary>Every row of every table, as text, by table.</summary>
    public static async Task<IReadOnlyList<string>> ReadDataAsync(TestDatabase database)
    {
        var lines = new List<string>();
        var tables = await RowsAsync(database, database.Engine == DatabaseEngine.MySql
            ? "SELECT TABLE_NAME FROM information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE() ORDER BY TABLE_NAME"
            : "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name");
        foreach (var table in tables)
        {
            var quoted = database.Engine == DatabaseEngine.MySql ? $"`{table}`" : $"\"{table}\"";
            lines.AddRange((await RowsAsync(database, "SELECT * FROM " + quoted)).Select(row => table + " | " + row).Order(StringComparer.Ordinal));
        }

        return lines;
    }

    /// <summary>All rows but those of the audit log, which says that something was tried.</summary>
    public static async Task<IReadOnlyList<string>> ReadUnauditedDataAsync(TestDatabase database) =>
        [.. (await ReadDataAsync(database)).Where(line => !line.StartsWith("bb_audit", StringComparison.Ordinal))];

    // A line begins with its kind and its table; a column's name is its fourth word, an index's its third.
    private static bool IsOurs(string[] line) =>
        line[1] == "__EFMigrationsHistory" || line[1].StartsWith("bb_", StringComparison.Ordinal)
        || line[0] switch
        {
            "column" => line[3].StartsWith("bb_", StringComparison.Ordinal),
            "index" => line[2].StartsWith("bb_", StringComparison.Ordinal),
            _ => false,
        };

    private static async Task<List<string>> RowsAsync(TestDatabase database, string query)
    {
        var lines = new List<string>();
        await using var context = database.CreateContext();
        await context.Database.OpenConnectionAsync();
        await using var command = context.Database.GetDbConnection().CreateCommand();
        command.CommandText = query;
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            lines.Add(string.Join(" | ", Enumerable.Range(0, reader.FieldCount).Select(i => reader.IsDBNull(i) ? "NULL" : Convert.ToString(reader.GetValue(i), CultureInfo.InvariantCulture))));
        }

        return lines;
    }
}
