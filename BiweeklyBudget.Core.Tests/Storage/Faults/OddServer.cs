using BiweeklyBudget.Core.Settings;
using BiweeklyBudget.TestSupport;
using MySqlConnector;

namespace BiweeklyBudget.Core.Tests.Storage.Faults;

/// <summary>A server whose defaults are all wrong for a program that relies on them: engine, character set, limits of queries, transactions.</summary>
public sealed class OddServer : IAsyncLifetime
{
    private PrivateMariaDb? _server;

    public MariaDbServer Server => _server!.Server;

    public async Task InitializeAsync()
    {
        _server = await PrivateMariaDb.StartAsync("--default-storage-engine=Aria", "--character-set-server=latin1", "--collation-server=latin1_swedish_ci", "--max-join-size=10", "--autocommit=0", "--transaction-isolation=READ-UNCOMMITTED");
        await RunAsync(null, "SET GLOBAL sql_safe_updates=1, sql_select_limit=1, sql_mode='', time_zone='+05:00', lock_wait_timeout=86400, foreign_key_checks=0");
    }

    public async Task DisposeAsync() => await _server!.DisposeAsync();

    /// <summary>Makes a database with the server's defaults.</summary>
    public Task CreateAsync(string database) => RunAsync(null, $"CREATE DATABASE `{database}`");

    /// <summary>Makes a database ready, as a start does.</summary>
    public Task<BudgetEngine> OpenAsync(string database) =>
        BudgetEngine.OpenAsync(new BudgetSettings { ConnectionString = Server.ConnectionUrl(database), BackupPath = BudgetSettings.NoBackups, PayPeriodStartDate = new DateOnly(2017, 7, 21), ReconcileBeginDate = new DateOnly(2017, 1, 1) });

    public async Task RunAsync(string? database, string sql)
    {
        await using var connection = new MySqlConnection(Server.AdoConnectionString(database));
        await connection.OpenAsync();
        await using var command = new MySqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>First column of all rows.</summary>
    public async Task<IReadOnlyList<string?>> AskAsync(string database, string sql)
    {
        await using var connection = new MySqlConnection(Server.AdoConnectionString(database));
        await connection.OpenAsync();
        await using var command = new MySqlCommand("SET SESSION sql_select_limit=18446744073709551615, sql_big_selects=1; " + sql, connection);
        await using var reader = await command.ExecuteReaderAsync();
        var answers = new List<string?>();
        while (await reader.ReadAsync())
        {
            answers.Add(reader.IsDBNull(0) ? null : Convert.ToString(reader.GetValue(0), System.Globalization.CultureInfo.InvariantCulture));
        }

        return answers;
    }
}
