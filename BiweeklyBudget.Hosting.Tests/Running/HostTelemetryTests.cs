using System.Diagnostics;
using System.Text;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Hosting.Tests.Fixtures;
using BiweeklyBudget.TestSupport;

namespace BiweeklyBudget.Hosting.Tests.Running;

/// <summary>What a collector is told of the program, and what it is not.</summary>
public sealed class HostTelemetryTests
{
    private const string Named = "Frobnicated lunch";

    [Theory]
    [InlineData(DatabaseEngine.Sqlite, "sqlite")]
    [InlineData(DatabaseEngine.MySql, "mysql")]
    public async Task A_collector_hears_of_requests_statements_and_imports_and_of_nothing_that_was_typed(DatabaseEngine engine, string system)
    {
        // What another test measures and does not record would be this test's parent.
        Activity.Current = null;
        await using var collector = await Collector.StartAsync();
        await using (var database = await TestDatabase.WithSampleDataAsync(engine))
        await using (var host = await InProcessHost.StartAsync(Settings(database, collector.Address)))
        {
            await host.PageAsync("/ajax/budget/1?secret=hunter2");
            await host.PageAsync("/ajax/ofx/1/BankOne.0.1");
            using var form = new StringContent($$$"""{"date":"2017-07-28","amount":"7654.32","description":"{{{Named}}}","account":"1","budgets":{"1":"7654.32"}}""", Encoding.UTF8, "application/json");
            using var saved = await host.Client.PostAsync(new Uri("/forms/transaction", UriKind.Relative), form);
            Assert.Contains("Successfully saved", await saved.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            using var file = new StringContent($$"""{"acct_id":1,"filename":"{{Named}}.ofx","mtime":null,"ofx":"{{Convert.ToBase64String(Encoding.UTF8.GetBytes(StatementText.Checking("1111", "NEW1 -45.67 One")))}}"}""", Encoding.UTF8, "application/json");
            using var imported = await host.Client.PostAsync(new Uri("/api/ofx/statement", UriKind.Relative), file);
            Assert.Equal(201, (int)imported.StatusCode);
        }

        // The program has ended, and has told everything.
        var (metrics, traces) = (collector.Of("metrics"), collector.Of("traces"));
        Assert.All(
            ["http.server.request.duration", "biweeklybudget.route", "/ajax/budget/{id}", "db.client.operation.duration", "db.system.name", system, "SELECT", "INSERT", "biweeklybudget.import.transactions", "dotnet.gc.collections", "my-budget"],
            name => Assert.Contains(name, metrics, StringComparison.Ordinal));
        Assert.All(
            ["GET /ajax/budget/{id}", "POST /forms/transaction", "/ajax/ofx/{account}/{**fitid}", "db.operation.name", "SELECT", system, "my-budget"],
            name => Assert.Contains(name, traces, StringComparison.Ordinal));
        Assert.All(
            [Named, "7654", "hunter2", "BankOne.0.1", "FROM ", "1111", "Periodic1"],
            secret => Assert.DoesNotContain(secret, metrics + traces, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_a_collector_nothing_is_measured()
    {
        await using var collector = await Collector.StartAsync();
        await using (var database = await TestDatabase.WithSampleDataAsync(DatabaseEngine.Sqlite))
        await using (var host = await InProcessHost.StartAsync(RecordedSettings.For(database.Url)))
        {
            await host.PageAsync("/ajax/budget/1");
            Assert.Null(host.Services.GetService(typeof(OpenTelemetry.Metrics.MeterProvider)));
            Assert.Null(host.Services.GetService(typeof(OpenTelemetry.Trace.TracerProvider)));
        }

        Assert.Equal("", collector.Of("metrics") + collector.Of("traces"));
    }

    private static Dictionary<string, string?> Settings(TestDatabase database, string collector) => new(RecordedSettings.For(database.Url))
    {
        ["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector,
        ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
        ["OTEL_SERVICE_NAME"] = "my-budget",
    };
}
