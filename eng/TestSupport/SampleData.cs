using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Initialization;
using Microsoft.Extensions.Logging.Abstractions;

namespace BiweeklyBudget.TestSupport;

/// <summary>
/// Upstream's sample data. It comes as a dump of MySQL: each test's database is loaded from it there, and on SQLite it is a copy of
/// one file that is made of it once a run.
/// </summary>
internal static class SampleData
{
    private static readonly Lazy<Task<TestDatabase>> Sqlite = new(MakeSqliteAsync);

    /// <summary>Fills a database that was just made: one without tables, or a file that does not exist.</summary>
    public static async Task LoadIntoAsync(TestDatabase database)
    {
        if (database.Engine == DatabaseEngine.MySql)
        {
            await LoadDumpAsync(database);
            return;
        }

        await MigratedTables.CopyFileAsync(await Sqlite.Value, database);
    }

    private static async Task<TestDatabase> MakeSqliteAsync()
    {
        await using var dump = await TestDatabase.EmptyAsync(DatabaseEngine.MySql);
        await LoadDumpAsync(dump);

        // Tables and columns that upstream does not have are added here.
        await new DatabaseInitializer(dump.Connection, NullLogger.Instance, TimeProvider.System).InitializeAsync();
        var template = await TestDatabase.CreatedAsync(DatabaseEngine.Sqlite);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => template.DropAsync().GetAwaiter().GetResult();
        await DatabaseCopy.CopyAsync(dump.Connection, template.Connection);
        return template;
    }

    private static Task LoadDumpAsync(TestDatabase database) => MariaDbServer.Shared.LoadAsync(MigratedTables.NameOf(database), TestData.Fixture("peer-sampledata.sql"));
}
