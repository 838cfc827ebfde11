using System.Globalization;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Connections;
using BiweeklyBudget.Core.Storage.Initialization;
using BiweeklyBudget.TestSupport;
using Microsoft.Extensions.Logging.Abstractions;
using MySqlConnector;

namespace BiweeklyBudget.AcceptanceTests.Golden;

/// <summary>
/// The database that a transcript is about. The recorded dump and queries are MySQL's: a run on SQLite keeps a MySQL twin,
/// from which the SQLite file gets its rows and to which they are copied before they are looked at.
/// </summary>
internal sealed class RecordedDatabase : IAsyncDisposable
{
    private readonly string _name;
    private readonly string? _sqliteFile;

    private RecordedDatabase(string name, string? sqliteFile)
    {
        _name = name;
        _sqliteFile = sqliteFile;
        Url = sqliteFile is null ? MariaDbServer.Shared.ConnectionUrl(name) : "sqlite:///" + sqliteFile;
    }

    /// <summary>The value of DB_CONNSTRING for the host.</summary>
    public string Url { get; }

    private DatabaseConnection Twin => DatabaseConnection.Parse(MariaDbServer.Shared.ConnectionUrl(_name));

    public static async Task<RecordedDatabase> CreateAsync(DatabaseEngine engine)
    {
        var name = $"budgettest_golden_{Guid.NewGuid():n}";
        await MariaDbServer.Shared.CreateDatabaseAsync(name);
        await LoadDumpAsync(name);
        if (engine == DatabaseEngine.Sqlite)
        {
            await AddOursAsync(name);
        }

        return new RecordedDatabase(name, engine == DatabaseEngine.Sqlite ? Path.Combine(Directory.CreateTempSubdirectory("bbgolden-").FullName, "golden.db") : null);
    }

    /// <summary>Loads the dump.</summary>
    public async Task ResetAsync()
    {
        await LoadDumpAsync(_name);
        if (_sqliteFile is not null)
        {
            await AddOursAsync(_name);
        }

        await TwinToSqliteAsync();
    }

    /// <summary>Makes the rows that upstream inserted or changed stand in the database, in place of the request that would have done it.</summary>
    public async Task ApplyAsync(RecordedRequest record)
    {
        await SqliteToTwinAsync(_ => true);
        await using (var connection = new MySqlConnection(MariaDbServer.Shared.AdoConnectionString(_name)))
        {
            await connection.OpenAsync();
            await RecordedEffect.ApplyAsync(connection, record);
        }

        await TwinToSqliteAsync();
    }

    /// <summary>The rows of each of some queries in MySQL's SQL, every value as the MySQL client would print it.</summary>
    public async Task<IReadOnlyList<IReadOnlyList<IReadOnlyList<string?>>>> QueryAsync(IReadOnlyList<string> queries)
    {
        if (queries.Count == 0)
        {
            return [];
        }

        // Only what is asked for, or the copies would take most of the run's time.
        await SqliteToTwinAsync(table => queries.Any(sql => sql.Contains(table, StringComparison.Ordinal)));
        await using var connection = new MySqlConnection(MariaDbServer.Shared.AdoConnectionString(_name) + ";TreatTinyAsBoolean=false;ConvertZeroDateTime=false");
        await connection.OpenAsync();
        var results = new List<IReadOnlyList<IReadOnlyList<string?>>>();
        foreach (var sql in queries)
        {
            results.Add(await QueryAsync(connection, sql));
        }

        return results;
    }

    public async ValueTask DisposeAsync()
    {
        await MariaDbServer.Shared.DropDatabaseAsync(_name);
        if (_sqliteFile is not null)
        {
            Directory.Delete(Path.GetDirectoryName(_sqliteFile)!, recursive: true);
        }
    }

    private static Task LoadDumpAsync(string name) => MariaDbServer.Shared.LoadAsync(name, TestData.Fixture("peer-sampledata.sql"));

    // The twin of a SQLite file has no host that would add to it what upstream does not know; a host on MySQL does so itself, also under way.
    private static async Task AddOursAsync(string name) =>
        await new DatabaseInitializer(DatabaseConnection.Parse(MariaDbServer.Shared.ConnectionUrl(name)), NullLogger.Instance, TimeProvider.System).InitializeAsync();

    private static async Task<IReadOnlyList<IReadOnlyList<string?>>> QueryAsync(MySqlConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<IReadOnlyList<string?>>();
        while (await reader.ReadAsync())
        {
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(i => AsText(reader, i))]);
        }

        return rows;
    }

    private static string? AsText(MySqlDataReader reader, int column) => reader.GetValue(column) switch
    {
        DBNull => null,
        DateTime when reader.GetDataTypeName(column) == "DATE" => reader.GetDateTime(column).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime time => time.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        var value => Convert.ToString(value, CultureInfo.InvariantCulture),
    };

    private async Task TwinToSqliteAsync()
    {
        if (_sqliteFile is not null)
        {
            await DatabaseCopy.CopyAsync(Twin, DatabaseConnection.Parse(Url));
        }
    }

    private async Task SqliteToTwinAsync(Func<string, bool> isWanted)
    {
        if (_sqliteFile is not null)
        {
            await DatabaseCopy.CopyAsync(DatabaseConnection.Parse(Url), Twin, isWanted);
        }
    }
}
