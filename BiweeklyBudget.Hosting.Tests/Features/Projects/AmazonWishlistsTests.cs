using System.Net;
using BiweeklyBudget.Core.Projects;
using BiweeklyBudget.Hosting.Fetching;

namespace BiweeklyBudget.Hosting.Tests.Features.Projects;

/// <summary>Wish lists read out of pages in the documented structure, and out of everything that is none.</summary>
public sealed class AmazonWishlistsTests
{
    private const string First = "/gp/registry/wishlist/LIST";

    [Fact]
    public async Task An_item_says_title_address_price_and_how_many_are_wanted()
    {
        const string whole = "<span id=\"itemPrice_A\"><span class=\"a-offscreen\">$1,234.56</span><span class=\"a-price-whole\">1,234.</span><span class=\"a-price-fraction\">56</span></span>";
        const string elsewhere = "<div id=\"item_C\"><span id=\"itemName_C\">Glue</span><span class=\"clip-text\">from <a href=\"https://glue.example/1\">glue</a></span></div>";
        const string byId = "<div id=\"item_D\"><span id=\"itemName_D\">Tape</span><span id=\"item_from_D\"><a href=\"http://tape.example/\">tape</a></span></div>";
        var reading = await ReadAsync(
            WishlistPages.Item("A", "Saw", whole, WishlistPages.Wanted("A", 3), "<span class=\"itemUsedAndNewPrice\">$9.99</span>")
            + WishlistPages.Item("B", "Board", "<span id=\"itemPrice_B\">$2.50 - $7.00</span>")
            + elsewhere + byId
            + WishlistPages.Item("E", "Lamp", "<span id=\"itemPrice_E\">unavailable</span>", others: "<span class=\"itemUsedAndNewPrice\">from $1,005.25 used</span>")
            + WishlistPages.Item("F", "No price", wanted: "no number"));
        Assert.Null(reading.Problem);
        Assert.Equal(
            [
                ("Saw", "https://www.amazon.com/dp/A/?coliid=I1&psc=1", 3, 1234.56m), ("Board", "https://www.amazon.com/dp/B/?coliid=I1&psc=1", null, 2.5m), ("Glue", "https://glue.example/1", null, 0m),
                ("Tape", "http://tape.example/", null, 0m), ("Lamp", "https://www.amazon.com/dp/E/?coliid=I1&psc=1", null, 1005.25m), ("No price", "https://www.amazon.com/dp/F/?coliid=I1&psc=1", (int?)null, 0m),
            ],
            reading.Items.Select(item => (item.Title, item.Url!, item.Quantity, item.Cost)));
    }

