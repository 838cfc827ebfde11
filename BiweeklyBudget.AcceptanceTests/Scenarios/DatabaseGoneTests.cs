using System.Net;
using BiweeklyBudget.AcceptanceTests.Fixtures;
using BiweeklyBudget.TestSupport;

namespace BiweeklyBudget.AcceptanceTests.Scenarios;

public sealed class DatabaseGoneTests
{
    [Fact]
    public async Task While_the_database_is_gone_pages_say_so_and_afterwards_they_are_back()
    {
        const string Name = "budgettest_gone";
        var server = MariaDbServer.Shared;
        await server.CreateDatabaseAsync(Name);
        await server.LoadAsync(Name, TestData.Fixture("peer-sampledata.sql"));
        await using var connection = new CuttableConnection(server.Host, server.Port);
        await using var host = await HostProcess.StartAsync(RecordedSettings.For(UrlThrough(server.ConnectionUrl(Name), connection.Port)));
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
        await host.WaitUntilReadyAsync(TimeSpan.FromSeconds(20));
        Assert.Contains("BankOne", await host.PageAsync("/"), StringComparison.Ordinal);
    }

    private static string UrlThrough(string url, int port)
    {
        var builder = new UriBuilder(url) { Host = "127.0.0.1", Port = port };
        return builder.Uri.AbsoluteUri;
    }

    private static async Task<HttpStatusCode> StatusAsync(HostProcess host, string path)
    {
        using var response = await host.GetAsync(path);
        return response.StatusCode;
    }
}
