using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.TestSupport;

namespace BiweeklyBudget.Hosting.Tests.Fixtures;

/// <summary>A host that nobody has told when payday is, for tests that do not tell it either.</summary>
public sealed class UnansweredHost : IAsyncLifetime
{
    private TestDatabase? _database;
    private InProcessHost? _host;

    internal InProcessHost Host => _host ?? throw new InvalidOperationException("The host did not start.");

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.EmptyAsync(DatabaseEngine.Sqlite);
        _host = await StartAsync(_database);
    }

    public async Task DisposeAsync()
    {
        if (_host is not null)
        {
            await _host.DisposeAsync();
        }

        if (_database is not null)
        {
            await _database.DisposeAsync();
        }
    }

    /// <summary>Another one, over a database of the test's own.</summary>
    internal static Task<InProcessHost> StartAsync(TestDatabase database)
    {
        var settings = RecordedSettings.For(database.Url);
        settings.Remove("PAY_PERIOD_START_DATE");
        settings.Remove("RECONCILE_BEGIN_DATE");
        return InProcessHost.StartAsync(settings);
    }
}
