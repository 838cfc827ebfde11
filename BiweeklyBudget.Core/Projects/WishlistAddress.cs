namespace BiweeklyBudget.Core.Projects;

/// <summary>Addresses of wish lists and of what stands on them (spec/projects.md §7 and its defects 13 and 17).</summary>
internal static class WishlistAddress
{
    private const string Shop = "amazon.com";

    // The second is what the shop calls them today.
    private static readonly string[] Lists = ["https://www.amazon.com/gp/registry/wishlist/", "https://www.amazon.com/hz/wishlist/ls/", "https://www.amazon.com/hz/wishlist/"];

    /// <summary>The list that a project's notes name with their first word.</summary>
    /// <param name="notes">The notes.</param>
    /// <returns>Its id; null when they name none.</returns>
    public static string? ListIdOf(string? notes)
    {
        var text = notes ?? "";
        if (Array.Find(Lists, list => text.StartsWith(list, StringComparison.Ordinal)) is not { } found)
        {
            return null;
        }

        var id = string.Concat(text[found.Length..].TakeWhile(letter => !char.IsWhiteSpace(letter) && letter is not ('/' or '?' or '#')));
        return id.Length > 0 ? id : null;
    }

    /// <summary>Whether an address is one of the shop's.</summary>
    public static bool IsOfShop(string url) => Uri.TryCreate(url, UriKind.Absolute, out var address) && (address.IdnHost == Shop || address.IdnHost.EndsWith("." + Shop, StringComparison.Ordinal));
}
