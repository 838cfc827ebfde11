using System.Net;
using BiweeklyBudget.Core;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Connections;
using BiweeklyBudget.Hosting.Running;
using BiweeklyBudget.TestSupport;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BiweeklyBudget.Hosting.Tests.Fixtures;

/// <summary>
/// The program in this process: all of it but what reads the environment, on a free port of the loopback interface. The server is the real
/// one, because what it refuses, cuts off or adds is a part of the answers.
/// </summary>
internal sealed class InProcessHost : IAsyncDisposable
{
    // As when it runs by itself: its own name, and not the settings file of the folder that tests run in.
    private static readonly string[] Arguments =
    [
        "--urls=http://127.0.0.1:0", $"--applicationName={typeof(BiweeklyBudgetApp).Assembly.GetName().Name}", $"--contentRoot={AppContext.BaseDirectory}", "--environment=Production",
    ];

    private readonly WebApplication _app;
    private readonly TestDatabase? _database;
    private readonly HostErrors _errors;

    private InProcessHost(WebApplication app, HostErrors errors, TestDatabase? database)
    {
        _app = app;
        _errors = errors;
        _database = database;
        Address = new Uri(app.Urls.Single());
        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = Address, Timeout = TimeSpan.FromSeconds(60) };
    }

    /// <summary>For example <c>http://127.0.0.1:41234/</c>.</summary>
    public Uri Address { get; }

    /// <summary>Follows no redirects and keeps no cookies.</summary>
    public HttpClient Client { get; }

    /// <summary>What was logged as an error.</summary>
    public IReadOnlyCollection<string> Errors => _errors.Texts;

    public IServiceProvider Services => _app.Services;

    /// <summary>The database that came with the host.</summary>
    public DatabaseConnection Database => _database?.Connection ?? throw new InvalidOperationException("The host has no database of its own.");

    /// <summary>A host with the recorded settings over a database of its own, which ends with it.</summary>
    public static async Task<InProcessHost> StartAsync(DatabaseEngine engine, Household household, Action<WebApplicationBuilder>? configure = null)
    {
        var database = household == Household.Sample ? await TestDatabase.WithSampleDataAsync(engine) : await TestDatabase.EmptyAsync(engine);
        return await StartAsync(RecordedSettings.For(database.Url), configure, database);
    }

    /// <summary>A host with other settings, over a database that the caller keeps.</summary>
    /// <param name="settings">What the environment says to the real program.</param>
    /// <param name="configure">Changes the program.</param>
    public static Task<InProcessHost> StartAsync(IReadOnlyDictionary<string, string?> settings, Action<WebApplicationBuilder>? configure = null) => StartAsync(settings, configure, database: null);

    public Task<HttpResponseMessage> GetAsync(string path) => Client.GetAsync(new Uri(path, UriKind.Relative));

    /// <summary>The body of a page that must be there.</summary>
    public async Task<string> PageAsync(string path)
    {
        using var response = await GetAsync(path);
        var body = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == HttpStatusCode.OK, $"GET {path} answered {(int)response.StatusCode}: {body}\n{string.Join('\n', Errors)}");
        return body;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        _errors.Dispose();
        if (_database is not null)
        {
            await _database.DisposeAsync();
        }
    }

    private static async Task<InProcessHost> StartAsync(IReadOnlyDictionary<string, string?> settings, Action<WebApplicationBuilder>? configure, TestDatabase? database)
    {
        var errors = new HostErrors();

        // What decides which parts the program has is read before anything can be added.
        string[] arguments = [.. Arguments, .. settings.Where(setting => setting.Key.StartsWith("OTEL_", StringComparison.Ordinal)).Select(setting => $"--{setting.Key}={setting.Value}")];
        var app = HostProgram.Create(arguments, HostSettings.Read(new Dictionary<string, string?>(), settings), builder =>
        {
            builder.Configuration.AddInMemoryCollection(settings);
            builder.Services.AddSingleton<ILoggerFactory>(_ => new LoggerFactory([errors]));
            configure?.Invoke(builder);
        });
        await app.Services.GetRequiredService<BudgetEngine>().InitializeAsync();
        await app.StartAsync();
        return new InProcessHost(app, errors, database);
    }
}
