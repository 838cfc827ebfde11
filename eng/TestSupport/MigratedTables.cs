using BiweeklyBudget.Core.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using MySqlConnector;

namespace BiweeklyBudget.TestSupport;

/// <summary>
/// The tables as the migrations make them. They are made once a run on each engine and copied for each test's database: migrating
/// takes longer than most tests.
/// </summary>
internal static class MigratedTables
{
    private static readonly Lazy<Task<TestDatabase>> Sqlite = new(() => MigrateAsync(DatabaseEngine.Sqlite));

    private static readonly Lazy<Task<string>> MySql = new(ReadMySqlAsync);

    /// <summary>Makes them in a database that was just made: one without tables, or a file that does not exist.</summary>
    public static async Task CreateInAsync(TestDatabase database)
    {
        if (database.Engine == DatabaseEngine.Sqlite)
        {
            await CopyFileAsync(await Sqlite.Value, database);
            return;
        }

        await using var connection = new MySqlConnection(MariaDbServer.Shared.AdoConnectionString(NameOf(database)));
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = await MySql.Value;
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Copies a SQLite database, whatever its journal still holds.</summary>
    public static async Task CopyFileAsync(TestDatabase from, TestDatabase to)
    {
        await using var source = new SqliteConnection(ConnectionString(from));
        await using var target = new SqliteConnection(ConnectionString(to));
        await source.OpenAsync();
        await target.OpenAsync();
        source.BackupDatabase(target);
    }

    /// <summary>The name of a MySQL database; its description is host and name.</summary>
    public static string NameOf(TestDatabase database) => database.Connection.Description.Split('/')[^1];

    private static async Task<TestDatabase> MigrateAsync(DatabaseEngine engine)
    {
        var template = await TestDatabase.EmptyAsync(engine);
        if (engine == DatabaseEngine.Sqlite)
        {
            AppDomain.CurrentDomain.ProcessExit += (_, _) => template.DropAsync().GetAwaiter().GetResult();
        }

        // As a start does it: contexts for data never make a file.
        await using var context = template.Connection.Provider.CreateSite().CreateContext(configure: null);
        await context.Database.MigrateAsync();
        return template;
    }

    // The statements that make the tables, and those that copy the rows which migrations leave.
    private static async Task<string> ReadMySqlAsync()
    {
        var template = NameOf(await MigrateAsync(DatabaseEngine.MySql));
        await using var connection = new MySqlConnection(MariaDbServer.Shared.AdoConnectionString(template));
        await connection.OpenAsync();
        var statements = new List<string> { "SET FOREIGN_KEY_CHECKS = 0" };
        foreach (var table in await TextsAsync(connection, "SHOW TABLES", column: 0))
        {
            statements.AddRange(await TextsAsync(connection, $"SHOW CREATE TABLE `{table}`", column: 1));
            statements.Add($"INSERT INTO `{table}` SELECT * FROM `{template}`.`{table}`");
        }

        return string.Join(";\n", statements.Append("SET FOREIGN_KEY_CHECKS = 1"));
    }

    private static async Task<IReadOnlyList<string>> TextsAsync(MySqlConnection connection, string query, int column)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = query;
        await using var reader = await command.ExecuteReaderAsync();
        var texts = new List<string>();
        while (await reader.ReadAsync())
        {
            texts.Add(reader.GetString(column));
        }

        return texts;
    }

    private static string ConnectionString(TestDatabase database) => new SqliteConnectionStringBuilder { DataSource = database.Connection.Description, Pooling = false }.ConnectionString;
}
