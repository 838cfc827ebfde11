using BiweeklyBudget.Core.Storage;

namespace BiweeklyBudget.Hosting.Tests.Fixtures;

/// <summary>One host for each engine and household, for the tests of a class that change nothing.</summary>
public sealed class ReadOnlyHosts : IAsyncLifetime
{
    private readonly Dictionary<(DatabaseEngine, Household), InProcessHost> _hosts = [];

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        foreach (var host in _hosts.Values)
        {
            await host.DisposeAsync();
        }
    }

    internal async Task<InProcessHost> OnAsync(DatabaseEngine engine, Household household)
    {
        if (!_hosts.TryGetValue((engine, household), out var host))
        {
            _hosts[(engine, household)] = host = await InProcessHost.StartAsync(engine, household);
        }

        return host;
    }
}
