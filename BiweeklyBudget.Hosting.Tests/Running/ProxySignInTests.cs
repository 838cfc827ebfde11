using System.Net;
using BiweeklyBudget.Core.Settings;
using BiweeklyBudget.Core.Users;
using BiweeklyBudget.Hosting.Running;
using BiweeklyBudget.Hosting.Tests.Fixtures;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BiweeklyBudget.Hosting.Tests.Running;

/// <summary>A proxy says in a header who is there (<c>AUTH_PROXY_HEADER</c>), and is believed only if it is named.</summary>
public sealed class ProxySignInTests
{
    private const string Header = "Remote-User";

    [Fact]
    public async Task Who_the_proxy_names_does_what_his_role_lets_him_without_a_session()
    {
        await using var guarded = await StartAsync("127.0.0.1");
        await AddAllAsync(guarded);
        foreach (var (name, read, save) in new[] { ("Ann", HttpStatusCode.OK, HttpStatusCode.OK), ("ROB", HttpStatusCode.OK, HttpStatusCode.Forbidden), ("gone", HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized), ("stranger", HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized), ("", HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized) })
        {
            Assert.Equal((name, read, save), (name, await SendAsync(guarded, HttpMethod.Get, "/accounts", name), await SendAsync(guarded, HttpMethod.Post, "/forms/balance", name)));
        }

        // What is about oneself, and who may come in, takes a session of our own.
        Assert.Equal(HttpStatusCode.Forbidden, await SendAsync(guarded, HttpMethod.Get, "/security/people", "Ann"));
        await using var book = guarded.Engine.OpenBook();
        Assert.Equal("Ann", book.Database.Changes.OrderByDescending(change => change.Id).First().Who);
        Assert.Empty(book.Database.Sessions);
        Assert.DoesNotContain(await book.Users.ListAsync(), user => user.Name == "stranger");
    }

    [Theory]
    [InlineData("10.1.2.3")]
    [InlineData("192.168.0.0/16;unix")]
    public async Task From_elsewhere_it_is_ignored_and_said_once(string proxies)
    {
        var lines = new LogLines();
        await using var guarded = await StartAsync(proxies, lines);
        await AddAllAsync(guarded);
        for (var times = 0; times < 3; times++)
        {
            Assert.Equal(HttpStatusCode.Unauthorized, await SendAsync(guarded, HttpMethod.Get, "/accounts", "Ann"));
        }

        Assert.Single(lines.All, line => line.Text.Contains("The header Remote-User from", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Said_twice_it_does_not_count_and_it_outranks_the_session_of_another()
    {
        await using var guarded = await StartAsync("127.0.0.0/8");
        await AddAllAsync(guarded);
        using (var twice = new HttpRequestMessage(HttpMethod.Get, "/accounts"))
        {
            twice.Headers.Add(Header, ["Ann", "rob"]);
            twice.Headers.TryAddWithoutValidation("X-Forwarded-For", "203.0.113.9");
            using var response = await guarded.Host.Client.SendAsync(twice);
            Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        }

        await using var book = guarded.Engine.OpenBook();
        var cookie = await guarded.CookieOfAsync((await book.Users.FindAsync("Ann"))!);
        Assert.Equal(HttpStatusCode.OK, await SendAsync(guarded, HttpMethod.Get, "/security/people", "ann", cookie));
        Assert.Equal(HttpStatusCode.Forbidden, await SendAsync(guarded, HttpMethod.Get, "/security/people", "rob", cookie));
        Assert.Equal(HttpStatusCode.Unauthorized, await SendAsync(guarded, HttpMethod.Get, "/accounts", "gone", cookie));
    }

    [Theory]
    [InlineData("Remote-User", "", null, "AUTH_PROXY_HEADER is believed from the proxies that TRUSTED_PROXIES names; it names none")]
    [InlineData("Remote-User", "127.0.0.1", "off", "AUTH_PROXY_HEADER says who has signed in, and SIGN_IN says that nobody does")]
    public void It_is_refused_where_it_would_let_in_everybody_or_nobody(string header, string proxies, string? signIn, string reason)
    {
        var configuration = Of(header, proxies, signIn);
        Assert.Contains(reason, Assert.Throws<SettingsException>(() => ProxySignIn.Check(configuration)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void With_it_people_sign_in_also_on_this_machine()
    {
        var configuration = Of(Header, "127.0.0.1", signIn: null);
        ProxySignIn.Check(configuration);
        Assert.True(SignInSetting.IsRequired(configuration));
        ProxySignIn.Check(Of("", "", signIn: "off"));
    }

    [Theory]
    [InlineData("Remote-User", true)]
    [InlineData("X_authentik_username", true)]
    [InlineData("Remote User", false)]
    [InlineData("Remote-User:", false)]
    [InlineData("1st", false)]
    [InlineData("Authorization", false)]
    [InlineData("cookie", false)]
    [InlineData("Sec-Fetch-Site", false)]
    public void Its_value_is_the_name_of_a_header(string value, bool isRight) => Assert.Equal(isRight, ProxySignIn.FaultOf(value) is null);

    private static IConfiguration Of(string header, string proxies, string? signIn) =>
        new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { [ProxySignIn.Setting] = header, [NamedProxies.Setting] = proxies, [SignInSetting.Name] = signIn, ["urls"] = "http://127.0.0.1:8080" }).Build();

    private static Task<GuardedHost> StartAsync(string proxies, LogLines? lines = null) => GuardedHost.StartAsync(
        configure: builder =>
        {
            if (lines is not null)
            {
                builder.Services.AddSingleton<ILoggerFactory>(_ => new LoggerFactory([lines]));
            }
        },
        settings: new Dictionary<string, string?> { [ProxySignIn.Setting] = Header, [NamedProxies.Setting] = proxies });

    private static async Task AddAllAsync(GuardedHost guarded)
    {
        await guarded.AddAsync("Ann", UserRole.Owner);
        await guarded.AddAsync("rob", UserRole.ReadOnly);
        var gone = await guarded.AddAsync("gone", UserRole.Owner);
        await using var book = guarded.Engine.OpenBook();
        await book.Users.SetDisabledAsync(gone.Id, isDisabled: true);
    }

    private static async Task<HttpStatusCode> SendAsync(GuardedHost guarded, HttpMethod method, string path, string name, string? cookie = null)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Headers.Add(Header, name);
        if (cookie is not null)
        {
            request.Headers.Add("Cookie", cookie);
        }

        if (method == HttpMethod.Post)
        {
            request.Content = new StringContent("""{"account":"1","amount":"250","date":"2017-07-27"}""", System.Text.Encoding.UTF8, "application/json");
        }

        using var response = await guarded.Host.Client.SendAsync(request);
        return response.StatusCode;
    }
}
