using BiweeklyBudget.Core;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Connections;
using BiweeklyBudget.Hosting.Tests.Fixtures;
using BiweeklyBudget.TestSupport;
using Microsoft.Extensions.DependencyInjection;

namespace BiweeklyBudget.Hosting.Tests.Composition;

/// <summary>How many SQL statements a page takes is a constant, whatever is in the database (design.md, Storage). A class for each engine, so that they run at once.</summary>
public abstract class StatementCountTests(DatabaseEngine engine)
{
    private const string Table = "draw=1&start=0&length=25&columns[0][data]=amount&columns[1][data]=description&order[0][column]=0&order[0][dir]=desc&order[1][column]=1";

    private static readonly string[] Pages =
    [
        "/", "/payperiods", "/payperiod/2017-07-21", "/accounts", "/budgets", "/transactions", "/accounts/1/transactions", "/budgets/1/transactions", "/scheduled", "/ofx", "/projects", "/projects?sort=-total_cost", "/ajax/projects?draw=1&start=0&length=25&columns[0][data]=remaining_cost&order[0][column]=0", "/projects.csv",
        "/ajax/transactions?" + Table, "/ajax/transactions?" + Table + "&search[value]=acme&columns[3][search][value]=1&columns[4][search][value]=2", "/ajax/scheduled?" + Table, "/ajax/scheduled?" + Table + "&search[value]=sched",
        "/ajax/transactions/1", "/ajax/scheduled/1", "/ajax/account/1", "/ajax/budget/1",
        "/ajax/chart-data/account-balances", "/ajax/chart-data/budget-spending/by-pay-period", "/ajax/chart-data/budget-spending/by-month", "/transactions.csv", "/scheduled.csv",
        "/fuel", "/ajax/fuelLog?" + Table.Replace("amount", "date", StringComparison.Ordinal).Replace("description", "vehicle", StringComparison.Ordinal), "/ajax/chart-data/fuel-economy", "/ajax/chart-data/fuel-prices", "/fuel.csv", "/ajax/find?q=Market", "/dialogs/find",
    ];

    [Fact]
    public async Task Pages_take_as_many_statements_with_100_000_transactions_as_with_the_sample_data()
    {
        var sample = await CountAsync(Household.Sample, _ => Task.CompletedTask);
        var large = await CountAsync(Household.Empty, database => LargeHistory.WriteAsync(database));

        // Charts are kept until something is saved.
        Assert.All(sample, page => Assert.InRange(page.Value, page.Key.Contains("/chart-data/", StringComparison.Ordinal) ? 0 : 1, 30));
        Assert.All(Pages, page => Assert.Equal((page, sample[page]), (page, large[page])));
    }

    private async Task<Dictionary<string, int>> CountAsync(Household household, Func<DatabaseConnection, Task> fill)
    {
        var counter = new StatementCounter();
        await using var host = await InProcessHost.StartAsync(engine, household, builder =>
            builder.Services.Configure<BudgetEngineOptions>(options => options.ConfigureContext = context => counter.Attach(context)));
        await fill(host.Database);

        await KeepsAsync(host, counter);
        var counts = new Dictionary<string, int>();
        foreach (var page in Pages)
        {
            await host.PageAsync(page);
            counts[page] = await counter.CountAsync(() => host.PageAsync(page));

            // SQLite tells by the file beside the database, which goes with the last connection of a pool: then, too, once more, and the next request is as all others.
            for (var tries = 0; tries < 3 && IsReadAnew(counter); tries++)
            {
                counts[page] = await counter.CountAsync(() => host.PageAsync(page));
            }
        }

        return counts;
    }

    /// <summary>Waits until what was read is kept. MySQL tells the second of a write: in that very second, it is read once more.</summary>
    internal static async Task KeepsAsync(InProcessHost host, StatementCounter counter)
    {
        while (await counter.CountAsync(() => host.PageAsync("/")) > 0 && IsReadAnew(counter))
        {
        }
    }

    private static bool IsReadAnew(StatementCounter counter) => counter.Statements.Any(statement => statement.Contains("bb_changes", StringComparison.Ordinal));
}
