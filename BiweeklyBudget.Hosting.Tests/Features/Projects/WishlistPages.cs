using System.Net;
using System.Text;
using BiweeklyBudget.Hosting.Features.Projects;

namespace BiweeklyBudget.Hosting.Tests.Features.Projects;

/// <summary>A shop with wish lists in the documented structure (spec/projects.md §7), answered without a network: pages by path and query.</summary>
internal sealed class WishlistPages(Dictionary<string, Func<HttpResponseMessage>> pages) : HttpMessageHandler
{
    public const string Shop = "https://shop.example";

    public List<string> Asked { get; } = [];

    public AmazonWishlists Reader() => new(this, new Uri(Shop));

    public static WishlistPages Of(params (string Path, string Html)[] pages) => new(pages.ToDictionary(page => page.Path, page => (Func<HttpResponseMessage>)(() => Page(page.Html))));

    public static HttpResponseMessage Page(string html) => new(HttpStatusCode.OK) { Content = new StringContent(html, Encoding.UTF8, "text/html") };

    /// <summary>A page of a list.</summary>
    /// <param name="items">Its items.</param>
    /// <param name="key">What names the place where the next page begins; null on the last page.</param>
    /// <param name="more">Where that page is.</param>
    public static string List(string items, string? key = null, string? more = null) => $"""
        <!DOCTYPE html><html><body><div id="wl-list"><ul>{items}</ul>
        <input id="sort-by-price-load-more-items-url" value="{more}">{(key is null ? "" : $"<input id=\"sort-by-price-lek\" value=\"{key}\">")}</div></body></html>
        """;

    /// <summary>An item as the shop sells it.</summary>
    public static string Item(string id, string title, string price = "", string wanted = "", string others = "") => $"""
        <li><div id="item_{id}"><h3><a id="itemName_{id}" href="/dp/{id}/?coliid=I1&amp;psc=1"> {title} </a></h3>
        {price}{others}<div id="itemQuantityRow_{id}">{wanted}</div></div></li>
        """;

    public static string Wanted(string id, int wanted) => $"<span>Needs:</span> <span id=\"itemRequested_{id}\">{wanted}</span> <span>Has:</span> <span>0</span>";

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Asked.Add(request.RequestUri!.AbsoluteUri);
        return Task.FromResult(pages.TryGetValue(request.RequestUri.PathAndQuery, out var page) ? page() : new HttpResponseMessage(HttpStatusCode.NotFound));
    }
}
