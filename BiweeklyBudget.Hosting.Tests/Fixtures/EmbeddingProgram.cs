using System.Net;
using System.Security.Claims;
using BiweeklyBudget.TestSupport;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BiweeklyBudget.Hosting.Tests.Fixtures;

/// <summary>A web program of somebody else that serves books, in a folder of its own, on a free port of the loopback interface.</summary>
internal sealed class EmbeddingProgram : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly LogLines _log;
    private readonly DirectoryInfo _folder;

    private EmbeddingProgram(WebApplication app, LogLines log, DirectoryInfo folder)
    {
        _app = app;
        _log = log;
        _folder = folder;
        Address = new Uri(app.Urls.Single());
        Client = CreateClient();
    }

    public Uri Address { get; }

    /// <summary>Of somebody who has not signed in. Follows no redirects.</summary>
    public HttpClient Client { get; }

    public IServiceProvider Services => _app.Services;

    /// <summary>What was logged.</summary>
    public IReadOnlyCollection<(LogLevel Level, string Category, string Text)> Log => _log.All;

    /// <summary>Starts one.</summary>
    /// <param name="configure">Registers services.</param>
    /// <param name="map">Builds its pipeline.</param>
    public static async Task<EmbeddingProgram> StartAsync(Action<WebApplicationBuilder> configure, Action<WebApplication> map)
    {
        var folder = Directory.CreateTempSubdirectory("bbembedding-");
        Directory.CreateDirectory(Path.Combine(folder.FullName, "wwwroot", "bb", "css"));
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "wwwroot", "bb", "css", "pages.css"), "body { color: rebeccapurple }");
        var log = new LogLines();
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = ["--urls=http://127.0.0.1:0"], ContentRootPath = folder.FullName, ApplicationName = typeof(EmbeddingProgram).Assembly.GetName().Name, EnvironmentName = "Production" });
        builder.Logging.ClearProviders().AddProvider(log);
        configure(builder);
        var app = builder.Build();
        map(app);
        await app.StartAsync();
        return new EmbeddingProgram(app, log, folder);
    }

    /// <summary>Cookie authentication, and everything asks for it that does not say otherwise.</summary>
    public static void AskForSignIn(WebApplicationBuilder builder)
    {
        // The test's cookies are nobody's keys to keep.
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        builder.Services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(options => options.LoginPath = "/sign-in");
        builder.Services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
    }

    /// <summary>Where somebody signs in.</summary>
    public static void MapSignIn(IEndpointRouteBuilder routes) => routes
        .MapPost("/sign-in", (HttpContext context) => context.SignInAsync(new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Name, "Ann")], CookieAuthenticationDefaults.AuthenticationScheme))))
        .AllowAnonymous();

    /// <summary>The settings of a book over a database.</summary>
    public static IConfiguration ConfigurationOf(TestDatabase database) => new ConfigurationBuilder().AddInMemoryCollection(RecordedSettings.For(database.Url)).Build();

    /// <summary>A client of somebody who has signed in.</summary>
    public async Task<HttpClient> SignInAsync()
    {
        var client = CreateClient();
        using var response = await client.PostAsync(new Uri("/sign-in", UriKind.Relative), content: null);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return client;
    }

    /// <summary>Waits until the books below some paths are served.</summary>
    public async Task WaitUntilReadyAsync(HttpClient client, params string[] paths)
    {
        foreach (var path in paths)
        {
            for (var tries = 0; ; tries++)
            {
                using var response = await client.GetAsync(new Uri(path + "/healthz/ready", UriKind.Relative));
                if (response.StatusCode == HttpStatusCode.OK)
                {
                    break;
                }

                Assert.True(tries < 1200, $"{path} is not ready: {(int)response.StatusCode} {await response.Content.ReadAsStringAsync()}\n{string.Join('\n', Log)}");
                await Task.Delay(50);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        _log.Dispose();
        _folder.Delete(recursive: true);
    }

    private HttpClient CreateClient() => new(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = Address, Timeout = TimeSpan.FromSeconds(60) };
}
