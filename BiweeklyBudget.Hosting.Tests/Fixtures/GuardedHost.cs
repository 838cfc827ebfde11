using System.Net;
using BiweeklyBudget.Core;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Users;
using BiweeklyBudget.Hosting.Composition;
using BiweeklyBudget.Hosting.Security.SignIn;
using BiweeklyBudget.TestSupport;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace BiweeklyBudget.Hosting.Tests.Fixtures;

/// <summary>A host that asks people to sign in, with the sample's data and the recorded clock.</summary>
internal sealed class GuardedHost : IAsyncDisposable
{
    public const string Password = "correct horse battery staple";

    private readonly TestDatabase? _database;

    private GuardedHost(InProcessHost host, TestDatabase? database, string pathBase)
    {
        Host = host;
        _database = database;
        PathBase = pathBase;
    }

    public InProcessHost Host { get; }

    public string PathBase { get; }

    public BudgetEngine Engine => Host.Services.GetRequiredService<BudgetEngine>();

    public string FirstCode => Host.Services.GetRequiredKeyedService<ServedBook>("").FirstOwner.Code ?? throw new InvalidOperationException("The code was used.");

    /// <summary>Starts one over a database of its own.</summary>
    public static async Task<GuardedHost> StartAsync(DatabaseEngine engine = DatabaseEngine.Sqlite, string pathBase = "", Action<WebApplicationBuilder>? configure = null, IReadOnlyDictionary<string, string?>? settings = null)
    {
        var database = await TestDatabase.WithSampleDataAsync(engine);
        var all = SettingsFor(database, pathBase);
        foreach (var (name, value) in settings ?? new Dictionary<string, string?>())
        {
            all[name] = value;
        }

        return new GuardedHost(await InProcessHost.StartAsync(all, configure), database, pathBase);
    }

    /// <summary>Another one over the same database, by another clock.</summary>
    /// <param name="later">How much later it is there.</param>
    public async Task<GuardedHost> StartAnotherAsync(TimeSpan later)
    {
        var settings = SettingsFor(_database!, PathBase);
        settings["BIWEEKLYBUDGET_TEST_TIMESTAMP"] = (1501223084 + (long)later.TotalSeconds).ToString(System.Globalization.CultureInfo.InvariantCulture);
        return new GuardedHost(await InProcessHost.StartAsync(settings), database: null, PathBase);
    }

    /// <summary>Adds somebody who has a password.</summary>
    public async Task<UserDetails> AddAsync(string name, UserRole role)
    {
        await using var book = Engine.OpenBook();
        return (await book.Users.AddAsync(name, role, Passwords.Hash(Password))).ValueOrThrow();
    }

    /// <summary>The cookie of a new session of somebody, without a password.</summary>
    public async Task<string> CookieOfAsync(UserDetails user)
    {
        await using var book = Engine.OpenBook();
        return "bb-session=" + await book.Sessions.OpenAsync(user.Id, "a test");
    }

    /// <summary>A new token of somebody.</summary>
    public async Task<string> TokenOfAsync(UserDetails user, TokenScopes scopes)
    {
        await using var book = Engine.OpenBook();
        return (await book.Tokens.AddAsync(user.Id, "a test", scopes, days: 30)).ValueOrThrow();
    }

    /// <summary>A browser: it keeps cookies, follows no redirects and says that it goes to pages.</summary>
    public HttpClient OpenBrowser()
    {
        var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = Host.Address };
        client.DefaultRequestHeaders.Add("Sec-Fetch-Mode", "navigate");
        client.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
        client.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        client.DefaultRequestHeaders.UserAgent.ParseAdd("Browser/1.0");
        return client;
    }

    /// <summary>A browser in which somebody has signed in with the password.</summary>
    public async Task<HttpClient> SignInAsync(string name, string password = Password, string code = "")
    {
        var browser = OpenBrowser();
        using var response = await PostAsync(browser, "/sign-in", ("name", name), ("password", password), ("code", code));
        Assert.True(response.StatusCode == HttpStatusCode.Found, $"{(int)response.StatusCode}: {await response.Content.ReadAsStringAsync()}\n{string.Join('\n', Host.Errors)}");
        return browser;
    }

    public Task<HttpResponseMessage> GetAsync(HttpClient client, string path) => client.GetAsync(new Uri(PathBase + path, UriKind.Relative));

    public async Task<HttpResponseMessage> PostAsync(HttpClient client, string path, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        return await client.PostAsync(new Uri(PathBase + path, UriKind.Relative), form);
    }

    /// <summary>A page that must be there.</summary>
    public async Task<string> PageAsync(HttpClient client, string path)
    {
        using var response = await GetAsync(client, path);
        var body = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == HttpStatusCode.OK, $"GET {path}: {(int)response.StatusCode} {body}\n{string.Join('\n', Host.Errors)}");
        return body;
    }

    /// <summary>How a script is answered.</summary>
    public async Task<HttpStatusCode> StatusAsync(string path, string? cookie, string? token = null)
    {
        using var response = await SendAsync(path, cookie, token);
        return response.StatusCode;
    }

    /// <summary>What a script is answered.</summary>
    public async Task<string> BodyAsync(string path, string? cookie, string? token = null)
    {
        using var response = await SendAsync(path, cookie, token);
        return await response.Content.ReadAsStringAsync();
    }

    /// <summary>A code that must not be taken.</summary>
    public async Task AssertCodeRefusedAsync(HttpClient browser, string reason, params (string Name, string Value)[] fields)
    {
        using var response = await PostAsync(browser, "/sign-in/code", fields);
        var body = await response.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.Contains(reason, body, StringComparison.Ordinal);
        Assert.DoesNotContain(Password, body, StringComparison.Ordinal);
    }

    /// <summary>A part of a text.</summary>
    public static string Between(string text, string before, string after)
    {
        var start = text.IndexOf(before, StringComparison.Ordinal);
        Assert.True(start >= 0, $"{before} is not in {text}");
        start += before.Length;
        return text[start..text.IndexOf(after, start, StringComparison.Ordinal)];
    }

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        if (_database is not null)
        {
            await _database.DisposeAsync();
        }
    }

    private async Task<HttpResponseMessage> SendAsync(string path, string? cookie, string? token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, PathBase + path);
        request.Headers.Add(token is null ? "Cookie" : "Authorization", token is null ? cookie : "Bearer " + token);
        return await Host.Client.SendAsync(request);
    }

    private static Dictionary<string, string?> SettingsFor(TestDatabase database, string pathBase)
    {
        var settings = RecordedSettings.For(database.Url);
        settings["SIGN_IN"] = "required";
        settings["PATH_BASE"] = pathBase;
        return settings;
    }
}
