using BiweeklyBudget.Core.Projects;
using BiweeklyBudget.Hosting.Fetching;

namespace BiweeklyBudget.Hosting.Features.Projects;

/// <summary>
/// Reads public wish lists of Amazon, page by page to their end. Whatever is not plainly a list is a failure (spec/projects.md defect 20): an empty answer, a robot check, a page without items would
/// otherwise read as a list from which everything was taken.
/// </summary>
/// <param name="handler">Sends the requests.</param>
/// <param name="shop">Where the shop is.</param>
internal sealed class AmazonWishlists(HttpMessageHandler handler, Uri shop) : IWishlistReader, IDisposable
{
    /// <summary>Most pages of a list: two thousand items, at ten a page.</summary>
    public const int MostPages = 200;

    // The shop leads old addresses of lists to new ones.
    private const int MostRedirects = 3;

    private readonly PageFetcher _pages = new(handler, MostRedirects) { Patience = TimeSpan.FromSeconds(15) };

    public async Task<WishlistReading> ReadAsync(string listId, CancellationToken cancellationToken)
    {
        var items = new List<WishlistItem>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var address = new Uri(shop, "/gp/registry/wishlist/" + Uri.EscapeDataString(listId));
        for (var pages = 1; pages <= MostPages; pages++)
        {
            var fetched = await _pages.FetchAsync(address, WishlistPage.ReadAsync, cancellationToken);
            if (fetched.Content is not { } page)
            {
                return WishlistReading.Failed(fetched.Problem!);
            }

            if (ProblemOf(page, address) is { } problem)
            {
                return WishlistReading.Failed(problem);
            }

            items.AddRange(page.Items);
            if (page.NextKey is not { } key || !seen.Add(key))
            {
                return WishlistReading.Of(items);
            }

            if (NextOf(page) is not { } next)
            {
                return WishlistReading.Failed($"{address} says that there is more, and not where.");
            }

            address = next;
        }

        return WishlistReading.Failed($"The list {listId} has more than {MostPages} pages.");
    }

    public void Dispose() => _pages.Dispose();

    private static string? ProblemOf(WishlistPage page, Uri address) => page switch
    {
        { IsRobotCheck: true } => $"{address} asks whether this is a robot instead of showing the list; try again later.",
        { Items.Count: 0 } => $"{address} shows no items: the list is empty or not public, or the page has changed.",
        _ => null,
    };

    // Never to another host.
    private Uri? NextOf(WishlistPage page) => page.NextPath is ['/', not '/', ..] path && !path.Contains('\\', StringComparison.Ordinal) && Uri.TryCreate(shop, path, out var next) && next.Host == shop.Host && next.Port == shop.Port ? next : null;
}
