using System.Net;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Hosting.Tests.Fixtures;
using BiweeklyBudget.TestSupport;

namespace BiweeklyBudget.Hosting.Tests.Security;

public sealed class SecurityTests(ReadOnlyHosts hosts) : IClassFixture<ReadOnlyHosts>
{
    [Theory]
    [InlineData("/")]
    [InlineData("/payperiods")]
    [InlineData("/nonexistent")]
    [InlineData("/utils/datetest.js")]
    public async Task Every_answer_carries_the_security_headers(string path)
    {
        using var response = await (await HostAsync()).GetAsync(path);

        ProtectedAnswer.Check(response);
    }

    [Theory]
    [InlineData("evil.example", HttpStatusCode.BadRequest)]
    [InlineData("localhost", HttpStatusCode.OK)]
    public async Task Only_the_hosts_own_names_are_answered(string name, HttpStatusCode expected)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/payperiods");
        request.Headers.Host = name;
        using var response = await (await HostAsync()).Client.SendAsync(request);

        Assert.Equal(expected, response.StatusCode);
    }

    [Theory]
    [InlineData("", "evil.example", HttpStatusCode.BadRequest)]
    [InlineData(" ", "evil.example", HttpStatusCode.BadRequest)]
    [InlineData(" ; ", "evil.example", HttpStatusCode.BadRequest)]
    [InlineData("", "localhost", HttpStatusCode.OK)]
    [InlineData(" ", "127.0.0.1", HttpStatusCode.OK)]
    [InlineData("money.example; other.example", "other.example", HttpStatusCode.OK)]
    [InlineData("money.example; other.example", "localhost", HttpStatusCode.BadRequest)]
    [InlineData("*", "evil.example", HttpStatusCode.OK)]
    public async Task A_setting_that_names_no_host_means_the_hosts_own_names(string allowed, string name, HttpStatusCode expected)
    {
        await using var database = await TestDatabase.EmptyAsync(DatabaseEngine.Sqlite);
        await using var host = await InProcessHost.StartAsync(new Dictionary<string, string?>(RecordedSettings.For(database.Url)) { ["AllowedHosts"] = allowed });
        using var request = new HttpRequestMessage(HttpMethod.Get, "/healthz/ready");
        request.Headers.Host = name;
        using var response = await host.Client.SendAsync(request);

        Assert.Equal(expected, response.StatusCode);
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Origin", "http://evil.example")]
    public async Task A_post_from_another_sites_page_is_refused(string header, string value)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/welcome") { Content = new FormUrlEncodedContent([KeyValuePair.Create("payday", "2017-07-21")]) };
        request.Headers.Add(header, value);
        using var response = await (await HostAsync()).Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    private Task<InProcessHost> HostAsync() => hosts.OnAsync(DatabaseEngine.Sqlite, Household.Sample);
}
