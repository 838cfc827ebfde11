using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace BiweeklyBudget.AcceptanceTests.Fixtures;

/// <summary>A local server in place of the one that states the prime rate: its page in the stated layout (spec/credit-payoff.md §3), or an outage.</summary>
internal sealed class RatesServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private RatesServer(WebApplication app) => _app = app;

    /// <summary>For the setting PRIME_RATE_URL.</summary>
    public string Address => _app.Urls.Single() + "/rates";

    /// <summary>How it answers.</summary>
    public RequestDelegate Answer { get; set; } = context => context.Response.WriteAsync(Page(4.25m));

    public static async Task<RatesServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = new RatesServer(builder.Build());
        server._app.MapGet("/rates", (RequestDelegate)(context => server.Answer(context)));
        await server._app.StartAsync();
        return server;
    }

    public static string Page(decimal percent, string caption = "Prime Rates") => string.Create(CultureInfo.InvariantCulture, $"""
        <!DOCTYPE html><html><head><title>Money Rates</title></head><body>
        <table><caption>Inflation</caption><tbody><tr><td>U.S.</td><td>3.1</td></tr></tbody></table>
        <table><caption>{caption}</caption>
          <thead><tr><th></th><th colspan="2">Rates</th></tr><tr><th></th><th>Latest</th><th>Wk ago</th></tr></thead>
          <tbody><tr><td>U.S.</td><td>{percent}</td><td>9.99</td></tr></tbody></table>
        </body></html>
        """);

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();
}
