namespace BiweeklyBudget.AcceptanceTests.Fixtures;

/// <summary>
/// What the tests of one class share: a lane, which is theirs alone as long as they run. Classes run side by side, the tests
/// of a class one after the other.
/// </summary>
public sealed class AcceptanceFixture : IAsyncLifetime
{
    private Lane? _lane;

    internal BudgetTestDatabase Database => Lane.Database;

    internal HostProcess Host => Lane.Host;

    internal Lane Lane => _lane ?? throw new InvalidOperationException("The fixture is not initialised.");

    public async Task InitializeAsync() => _lane = await Lane.RentAsync();

    public async Task DisposeAsync()
    {
        if (_lane is { } lane)
        {
            await lane.GiveBackAsync();
        }
    }
}
