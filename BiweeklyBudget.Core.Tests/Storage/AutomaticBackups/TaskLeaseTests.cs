using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.TestSupport;
using Microsoft.Extensions.Time.Testing;

namespace BiweeklyBudget.Core.Tests.Storage.AutomaticBackups;

public sealed class TaskLeaseTests
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2017, 7, 28, 6, 24, 44, 900, TimeSpan.Zero));

    [Theory]
    [OnBothEngines]
    public async Task Of_eight_who_ask_at_once_one_gets_it_first_and_every_time_after(DatabaseEngine engine)
    {
        await using var database = await TestDatabase.CreatedAsync(engine);
        for (var round = 0; round < 5; round++)
        {
            var taken = await Task.WhenAll(Enumerable.Range(0, 8).Select(host => Task.Run(() => TryTakeAsync(database, Lease($"host {host}")))));
            Assert.Equal(1, taken.Count(isTaken => isTaken));
            _time.Advance(TimeSpan.FromHours(1));
        }
    }

    [Theory]
    [OnBothEngines]
    public async Task Who_dies_loses_it_when_its_time_is_over_and_not_before(DatabaseEngine engine)
    {
        await using var database = await TestDatabase.CreatedAsync(engine);
        Assert.True(await TryTakeAsync(database, Lease("dead")));
        _time.Advance(TimeSpan.FromMinutes(59));
        Assert.False(await TryTakeAsync(database, Lease("other")));
        _time.Advance(TimeSpan.FromMinutes(1));
        Assert.True(await TryTakeAsync(database, Lease("other")));
    }

    [Theory]
    [OnBothEngines]
    public async Task It_is_given_back_by_its_holder_alone(DatabaseEngine engine)
    {
        await using var database = await TestDatabase.CreatedAsync(engine);
        await using var context = database.CreateContext();
        Assert.True(await TryTakeAsync(database, Lease("one")));
        await Lease("other").GiveBackAsync(context, default);
        Assert.False(await TryTakeAsync(database, Lease("other")));
        await Lease("one").GiveBackAsync(context, default);
        Assert.True(await TryTakeAsync(database, Lease("other")));
    }

    [Theory]
    [OnBothEngines]
    public async Task Tasks_of_other_names_do_not_matter(DatabaseEngine engine)
    {
        await using var database = await TestDatabase.CreatedAsync(engine);
        Assert.True(await TryTakeAsync(database, Lease("one")));
        Assert.True(await TryTakeAsync(database, new TaskLease("another task", "other", TimeSpan.FromHours(1), _time)));
    }

    private static async Task<bool> TryTakeAsync(TestDatabase database, TaskLease lease)
    {
        await using var context = database.CreateContext();
        return await lease.TryTakeAsync(context, default);
    }

    private TaskLease Lease(string holder) => new("a task", holder, TimeSpan.FromHours(1), _time);
}
