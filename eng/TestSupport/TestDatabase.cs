using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Connections;
using Microsoft.EntityFrameworkCore;
using MySqlConnector;

namespace BiweeklyBudget.TestSupport;

/// <summary>A database of one test's own, on either engine, dropped at the end.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private readonly string _name;

    private TestDatabase(DatabaseEngine engine, string name, string url)
    {
        Engine = engine;
        _name = name;
        Url = url;
        Connection = DatabaseConnection.Parse(url);
    }

    public DatabaseEngine Engine { get; }

    /// <summary>The value of DB_CONNSTRING.</summary>
    public string Url { get; }

    internal DatabaseConnection Connection { get; }

    /// <summary>An existing MySQL database without tables, or a SQLite file that does not exist yet.</summary>
    public static async Task<TestDatabase> EmptyAsync(DatabaseEngine engine)
    {
        var name = $"budgettest_{Guid.NewGuid():n}";
        if (engine == DatabaseEngine.Sqlite)
        {
            return new TestDatabase(engine, Path.Combine(Path.GetTempPath(), name + ".db"), "sqlite:///" + Path.Combine(Path.GetTempPath(), name + ".db"));
        }

        await MariaDbServer.Shared.CreateDatabaseAsync(name);
        return new TestDatabase(engine, name, MariaDbServer.Shared.ConnectionUrl(name));
    }

    /// <summary>A database with all tables and no data.</summary>
    public static async Task<TestDatabase> CreatedAsync(DatabaseEngine engine)
    {
        var database = await EmptyAsync(engine);
        await MigratedTables.CreateInAsync(database);
        return database;
    }

    /// <summary>A database with upstream's sample data; on MySQL as upstream left it, for the program to adopt.</summary>
    public static async Task<TestDatabase> WithSampleDataAsync(DatabaseEngine engine)
    {
        var database = await EmptyAsync(engine);
        await SampleData.LoadIntoAsync(database);
        return database;
    }

    internal BudgetDbContext CreateContext(Action<DbContextOptionsBuilder>? configure = null) => Connection.CreateContext(configure);

    public async ValueTask DisposeAsync() => await DropAsync();

    /// <summary>Removes the database itself, or the file and all that lies beside it.</summary>
    public async Task DropAsync()
    {
        await ClearPoolAsync();
        if (Engine == DatabaseEngine.MySql)
        {
            await MariaDbServer.Shared.DropDatabaseAsync(_name);
            return;
        }

        foreach (var file in Directory.EnumerateFiles(Path.GetDirectoryName(_name)!, Path.GetFileName(_name) + "*"))
        {
            File.Delete(file);
        }
    }

    /// <summary>Each database has a pool of its own, and MySQL has room for a few hundred connections only.</summary>
    private async Task ClearPoolAsync()
    {
        if (Engine == DatabaseEngine.Sqlite)
        {
            Connection.Provider.ClosePooled();
            return;
        }

        await using var context = CreateContext();
        await using var ofEngines = Connection.Provider.CreateContextPool(_ => { }).CreateDbContext();
        try
        {
            foreach (var connection in new[] { context, ofEngines }.Select(user => (MySqlConnection)user.Database.GetDbConnection()))
            {
                await connection.OpenAsync();
                await MySqlConnection.ClearPoolAsync(connection);
            }
        }
        catch (MySqlException)
        {
            // The database is absent: then its pool holds nothing that lives.
        }
    }
}
