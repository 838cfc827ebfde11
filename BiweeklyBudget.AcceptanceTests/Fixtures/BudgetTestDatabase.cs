using BiweeklyBudget.TestSupport;
using MySqlConnector;
using Respawn;

namespace BiweeklyBudget.AcceptanceTests.Fixtures;

/// <summary>
/// The database <c>budgettest</c> on the tests' private MariaDB server, with upstream's sample data, which a reset brings
/// back between tests (Respawn empties the tables, then the rows are copied from a second database).
/// </summary>
internal sealed class BudgetTestDatabase
{
    private const string Name = "budgettest";
    private const string Sample = "budgettest_sample";

    private readonly MariaDbServer _server = MariaDbServer.Shared;
    private Respawner? _respawner;

    /// <summary>The value of DB_CONNSTRING.</summary>
    public string Url => _server.ConnectionUrl(Name);

    public async Task CreateAsync()
    {
        foreach (var database in new[] { Sample, Name })
        {
            await _server.CreateDatabaseAsync(database);
            await _server.LoadAsync(database, TestData.Fixture("peer-sampledata.sql"));
        }
    }

    /// <summary>Brings the sample data back; what a running host added to the schema stays.</summary>
    public async Task ResetAsync()
    {
        await using var connection = new MySqlConnection(_server.AdoConnectionString(Name));
        await connection.OpenAsync();
        _respawner ??= await Respawner.CreateAsync(connection, new RespawnerOptions
        {
            DbAdapter = DbAdapter.MySql,
            SchemasToInclude = [Name],
            TablesToIgnore = ["__EFMigrationsHistory", "alembic_version"],
            WithReseed = true,
        });
        await _respawner.ResetAsync(connection);
        await using var command = connection.CreateCommand();
        command.CommandText = $"SET FOREIGN_KEY_CHECKS = 0; {string.Concat(await CopiesAsync(connection))} SET FOREIGN_KEY_CHECKS = 1";
        await command.ExecuteNonQueryAsync();
    }

    // Columns are named, because the host may have added some to the tables of the one database.
    private static async Task<IReadOnlyList<string>> CopiesAsync(MySqlConnection connection)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = """
            SELECT table_name, GROUP_CONCAT(CONCAT('`', column_name, '`') ORDER BY ordinal_position)
            FROM information_schema.columns WHERE table_schema = @sample AND table_name <> 'alembic_version' GROUP BY table_name
            """;
        command.Parameters.AddWithValue("@sample", Sample);
        var copies = new List<string>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            copies.Add($"INSERT INTO `{Name}`.`{reader.GetString(0)}` ({reader.GetString(1)}) SELECT {reader.GetString(1)} FROM `{Sample}`.`{reader.GetString(0)}`; ");
        }

        return copies;
    }
}
