using BiweeklyBudget.TestSupport;
using BiweeklyBudget.TestSupport.Markdown;

namespace BiweeklyBudget.Core.Tests.Documentation;

/// <summary>Finds links of pages that lead nowhere.</summary>
/// <param name="pages">The pages that there are.</param>
internal sealed class LinkCheck(IReadOnlyList<MarkdownPage> pages)
{
    private readonly Dictionary<string, MarkdownPage> _pages = pages.ToDictionary(page => page.Path, StringComparer.Ordinal);

    /// <summary>What is wrong, a line for each link.</summary>
    public IEnumerable<string> Faults() =>
        from page in pages
        from link in page.Links
        let fault = FaultOf(page, link.Target)
        where fault is not null
        select $"{page.Path}:{link.Line} {link.Target} {fault}";

    private string? FaultOf(MarkdownPage page, string target)
    {
        if (target.Contains(':', StringComparison.Ordinal))
        {
            return Uri.TryCreate(target, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback)) && address.Host.Length > 0 ? null : "is no address by HTTPS";
        }

        if (target.StartsWith('/'))
        {
            return "is not relative";
        }

        var parts = target.Split('#', 2);
        var path = parts[0].Length == 0 ? page.Path : Relative(page.Path, Uri.UnescapeDataString(parts[0]));
        if (path.StartsWith("..", StringComparison.Ordinal))
        {
            return "leaves the repository";
        }

        if (!_pages.ContainsKey(path) && !Path.Exists(Path.Combine(TestData.Repository, path)))
        {
            return "does not exist";
        }

        return parts.Length == 1 || (_pages.TryGetValue(path, out var other) && other.Anchors.Contains(parts[1])) ? null : "has no such heading";
    }

    private static string Relative(string page, string target)
    {
        const string Root = "/repository";
        return Path.GetRelativePath(Root, Path.GetFullPath(Path.Combine(Root, Path.GetDirectoryName(page)!, target))).Replace('\\', '/');
    }
}
