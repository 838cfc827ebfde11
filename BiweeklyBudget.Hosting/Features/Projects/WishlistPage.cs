using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using BiweeklyBudget.Core.Projects;

namespace BiweeklyBudget.Hosting.Features.Projects;

/// <summary>The layout of a page of an Amazon wish list (spec/projects.md §7, Reading a list). All that is known of it stands here.</summary>
internal sealed partial record WishlistPage
{
    private const string Shop = "https://www.amazon.com";

    /// <summary>The items on it.</summary>
    public required IReadOnlyList<WishlistItem> Items { get; init; }

    /// <summary>Whether the shop asks whether it talks to a robot, instead of showing the list.</summary>
    public required bool IsRobotCheck { get; init; }

    /// <summary>What names the place in the list where the next page begins; null at its end.</summary>
    public required string? NextKey { get; init; }

    /// <summary>The next page's address below the shop's; null when the page has none.</summary>
    public required string? NextPath { get; init; }

    /// <summary>Reads a page.</summary>
    /// <param name="html">The page.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    public static async Task<WishlistPage> ReadAsync(Stream html, CancellationToken cancellationToken)
    {
        using var document = await new HtmlParser().ParseDocumentAsync(html, cancellationToken);
        return new WishlistPage
        {
            Items = [.. document.QuerySelectorAll("div[id^='item_']").Select(ItemOf)],
            IsRobotCheck = document.QuerySelectorAll("form[action]").Any(form => form.GetAttribute("action")!.Contains("validateCaptcha", StringComparison.Ordinal)),
            NextKey = ValueOf(document, "sort-by-price-lek"),
            NextPath = ValueOf(document, "sort-by-price-load-more-items-url"),
        };
    }

    private static string? ValueOf(IHtmlDocument document, string id) => document.QuerySelector($"input#{id}")?.GetAttribute("value") is { } value && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;

    private static WishlistItem ItemOf(IElement item)
    {
        var title = item.QuerySelector("a[id^='itemName_'], span[id^='itemName_']");
        return new WishlistItem
        {
            Title = Text(title),
            Url = UrlOf(title) ?? UrlOf(item.QuerySelector("span.clip-text a[href]")) ?? UrlOf(item.QuerySelector("a[id^='item_from'][href], [id^='item_from'] a[href]")),
            Quantity = FirstNumber(item.QuerySelector("[id^='itemQuantityRow_']")),
            Price = PriceOf(item.QuerySelector("span[id^='itemPrice_']")),
            MarketplacePrice = item.QuerySelector("span.itemUsedAndNewPrice") is { } others && Amounts().Match(Text(others)) is { Success: true } amount ? Number(amount.Value) : 0m,
        };
    }

    // Whatever host a page is fetched from, the shop's own address is what an item is known by.
    private static string? UrlOf(IElement? link) => link?.GetAttribute("href")?.Trim() switch
    {
        null or "" => null,
        ['/', '/', ..] or ['#', ..] => null,
        ['/', ..] path => Shop + path,
        var other => Uri.TryCreate(other, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps) ? other : null,
    };

    private static decimal PriceOf(IElement? price)
    {
        if (price?.QuerySelector(".a-price-whole") is { } whole)
        {
            return Number(Text(whole).TrimEnd('.')) + (Number(Text(price.QuerySelector(".a-price-fraction"))) / 100m);
        }

        return Number(Text(price).Split('-')[0]);
    }

    private static int? FirstNumber(IElement? row) => WholeNumbers().Match(Text(row)) is { Success: true } number && int.TryParse(number.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var wanted) ? wanted : null;

    /// <summary>An amount; 0 when it is none.</summary>
    private static decimal Number(string text) =>
        decimal.TryParse(text.Replace("$", "", StringComparison.Ordinal).Replace(",", "", StringComparison.Ordinal).Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? decimal.Round(number, 4) : 0m;

    private static string Text(INode? node) => node?.TextContent.Trim() ?? "";

    [GeneratedRegex(@"\d[\d,]*(?:\.\d+)?", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Amounts();

    [GeneratedRegex(@"\d+", RegexOptions.None, 1000)]
    private static partial Regex WholeNumbers();
}
