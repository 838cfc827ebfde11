using System.Net;
using System.Net.Sockets;
using System.Text;
using BiweeklyBudget.Core;
using BiweeklyBudget.Core.Settings;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Hosting.Running;
using BiweeklyBudget.Hosting.Tests.Fixtures;
using BiweeklyBudget.TestSupport;
using Microsoft.Extensions.DependencyInjection;

namespace BiweeklyBudget.Hosting.Tests.Running;

public sealed class NamedProxiesTests
{
    private const string Name = "money.example.org";

    // A browser without Sec-Fetch-Site is believed by Origin, which is https here: right only when the proxy's word counts that it was called so.
    [Theory]
    [InlineData("127.0.0.1", HttpStatusCode.OK)]
    [InlineData("10.1.2.3; 127.0.0.0/8", HttpStatusCode.OK)]
    [InlineData("", HttpStatusCode.Forbidden)]
    [InlineData("10.1.2.3;192.168.0.0/16", HttpStatusCode.Forbidden)]
    [InlineData("unix", HttpStatusCode.Forbidden)]
    public async Task Whether_it_was_HTTPS_is_believed_of_named_proxies_only(string named, HttpStatusCode expected)
    {
        await using var database = await TestDatabase.WithSampleDataAsync(DatabaseEngine.Sqlite);
        var settings = RecordedSettings.For(database.Url);
        settings["AllowedHosts"] = Name;
        settings[NamedProxies.Setting] = named;
        await using var host = await InProcessHost.StartAsync(settings);

        using var response = await host.Client.SendAsync(Forwarded());

        Assert.Equal(expected, response.StatusCode);
    }

    [Fact]
    public async Task The_word_of_whoever_may_open_the_Unix_socket_counts_when_he_is_named()
    {
        var folder = Directory.CreateTempSubdirectory("bbsocket-");
        var socket = Path.Combine(folder.FullName, "http.sock");
        await using var database = await TestDatabase.WithSampleDataAsync(DatabaseEngine.Sqlite);
        await using (var app = HostProgram.Create(
            [$"--urls=http://unix:{socket}", $"--{NamedProxies.Setting}=unix", $"--AllowedHosts={Name}", $"--applicationName={typeof(BiweeklyBudgetApp).Assembly.GetName().Name}"],
            HostSettings.Read(new Dictionary<string, string?>(), RecordedSettings.For(database.Url))))
        {
            await app.Services.GetRequiredService<BudgetEngine>().InitializeAsync();
            await app.StartAsync();
            using var client = new HttpClient(new SocketsHttpHandler
            {
                ConnectCallback = async (_, cancellation) =>
                {
                    var connection = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
                    await connection.ConnectAsync(new UnixDomainSocketEndPoint(socket), cancellation);
                    return new NetworkStream(connection, ownsSocket: true);
                },
            })
            { BaseAddress = new Uri("http://localhost/") };

            using var response = await client.SendAsync(Forwarded());

            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            await app.StopAsync();
        }

        folder.Delete(recursive: true);
    }

    [Theory]
    [InlineData("proxy.example.org")]
    [InlineData("10.0.0.0/33")]
    [InlineData("127.0.0.1,10.0.0.1")]
    public void A_wrong_name_ends_the_start_before_the_database_is_opened(string named)
    {
        var exception = Assert.Throws<SettingsException>(() =>
            HostProgram.Create([$"--{NamedProxies.Setting}={named}"], HostSettings.Read(new Dictionary<string, string?>(), RecordedSettings.For("sqlite:///never.db"))));

        Assert.StartsWith("ERROR: TRUSTED_PROXIES:", exception.Message, StringComparison.Ordinal);
    }

    private static HttpRequestMessage Forwarded()
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/forms/budget") { Content = new StringContent("""{"name": "Lunches", "is_periodic": "true", "starting_balance": "10"}""", Encoding.UTF8, "application/json") };
        request.Headers.Host = Name;
        request.Headers.Add("Origin", $"https://{Name}");
        request.Headers.Add("X-Forwarded-Proto", "https");
        request.Headers.Add("X-Forwarded-For", "203.0.113.7");
        return request;
    }
}
