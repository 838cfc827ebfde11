using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace BiweeklyBudget.AcceptanceTests.Fixtures;

/// <summary>A local server in place of the shop with the wish lists: pages in the stated structure (spec/projects.md §7), by list, and by what follows it.</summary>
internal sealed class WishlistServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private WishlistServer(WebApplication app) => _app = app;

    /// <summary>For the setting WISHLIST_URL.</summary>
    public string Address => _app.Urls.Single() + "/";

    /// <summary>What stands at a path; all others are not there.</summary>
    public ConcurrentDictionary<string, string> Pages { get; } = new(StringComparer.Ordinal);

    public static async Task<WishlistServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = new WishlistServer(builder.Build());
        server._app.Run(server.AnswerAsync);
        await server._app.StartAsync();
        return server;
    }

    /// <summary>An item of a list.</summary>
    public static string Item(string id, string title, string price, int wanted) => $"""
        <li><div id="item_{id}"><a id="itemName_{id}" href="/dp/{id}">{title}</a>
        <span id="itemPrice_{id}">{price}</span><div id="itemQuantityRow_{id}"><b>Needs</b> <span>{wanted}</span> <b>Has</b> <span>0</span></div></div></li>
        """;

    /// <summary>A page of a list, with where the next one is.</summary>
    public static string List(string items, string? next = null) =>
        $"<html><body><ul>{items}</ul>{(next is null ? "" : $"<input id=\"sort-by-price-lek\" value=\"k{next}\"><input id=\"sort-by-price-load-more-items-url\" value=\"{next}\">")}</body></html>";

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private Task AnswerAsync(HttpContext context)
    {
        if (!Pages.TryGetValue(context.Request.Path + context.Request.QueryString, out var page))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        context.Response.ContentType = "text/html; charset=utf-8";
        return context.Response.WriteAsync(page);
    }
}
