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
        // A host that was done before it could be killed shows nothing: another try.
        for (var tries = 1; ; tries++)
        {
            await using var database = await TestDatabase.EmptyAsync(engine);
            if (await IsKilledWhileCreatingAsync(database))
            {
                await using var next = Launch(database);
                await next.WaitUntilReadyAsync(Limit);

                await AssertMigratedOnceAsync(database);
                Assert.Contains("Pay Periods", await next.PageAsync("/payperiods"), StringComparison.Ordinal);
                return;
            }

            Assert.True(tries < 10, "No host could be killed in the middle.");
        }
    }

    private static HostProcess Launch(TestDatabase database) => HostProcess.Launch(Checkout.HostAssembly, RecordedSettings.For(database.Url));

    /// <summary>Kills a host as soon as it has begun to write, which is before it is done, as a rule.</summary>
    private static async Task<bool> IsKilledWhileCreatingAsync(TestDatabase database)
    {
        await using var context = database.CreateContext();
        if (database.Engine == DatabaseEngine.MySql)
        {
            // Kept open, so that looking is quick.
            await context.Database.OpenConnectionAsync();
        }

        await using var first = Launch(database);
        var watch = Stopwatch.StartNew();
        while (!await HasBegunAsync(database, context))
        {
            Assert.False(first.HasExited, first.Output);
            Assert.True(watch.Elapsed < Limit, $"The host created nothing:\n{first.Output}");
            await Task.Delay(1);
        }

        await first.KillAsync();
        return !first.Output.Contains("Created the database", StringComparison.Ordinal);
    }

    private static async Task<bool> HasBegunAsync(TestDatabase database, BudgetDbContext context) => database.Engine == DatabaseEngine.Sqlite
        ? File.Exists(database.Url["sqlite:///".Length..])
        : await context.Database.SqlQueryRaw<int>("SELECT CAST(COUNT(*) AS SIGNED) AS Value FROM information_schema.tables WHERE table_schema = DATABASE()").SingleAsync() > 3;

    private static async Task AssertMigratedOnceAsync(TestDatabase database)
    {
        await using var context = database.CreateContext();
        Assert.Empty(await context.Database.GetPendingMigrationsAsync());
        Assert.Distinct(await context.Database.GetAppliedMigrationsAsync());
        Assert.Equal(0, await context.Accounts.CountAsync());
    }
}
