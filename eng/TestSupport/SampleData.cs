using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Initialization;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace BiweeklyBudget.TestSupport;

/// <summary>
/// Upstream's sample data. It comes as a dump of MySQL: each test's database is loaded from it there, and on SQLite it is a copy of
/// one file that is made of it once a run.
/// </summary>
internal static class SampleData
{
    private static readonly Lazy<Task<string>> SqliteFile = new(MakeSqliteFileAsync);

    /// <summary>Fills a database that was just made: one without tables, or a file that does not exist.</summary>
    public static async Task LoadIntoAsync(TestDatabase database)
    {
        if (database.Engine == DatabaseEngine.MySql)
        {
            await LoadDumpAsync(database);
            return;
        }

        await using var source = new SqliteConnection(ConnectionString(await SqliteFile.Value));
        await using var target = new SqliteConnection(ConnectionString(database.Connection.Description));
        await source.OpenAsync();
        await target.OpenAsync();
        source.BackupDatabase(target);
    }

    private static async Task<string> MakeSqliteFileAsync()
    {
        await using var dump = await TestDatabase.EmptyAsync(DatabaseEngine.MySql);
        await LoadDumpAsync(dump);

        // Tables and columns that upstream does not have are added here.
        await new DatabaseInitializer(dump.Connection, NullLogger.Instance, TimeProvider.System).InitializeAsync();
        var template = await TestDatabase.CreatedAsync(DatabaseEngine.Sqlite);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => template.DropAsync().GetAwaiter().GetResult();
        await DatabaseCopy.CopyAsync(dump.Connection, template.Connection);
        return template.Connection.Description;
    }

    // The description of a MySQL database is its host and its name.
    private static Task LoadDumpAsync(TestDatabase database) =>
        MariaDbServer.Shared.LoadAsync(database.Connection.Description.Split('/')[^1], TestData.Fixture("peer-sampledata.sql"));

    private static string ConnectionString(string file) => new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ConnectionString;
}
