using System.Globalization;
using BiweeklyBudget.TestSupport;
using MySqlConnector;
using Respawn;

namespace BiweeklyBudget.AcceptanceTests.Fixtures;

/// <summary>
/// A database on the tests' private MariaDB server, with upstream's sample data, which a reset brings back between tests
/// (Respawn empties the tables, then the rows are copied from a second database).
/// </summary>
internal sealed class BudgetTestDatabase
{
    private const string Sample = "budgettest_sample";

    private static readonly Lazy<Task> SampleData = new(() => LoadAsync(Sample));

    private readonly string _name;
    private Respawner? _respawner;
    private string? _copies;
    private long? _changes;

    private BudgetTestDatabase(string name) => _name = name;

    /// <summary>The value of DB_CONNSTRING.</summary>
    public string Url => MariaDbServer.Shared.ConnectionUrl(_name);

    public static async Task<BudgetTestDatabase> CreateAsync(string name)
    {
        await SampleData.Value;
        await LoadAsync(name);
        return new BudgetTestDatabase(name);
    }

    /// <summary>Brings the sample data back, unless nothing was changed since the last time; what a running host added to the schema stays.</summary>
    public async Task ResetAsync()
    {
        await using var connection = new MySqlConnection(MariaDbServer.Shared.AdoConnectionString(_name));
        await connection.OpenAsync();
        if (_changes is { } known && await CountChangesAsync(connection) == known)
        {
            return;
        }

        _respawner ??= await Respawner.CreateAsync(connection, new RespawnerOptions
        {
            DbAdapter = DbAdapter.MySql,
            SchemasToInclude = [_name],
            TablesToIgnore = ["__EFMigrationsHistory", "alembic_version"],
            WithReseed = true,
        });
        await _respawner.ResetAsync(connection);
        _copies ??= await CopiesAsync(connection);
        await using var command = connection.CreateCommand();
        command.CommandText = $"SET FOREIGN_KEY_CHECKS = 0; START TRANSACTION; {_copies} COMMIT; SET FOREIGN_KEY_CHECKS = 1";
        await command.ExecuteNonQueryAsync();
        _changes = await CountChangesAsync(connection);
    }

    // How many rows were ever written, also by what was rolled back. The tests' own server counts them; one that does not has no answer.
    private async Task<long?> CountChangesAsync(MySqlConnection connection)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "SHOW VARIABLES WHERE Variable_name = 'userstat' AND Value = 'ON'";
        if (await command.ExecuteScalarAsync() is null)
        {
            return null;
        }

        command.CommandText = "SELECT COALESCE(SUM(ROWS_CHANGED), 0) FROM information_schema.TABLE_STATISTICS WHERE TABLE_SCHEMA = @name";
        command.Parameters.AddWithValue("@name", _name);
        return Convert.ToInt64(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
    }

    private static async Task LoadAsync(string name)
    {
        await MariaDbServer.Shared.CreateDatabaseAsync(name);
        await MariaDbServer.Shared.LoadAsync(name, TestData.Fixture("peer-sampledata.sql"));
    }

    // Columns are named, because the host may have added some to the tables of the one database.
    private async Task<string> CopiesAsync(MySqlConnection connection)
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
            copies.Add($"INSERT INTO `{_name}`.`{reader.GetString(0)}` ({reader.GetString(1)}) SELECT {reader.GetString(1)} FROM `{Sample}`.`{reader.GetString(0)}`; ");
        }

        return string.Concat(copies);
    }
}
