using System.Net.Http.Json;
using BiweeklyBudget.Core;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Hosting.Tests.Fixtures;
using BiweeklyBudget.TestSupport;
using Microsoft.Extensions.DependencyInjection;

namespace BiweeklyBudget.Hosting.Tests.Composition;

/// <summary>A request opens one connection to the database, whatever it reads and saves, and gives it back.</summary>
public sealed class ConnectionCountTests
{
    // One state of the database is begun and let go, and it is asked whether somebody has written since what is kept was read. On MySQL a new session is set up first.
    private const int MostStatementsOfOurs = 4;

    [Theory]
    [InlineData(DatabaseEngine.Sqlite)]
    [InlineData(DatabaseEngine.MySql)]
    public async Task What_is_read_needs_one_connection_and_few_statements_besides_the_queries(DatabaseEngine engine)
    {
        var opened = new OpenedConnections();
        var counter = new StatementCounter();
        await using var host = await StartAsync(engine, opened, counter);
        using var trace = new MySqlTrace();
        foreach (var path in Addresses.All.Select(address => address.Path))
        {
            var (before, closed) = (opened.Count, opened.Closed);
            counter.Reset();
            var statements = await trace.CountAsync(async () =>
            {
                (await host.GetAsync(path)).Dispose();
                await GivenBackAsync(() => opened.Closed - closed >= opened.Count - before);
            });
            Assert.True(opened.Count - before <= 1, $"{path} opened {opened.Count - before} connections.");
            Assert.True(opened.Count > before || counter.Count == 0, $"{path} asked without a connection of its own.");
            Assert.True(statements - counter.Count <= MostStatementsOfOurs, $"{path} needs {statements} statements for {counter.Count} queries.");
        }
    }

    [Theory]
    [InlineData(DatabaseEngine.Sqlite)]
    [InlineData(DatabaseEngine.MySql)]
    public async Task What_is_saved_refused_or_wrong_needs_one_connection(DatabaseEngine engine)
    {
        var opened = new OpenedConnections();
        await using var host = await StartAsync(engine, opened, new StatementCounter());
        foreach (var form in new object[]
        {
            new { name = "One connection", is_periodic = true, starting_balance = "5" },
            new { name = "One connection", is_periodic = true, starting_balance = "5" },
            new { id = 4_711, name = "Unknown", is_periodic = true, starting_balance = "5" },
            new { name = "Periodic1", is_periodic = true, starting_balance = "much" },
        })
        {
            var (before, closed) = (opened.Count, opened.Closed);
            (await host.Client.PostAsJsonAsync(new Uri("/forms/budget", UriKind.Relative), form)).Dispose();
            await GivenBackAsync(() => opened.Closed - closed >= opened.Count - before);
            Assert.Equal(1, opened.Count - before);
        }
    }

    /// <summary>The answer may be there before the request has ended.</summary>
    private static async Task GivenBackAsync(Func<bool> isGivenBack)
    {
        for (var tries = 0; !isGivenBack(); tries++)
        {
            Assert.True(tries < 1000, "A connection was not given back.");
            await Task.Delay(10);
        }
    }

    private static Task<InProcessHost> StartAsync(DatabaseEngine engine, OpenedConnections opened, StatementCounter counter) => InProcessHost.StartAsync(
        engine, Household.Sample, builder => builder.Services.Configure<BudgetEngineOptions>(options => options.ConfigureContext = context =>
        {
            context.AddInterceptors(opened);
            counter.Attach(context);
        }));
}