    [Theory]
    [InlineData("<span id=\"itemPrice_A\"></span>", 0)]
    [InlineData("<span id=\"itemPrice_A\">$-5</span>", 0)]
    [InlineData("<span id=\"itemPrice_A\">$5</span>", 5)]
    [InlineData("<span id=\"itemPrice_A\"><span class=\"a-price-whole\">5</span></span>", 5)]
    [InlineData("<span id=\"itemPrice_A\">NaN</span>", 0)]
    [InlineData("<span id=\"itemPrice_A\">$1e9</span>", 0)]
    public async Task A_price_that_cannot_be_read_is_0(string price, int expected) => Assert.Equal(expected, Assert.Single((await ReadAsync(WishlistPages.Item("A", "Saw", price))).Items).Price);

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("//elsewhere.example/x")]
    [InlineData("#top")]
    [InlineData("")]
    public async Task What_is_no_address_of_the_web_is_none(string href) =>
        Assert.Null(Assert.Single((await ReadAsync($"<div id=\"item_A\"><a id=\"itemName_A\" href=\"{href}\">Saw</a></div>")).Items).Url);

    [Fact]
    public async Task Pages_are_read_to_the_end_and_a_place_that_was_seen_is_the_end()
    {
        using var web = WishlistPages.Of(
            (First, WishlistPages.List(WishlistPages.Item("A", "One"), "k1", "/hz/wishlist/more?page=2&amp;x=1")),
            ("/hz/wishlist/more?page=2&x=1", WishlistPages.List(WishlistPages.Item("B", "Two"), "k2", "/hz/wishlist/more?page=3")),
            ("/hz/wishlist/more?page=3", WishlistPages.List(WishlistPages.Item("C", "Three"), "k1", "/hz/wishlist/more?page=2")));
        using var reader = web.Reader();
        var reading = await reader.ReadAsync("LIST", default);
        Assert.Equal(["One", "Two", "Three"], reading.Items.Select(item => item.Title));
        Assert.Equal(3, web.Asked.Count);
    }

    [Theory]
    [InlineData("", "shows no items")]
    [InlineData("<html><body>Nothing here.</body></html>", "shows no items")]
    [InlineData("<form action=\"/errors/validateCaptcha\"></form><div id=\"item_A\"></div>", "asks whether this is a robot")]
    public async Task What_is_no_list_is_a_failure_and_never_an_empty_list(string html, string problem)
    {
        foreach (var (path, pages) in new[]
        {
            (First, new[] { (First, html) }),
            ("/more", [(First, WishlistPages.List(WishlistPages.Item("A", "One"), "k", "/more")), ("/more", html)]),
        })
        {
            using var web = WishlistPages.Of(pages);
            using var reader = web.Reader();
            var reading = await reader.ReadAsync("LIST", default);
            Assert.StartsWith($"{WishlistPages.Shop}{path} {problem}", reading.Problem, StringComparison.Ordinal);
            Assert.Empty(reading.Items);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("https://evil.example/more")]
    [InlineData("//evil.example/more")]
    [InlineData("/\\evil.example/more")]
    public async Task A_next_page_is_only_looked_for_at_the_shop(string more)
    {
        using var web = WishlistPages.Of((First, WishlistPages.List(WishlistPages.Item("A", "One"), "k", more)));
        using var reader = web.Reader();
        Assert.Equal($"{WishlistPages.Shop}{First} says that there is more, and not where.", (await reader.ReadAsync("LIST", default)).Problem);
        Assert.Single(web.Asked);
    }

    [Fact]
    public async Task A_list_without_end_has_one()
    {
        var number = 0;
        HttpResponseMessage Next() => WishlistPages.Page(WishlistPages.List(WishlistPages.Item("A", "One"), $"k{number++}", First));
        using var web = new WishlistPages(new() { [First] = Next });
        using var reader = web.Reader();
        Assert.Equal("The list LIST has more than 200 pages.", (await reader.ReadAsync("LIST", default)).Problem);
        Assert.Equal(200, web.Asked.Count);
    }

    [Theory]
    [InlineData("/hz/wishlist/ls/LIST", null)]
    [InlineData("https://shop.example/hz/wishlist/ls/LIST", null)]
    [InlineData("https://evil.example/hz/wishlist/ls/LIST", "has moved; nobody but the address that is configured is asked.")]
    [InlineData("http://shop.example/hz/wishlist/ls/LIST", "has moved; nobody but the address that is configured is asked.")]
    [InlineData("/gp/registry/wishlist/LIST", "has moved; nobody but the address that is configured is asked.")]
    public async Task A_redirect_is_followed_within_the_shop_a_few_times(string location, string? problem)
    {
        using var web = new WishlistPages(new()
        {
            [First] = () => new HttpResponseMessage(HttpStatusCode.MovedPermanently) { Headers = { Location = new Uri(location, UriKind.RelativeOrAbsolute) } },
            ["/hz/wishlist/ls/LIST"] = () => WishlistPages.Page(WishlistPages.List(WishlistPages.Item("A", "One"))),
        });
        using var reader = web.Reader();
        var reading = await reader.ReadAsync("LIST", default);
        Assert.Equal(problem is null ? null : $"{WishlistPages.Shop}{First} {problem}", reading.Problem);
        Assert.Equal(problem is null ? 1 : 0, reading.Items.Count);
        Assert.All(web.Asked, address => Assert.StartsWith(WishlistPages.Shop, address, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_error_of_the_shop_and_a_page_without_end_are_problems_and_no_exceptions()
    {
        using var missing = WishlistPages.Of();
        using var none = missing.Reader();
        Assert.Equal($"{WishlistPages.Shop}{First} cannot be read.", (await none.ReadAsync("LIST", default)).Problem);
        using var large = WishlistPages.Of((First, WishlistPages.List(new string(' ', PageFetcher.LargestPage))));
        using var much = large.Reader();
        Assert.Equal($"The page {WishlistPages.Shop}{First} is too large.", (await much.ReadAsync("LIST", default)).Problem);
    }

    [Fact]
    public async Task The_id_stays_one_part_of_the_path()
    {
        using var web = WishlistPages.Of();
        using var reader = web.Reader();
        await reader.ReadAsync("a%2F..b&c", default);
        Assert.Equal([WishlistPages.Shop + "/gp/registry/wishlist/a%252F..b%26c"], web.Asked);
    }

    private static async Task<WishlistReading> ReadAsync(string items)
    {
        using var web = WishlistPages.Of((First, WishlistPages.List(items)));
        using var reader = web.Reader();
        return await reader.ReadAsync("LIST", default);
    }
}
