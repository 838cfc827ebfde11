using BiweeklyBudget.TestSupport;

namespace BiweeklyBudget.AcceptanceTests.Fixtures;

/// <summary>What the tests of one run share: the database <c>budgettest</c>, a host over it with the recorded settings, a browser.</summary>
public sealed class AcceptanceFixture : IAsyncLifetime
{
    private HostProcess? _host;
    private TestBrowser? _browser;

    internal BudgetTestDatabase Database { get; } = new();

    internal HostProcess Host => _host ?? throw new InvalidOperationException("The host did not start.");

    internal TestBrowser Browser => _browser ?? throw new InvalidOperationException("The browser did not start.");

    public async Task InitializeAsync()
    {
        await Database.CreateAsync();
        _host = await HostProcess.StartAsync(RecordedSettings.For(Database.Url));
        _browser = await TestBrowser.LaunchAsync();
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        if (_host is not null)
        {
            await _host.DisposeAsync();
        }
    }
}
