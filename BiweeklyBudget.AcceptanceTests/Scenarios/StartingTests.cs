using System.Diagnostics;
using BiweeklyBudget.AcceptanceTests.Fixtures;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.TestSupport;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.AcceptanceTests.Scenarios;

/// <summary>Hosts that start at once, or after one that was killed, on a database that does not exist yet.</summary>
public sealed class StartingTests
{
    private const int Hosts = 8;

    // Not a measure of speed: without it a host that waits for ever would never be found.
    private static readonly TimeSpan Limit = HostProcess.StartLimit * 5;

    [Theory]
    [InlineData(DatabaseEngine.MySql)]
    [InlineData(DatabaseEngine.Sqlite)]
    public async Task Eight_hosts_started_at_once_on_nothing_all_serve_after_one_migration(DatabaseEngine engine)
    {
        await using var database = await TestDatabase.EmptyAsync(engine);
        HostProcess[] hosts = [.. Enumerable.Range(0, Hosts).Select(_ => Launch(database))];
        try
        {
            await Task.WhenAll(hosts.Select(h => h.WaitUntilReadyAsync(Limit)));

            Assert.Single(hosts, h => h.Output.Contains("Created the database", StringComparison.Ordinal));
            Assert.Equal(Hosts - 1, hosts.Count(h => h.Output.Contains("nothing was to do", StringComparison.Ordinal)));
            await AssertMigratedOnceAsync(database);
            foreach (var host in hosts)
            {
                Assert.Contains("Pay Periods", await host.PageAsync("/payperiods"), StringComparison.Ordinal);
            }
        }
        finally
        {
            await Task.WhenAll(hosts.Select(h => h.DisposeAsync().AsTask()));
        }
    }

    [Theory]
    [InlineData(DatabaseEngine.MySql)]
    [InlineData(DatabaseEngine.Sqlite)]
    public async Task A_host_killed_while_it_creates_the_database_does_not_keep_the_next_from_serving(DatabaseEngine engine)
    {
        await using var database = await TestDatabase.EmptyAsync(engine);
        await KillWhileCreatingAsync(database);

        await using var next = Launch(database);
        await next.WaitUntilReadyAsync(Limit);

        await AssertMigratedOnceAsync(database);
        Assert.Contains("Pay Periods", await next.PageAsync("/payperiods"), StringComparison.Ordinal);
    }

    private static HostProcess Launch(TestDatabase database) => HostProcess.Launch(Checkout.HostAssembly, RecordedSettings.For(database.Url));

    /// <summary>Kills a host as soon as it has begun to write, which is well before it is done.</summary>
    private static async Task KillWhileCreatingAsync(TestDatabase database)
    {
        await using var first = Launch(database);
        var watch = Stopwatch.StartNew();
        while (!await HasBegunAsync(database))
        {
            Assert.False(first.HasExited, first.Output);
            Assert.True(watch.Elapsed < Limit, $"The host created nothing:\n{first.Output}");
            await Task.Delay(1);
        }

        await first.KillAsync();
        Assert.DoesNotContain("Created the database", first.Output, StringComparison.Ordinal);
    }

    private static async Task<bool> HasBegunAsync(TestDatabase database)
    {
        if (database.Engine == DatabaseEngine.Sqlite)
        {
            return File.Exists(database.Url["sqlite:///".Length..]);
        }

        await using var context = database.CreateContext();
        return await context.Database.SqlQueryRaw<int>("SELECT CAST(COUNT(*) AS SIGNED) AS Value FROM information_schema.tables WHERE table_schema = DATABASE()").SingleAsync() > 3;
    }

    private static async Task AssertMigratedOnceAsync(TestDatabase database)
    {
        await using var context = database.CreateContext();
        Assert.Empty(await context.Database.GetPendingMigrationsAsync());
        Assert.Distinct(await context.Database.GetAppliedMigrationsAsync());
        Assert.Equal(0, await context.Accounts.CountAsync());
    }
}
