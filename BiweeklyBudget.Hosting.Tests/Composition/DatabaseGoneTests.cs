using System.Diagnostics;
using System.Net;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Hosting.Tests.Fixtures;
using BiweeklyBudget.TestSupport;

namespace BiweeklyBudget.Hosting.Tests.Composition;

public sealed class DatabaseGoneTests
{
    [Fact]
    public async Task While_the_database_is_gone_pages_say_so_and_afterwards_they_are_back()
    {
        await using var database = await TestDatabase.WithSampleDataAsync(DatabaseEngine.MySql);
        await using var connection = new CuttableConnection(MariaDbServer.Shared.Host, MariaDbServer.Shared.Port);
        await using var host = await InProcessHost.StartAsync(RecordedSettings.For(UrlThrough(database.Url, connection.Port)));
        Assert.Contains("BankOne", await host.PageAsync("/"), StringComparison.Ordinal);

        connection.Cut();
        using (var page = await host.GetAsync("/"))
        {
            var body = await page.Content.ReadAsStringAsync();
            Assert.Equal(HttpStatusCode.ServiceUnavailable, page.StatusCode);
            Assert.Equal("text/html", page.Content.Headers.ContentType?.MediaType);
            Assert.DoesNotContain("Exception", body, StringComparison.Ordinal);
            Assert.DoesNotContain("budgetTester", body, StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.ServiceUnavailable, await StatusAsync(host, "/healthz/ready"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(host, "/healthz/live"));

        connection.Mend();
        await WaitUntilReadyAsync(host);
        Assert.Contains("BankOne", await host.PageAsync("/"), StringComparison.Ordinal);
    }

    private static async Task WaitUntilReadyAsync(InProcessHost host)
    {
        var watch = Stopwatch.StartNew();
        while (await StatusAsync(host, "/healthz/ready") != HttpStatusCode.OK)
        {
            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), string.Join('\n', host.Errors));
            await Task.Delay(20);
        }
    }

    private static string UrlThrough(string url, int port)
    {
        var builder = new UriBuilder(url) { Host = "127.0.0.1", Port = port };
        return builder.Uri.AbsoluteUri;
    }

    private static async Task<HttpStatusCode> StatusAsync(InProcessHost host, string path)
    {
        using var response = await host.GetAsync(path);
        return response.StatusCode;
    }
}
