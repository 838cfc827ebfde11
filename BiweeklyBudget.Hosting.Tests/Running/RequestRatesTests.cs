using System.Net;
using BiweeklyBudget.Core.Settings;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Hosting.Running;
using BiweeklyBudget.Hosting.Tests.Fixtures;
using BiweeklyBudget.Hosting.Tests.Security;
using BiweeklyBudget.TestSupport;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BiweeklyBudget.Hosting.Tests.Running;

/// <summary>How much an address may ask for, and what a refusal leaves in the log.</summary>
public sealed class RequestRatesTests : IAsyncLifetime
{
    private TestDatabase _database = null!;

    public async Task InitializeAsync() => _database = await TestDatabase.WithSampleDataAsync(DatabaseEngine.Sqlite);

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task More_requests_than_the_setting_says_are_refused_in_words_with_a_line_in_the_log_and_others_are_not_kept_waiting()
    {
        using var log = new LogLines();
        await using var host = await StartAsync(log, (RequestRates.Setting, "5"), (NamedProxies.Setting, "127.0.0.1"));
        for (var i = 0; i < 5; i++)
        {
            using var answer = await AskAsync(host, "203.0.113.7");
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }

        using var refused = await AskAsync(host, "203.0.113.7");
        Assert.Equal((HttpStatusCode.TooManyRequests, "60"), (refused.StatusCode, refused.Headers.RetryAfter?.ToString()));
        Assert.StartsWith("Too many requests in a minute", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        ProtectedAnswer.Check(refused);
        Assert.Contains(log.All, line => line.Level == LogLevel.Warning && line.Text.StartsWith("GET /healthz/ready from 203.0.113.7 was refused: too many requests", StringComparison.Ordinal));
        using var other = await AskAsync(host, "203.0.113.8");
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
    }

    [Fact]
    public async Task A_network_of_IPv6_is_one_address()
    {
        await using var host = await StartAsync(log: null, (RequestRates.Setting, "1"), (NamedProxies.Setting, "127.0.0.1"));
        using var first = await AskAsync(host, "2001:db8:1:2::1");
        using var second = await AskAsync(host, "2001:db8:1:2:ffff::9");
        using var other = await AskAsync(host, "2001:db8:1:3::1");
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.TooManyRequests, HttpStatusCode.OK), (first.StatusCode, second.StatusCode, other.StatusCode));
    }

    [Theory]
    [InlineData("203.0.113.7", null, 1200)]
    [InlineData("127.0.0.1", null, 1300)]
    [InlineData("203.0.113.7", "off", 1300)]
    [InlineData("127.0.0.1", "100", 100)]
    public async Task This_machines_own_programs_are_counted_only_when_the_setting_says_a_number(string address, string? setting, int answered)
    {
        await using var host = await StartAsync(log: null, (RequestRates.Setting, setting), (NamedProxies.Setting, "127.0.0.1"));
        var count = 0;
        for (var i = 0; i < 1300; i++)
        {
            using var response = await AskAsync(host, address, "/healthz/live");
            count += response.StatusCode == HttpStatusCode.OK ? 1 : 0;
            if (response.StatusCode == HttpStatusCode.TooManyRequests)
            {
                break;
            }
        }

        Assert.Equal(answered, count);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("many")]
    [InlineData("1.5")]
    public async Task A_setting_that_is_no_number_is_refused_at_start(string setting)
    {
        var refused = await Assert.ThrowsAsync<SettingsException>(() => StartAtAsync(setting));
        Assert.StartsWith("ERROR: RATE_LIMIT is neither a number of requests a minute from 1 to", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_earlier_name_of_the_trusted_proxies_counts_and_both_at_once_do_not()
    {
        await using (var host = await StartAsync(log: null, (RequestRates.Setting, "1"), (NamedProxies.EarlierSetting, "127.0.0.1")))
        {
            using var first = await AskAsync(host, "203.0.113.7");
            using var other = await AskAsync(host, "203.0.113.8");
            Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (first.StatusCode, other.StatusCode));
        }

        var refused = Assert.Throws<SettingsException>(() => HostProgram.Create(
            [$"--{NamedProxies.Setting}=127.0.0.1", $"--{NamedProxies.EarlierSetting}=10.0.0.1"],
            HostSettings.Read(new Dictionary<string, string?>(), RecordedSettings.For(_database.Url))));
        Assert.Contains("TRUSTED_PROXIES and FORWARDED_FROM", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_stands_beside_the_pages_carries_the_headers_too()
    {
        await using var host = await StartAsync(log: null, (ServerSettings.PathBase, "/money"));
        using var response = await host.GetAsync("/nothing");
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        ProtectedAnswer.Check(response);
    }

    [Fact]
    public async Task A_request_of_another_site_and_one_for_another_host_leave_a_line_without_what_was_asked_for()
    {
        using var log = new LogLines();
        await using var host = await StartAsync(log);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/forms/budget%0Aname?amount=12.50") { Headers = { { "Origin", "http://evil.example" } }, Content = new StringContent("name=secret") };
        using var response = await host.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        var line = Assert.Single(log.All, entry => entry.Level == LogLevel.Warning);
        Assert.StartsWith("POST /forms/budget%0Aname from 127.0.0.1 was refused: another site's page asked for it (Sec-Fetch-Site \"\", Origin \"http://evil.example\").", line.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("12.50", line.Text, StringComparison.Ordinal);

        // Once, although the page that says so is asked for within.
        using var read = new HttpRequestMessage(HttpMethod.Get, "/accounts") { Headers = { { "Sec-Fetch-Site", "cross-site" }, { "Sec-Fetch-Mode", "no-cors" } } };
        using var refused = await host.Client.SendAsync(read);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Single(log.All, entry => entry.Text.StartsWith("GET /accounts from", StringComparison.Ordinal));
    }

    private static async Task<HttpResponseMessage> AskAsync(InProcessHost host, string address, string path = "/healthz/ready")
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "X-Forwarded-For", address } } };
        return await host.Client.SendAsync(request);
    }

    private async Task StartAtAsync(string limit)
    {
        await using var host = await InProcessHost.StartAsync(new Dictionary<string, string?>(RecordedSettings.For(_database.Url)) { [RequestRates.Setting] = limit }, configure: null, $"--{RequestRates.Setting}={limit}");
    }

    private Task<InProcessHost> StartAsync(LogLines? log, params (string Name, string? Value)[] settings)
    {
        var all = new Dictionary<string, string?>(RecordedSettings.For(_database.Url));
        foreach (var (name, value) in settings)
        {
            all[name] = value;
        }

        return InProcessHost.StartAsync(all, builder =>
        {
            if (log is not null)
            {
                builder.Services.AddSingleton<ILoggerFactory>(_ => new LoggerFactory([log]));
            }
        });
    }
}
