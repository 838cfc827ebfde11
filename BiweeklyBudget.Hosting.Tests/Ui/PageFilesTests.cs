using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Users;
using BiweeklyBudget.Hosting.Tests.Composition;
using BiweeklyBudget.Hosting.Tests.Fixtures;
using BiweeklyBudget.Hosting.Ui.Assets;
using BiweeklyBudget.TestSupport;

namespace BiweeklyBudget.Hosting.Tests.Ui;

/// <summary>A page's scripts and style sheets are few files, the browser learns of all of them from the page, and nothing is in two of them (docs/adr/0050).</summary>
public sealed partial class PageFilesTests(ReadOnlyHosts hosts) : IClassFixture<ReadOnlyHosts>
{
    // Style sheets: Bootstrap's, that of all pages, the dark colours, the page's own. Scripts: that of all pages, Chart.js, charts, the page's own.
    private const int Most = 8;

    [Fact]
    public async Task A_page_asks_for_few_files_that_hold_everything_once()
    {
        var host = await hosts.OnAsync(DatabaseEngine.Sqlite, Household.Sample);
        await using var guarded = await GuardedHost.StartAsync();
        var cookie = await guarded.CookieOfAsync(await guarded.AddAsync("ann", UserRole.Owner));
        var pages = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["/ of a new household"] = await (await hosts.OnAsync(DatabaseEngine.Sqlite, Household.Empty)).PageAsync("/"),
            ["/sign-in"] = await guarded.Host.PageAsync("/sign-in"),
            ["/security/passkeys"] = await PageAsync(guarded.Host, "/security/passkeys", cookie),
            ["/security/audit"] = await PageAsync(guarded.Host, "/security/audit", cookie),
            ["/security/confirm"] = await PageAsync(guarded.Host, "/security/confirm", cookie),
            ["/welcome"] = await WelcomeAsync(),
        };
        foreach (var address in Addresses.Pages.Where(address => address.StatusOf(Household.Sample) == 200))
        {
            pages[address.Path] = await host.PageAsync(address.Path);
        }

        var asked = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (path, html) in pages)
        {
            using var page = new HtmlParser().ParseDocument(html);
            var files = page.QuerySelectorAll("link[rel=stylesheet], script[src]").Select(element => element.GetAttribute("href") ?? element.GetAttribute("src")!).ToList();
            Assert.True(files.Count is > 0 and <= Most, $"{path} asks for {files.Count} files: {string.Join(", ", files)}");
            await AssertHoldEverythingOnceAsync(host, path, files);
            asked.UnionWith(files);
        }

        // What no page asks for is not shipped, but for the colours of those who read only; dialogs have no files of their own.
        var unasked = AssetEndpoints.Names.Where(name => name.EndsWith(".js", StringComparison.Ordinal) || name.EndsWith(".css", StringComparison.Ordinal)).Where(name => !asked.Contains(AssetEndpoints.Versioned("/" + name)));
        Assert.Equal(["bb/css/read-only.css", "bb/worker.js"], unasked.Order(StringComparer.Ordinal));
    }

    private static async Task AssertHoldEverythingOnceAsync(InProcessHost host, string path, List<string> files)
    {
        var contents = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in files.Where(file => !file.Contains("/lib/", StringComparison.Ordinal)))
        {
            contents.Add(file, await host.PageAsync(file));
        }

        var parts = contents.SelectMany(file => Parts().Matches(file.Value).Select(part => (file.Key, part.Groups["part"].Value)).Distinct()).ToList();
        Assert.All(contents.Keys, file => Assert.Contains(parts, part => part.Key == file));
        Assert.All(parts.GroupBy(part => part.Value), same => Assert.True(same.Count() == 1, $"{same.Key} is in several files of {path}: {string.Join(", ", same.Select(part => part.Key))}"));

        foreach (var (file, text) in contents)
        {
            Assert.DoesNotMatch(UnseenImports(), text);
            foreach (Match import in Imports().Matches(text))
            {
                var from = new Uri(new Uri("http://host" + file), import.Groups["from"].Value).AbsolutePath;
                Assert.True(contents.ContainsKey(from), $"{file} imports {from}, which {path} does not name.");
                var given = Exports().Match(contents[from]).Groups["names"].Value.Split(',', StringSplitOptions.TrimEntries).Select(name => name.Split(' ')[^1]).ToList();
                Assert.All(import.Groups["names"].Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries), name => Assert.Contains(name.Split(' ')[0], given));
            }
        }
    }

    private static async Task<string> PageAsync(InProcessHost host, string path, string cookie)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "Cookie", cookie } } };
        using var response = await host.Client.SendAsync(request);
        Assert.Equal((path, 200), (path, (int)response.StatusCode));
        return await response.Content.ReadAsStringAsync();
    }

    private static async Task<string> WelcomeAsync()
    {
        await using var database = await TestDatabase.EmptyAsync(DatabaseEngine.Sqlite);
        var settings = RecordedSettings.For(database.Url);
        settings.Remove("PAY_PERIOD_START_DATE");
        settings.Remove("RECONCILE_BEGIN_DATE");
        await using var host = await InProcessHost.StartAsync(settings);
        return await host.PageAsync("/welcome");
    }

    // The build writes before each part of a file where it is from.
    [GeneratedRegex(@"^(?://|/\*) (?<part>(?:wwwroot|Features)/\S+\.(?:js|css))(?: \*/)?$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Parts();

    [GeneratedRegex(@"^import (?:(?:\{(?<names>[^}]*)\}|\* as \w+) from )?""(?<from>[^""]+)"";$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Imports();

    [GeneratedRegex(@"^export \{(?<names>[^}]*)\};$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Exports();

    // Such a file would be asked for late, and nothing above would have looked at it.
    [GeneratedRegex(@"\bimport\(|^export .* from |@import", RegexOptions.Multiline, 5000)]
    private static partial Regex UnseenImports();
}
