using System.Globalization;
using BiweeklyBudget.AcceptanceTests.Fixtures;
using BiweeklyBudget.Core.Storage.Connections;
using BiweeklyBudget.TestSupport;
using MySqlConnector;

namespace BiweeklyBudget.AcceptanceTests.Scenarios;

/// <summary>How many SQL statements a page takes is a constant, whatever is in the database (design.md, Storage).</summary>
public sealed class StatementCountTests
{
    private const string Table = "draw=1&start=0&length=25&columns[0][data]=amount&columns[1][data]=description&order[0][column]=0&order[0][dir]=desc&order[1][column]=1";

    private static readonly string[] Pages =
    [
        "/", "/payperiods", "/payperiod/2017-07-21", "/accounts", "/budgets", "/transactions", "/scheduled", "/ofx",
        "/ajax/transactions?" + Table, "/ajax/transactions?" + Table + "&search[value]=acme&columns[3][search][value]=1&columns[4][search][value]=2", "/ajax/scheduled?" + Table, "/ajax/scheduled?" + Table + "&search[value]=sched",
        "/ajax/transactions/1", "/ajax/scheduled/1", "/ajax/account/1", "/ajax/budget/1",
        "/ajax/chart-data/account-balances", "/ajax/chart-data/budget-spending/by-pay-period", "/ajax/chart-data/budget-spending/by-month", "/transactions.csv", "/scheduled.csv",
    ];

    [Fact]
    public async Task Pages_take_as_many_statements_with_100_000_transactions_as_with_the_sample_data()
    {
        var sample = await CountAsync("budgettest_few", url => MariaDbServer.Shared.LoadAsync("budgettest_few", SharedFolder.Fixture("peer-sampledata.sql")));
        var large = await CountAsync("budgettest_many", async url =>
        {
            await MariaDbServer.Shared.LoadAsync("budgettest_many", SharedFolder.Fixture("peer-empty.sql"));
            await LargeHistory.WriteAsync(DatabaseConnection.Parse(url));
        });

        Assert.All(sample.Values, count => Assert.InRange(count, 1, 30));
        Assert.Equal(sample, large);
    }

    private static async Task<Dictionary<string, long>> CountAsync(string name, Func<string, Task> fill)
    {
        var url = MariaDbServer.Shared.ConnectionUrl(name);
        await MariaDbServer.Shared.CreateDatabaseAsync(name);
        await fill(url);
        await using var host = await HostProcess.StartAsync(RecordedSettings.For(url));
        var counts = new Dictionary<string, long>();
        foreach (var page in Pages)
        {
            await host.PageAsync(page);
            var before = await StatementsAsync();
            await host.PageAsync(page);
            counts[page] = await StatementsAsync() - before;
        }

        return counts;
    }

    // Of the whole server, which nobody else uses: acceptance tests run one after the other.
    private static async Task<long> StatementsAsync()
    {
        await using var connection = new MySqlConnection(MariaDbServer.Shared.AdoConnectionString());
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "SHOW GLOBAL STATUS WHERE Variable_name IN ('Com_select', 'Com_insert', 'Com_update', 'Com_delete', 'Com_stmt_execute')";
        await using var reader = await command.ExecuteReaderAsync();
        var sum = 0L;
        while (await reader.ReadAsync())
        {
            sum += long.Parse(reader.GetString(1), CultureInfo.InvariantCulture);
        }

        return sum;
    }
}
