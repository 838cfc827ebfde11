using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Hosting.Tests.Fixtures;

namespace BiweeklyBudget.Hosting.Tests.Composition;

/// <summary>What a page points to is there: its links, dialogs, scripts and sources of charts, and every choice of every filter.</summary>
public sealed class EveryLinkTests(ReadOnlyHosts hosts) : IClassFixture<ReadOnlyHosts>
{
    private static readonly (string Selector, string Attribute)[] Pointers =
    [
        ("a[href]", "href"), ("[data-bb-dialog]", "data-bb-dialog"), ("[data-bb-open]", "data-bb-open"), ("[data-source]", "data-source"), ("script[src]", "src"), ("link[href]", "href"), ("img[src]", "src"),
    ];

    [Theory]
    [InlineData(DatabaseEngine.MySql, Household.Sample)]
    [InlineData(DatabaseEngine.Sqlite, Household.Sample)]
    [InlineData(DatabaseEngine.Sqlite, Household.Empty)]
    public async Task Every_link_of_every_page_leads_somewhere(DatabaseEngine engine, Household household)
    {
        var host = await hosts.OnAsync(engine, household);
        var followed = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (path, page) in await PagesAsync(host, household))
        {
            foreach (var target in Pointers.SelectMany(pointer => page.QuerySelectorAll(pointer.Selector).Select(element => element.GetAttribute(pointer.Attribute)!)))
            {
                if (TargetOf(path, target) is { } inside)
                {
                    followed.TryAdd(inside, path);
                }
            }
        }

        Assert.True(followed.Count > 50, $"Only {followed.Count} links were found.");
        await FollowAsync(host, followed);
    }

    [Theory]
    [InlineData(DatabaseEngine.MySql)]
    [InlineData(DatabaseEngine.Sqlite)]
    public async Task Every_choice_of_every_filter_shows_a_list(DatabaseEngine engine)
    {
        var host = await hosts.OnAsync(engine, Household.Sample);
        var followed = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (path, page) in await PagesAsync(host, Household.Sample))
        {
            foreach (var form in page.QuerySelectorAll("form[method=get]"))
            {
                var fields = form.QuerySelectorAll("select, input").ToDictionary(field => field.GetAttribute("name")!, _ => "", StringComparer.Ordinal);
                var choices = form.QuerySelectorAll<IHtmlSelectElement>("select").SelectMany(select => select.Options.Select(option => (Name: select.Name!, option.Value)))
                    .Concat(form.QuerySelectorAll("input[type=search]").Select(search => (Name: search.GetAttribute("name")!, Value: "interest & \"more\" <b>%")));
                foreach (var (name, value) in choices)
                {
                    var query = string.Join('&', fields.Keys.Select(field => $"{field}={(field == name ? Uri.EscapeDataString(value) : "")}"));
                    followed.TryAdd($"{form.GetAttribute("action")}?{query}", path);
                }
            }
        }

        Assert.Contains(followed.Keys, address => address.StartsWith("/ofx?account=1&", StringComparison.Ordinal));
        await FollowAsync(host, followed);
    }

    [Theory]
    [InlineData(DatabaseEngine.MySql)]
    [InlineData(DatabaseEngine.Sqlite)]
    public async Task The_account_filter_of_bank_transactions_shows_those_of_the_account(DatabaseEngine engine)
    {
        var host = await hosts.OnAsync(engine, Household.Sample);
        using var page = new HtmlParser().ParseDocument(await host.PageAsync("/ofx?account=3&size=100"));

        var accounts = page.QuerySelectorAll("#table-ofx-txn td[data-label=Account]").Select(cell => cell.TextContent).ToList();
        Assert.NotEmpty(accounts);
        Assert.All(accounts, account => Assert.Equal("CreditOne", account));
        Assert.Empty(page.QuerySelectorAll("[data-bb-open]"));
    }

    private static async Task<IReadOnlyList<(string Path, IHtmlDocument Page)>> PagesAsync(InProcessHost host, Household household)
    {
        var pages = new List<(string, IHtmlDocument)>();
        foreach (var address in Addresses.Pages.Concat(Addresses.Dialogs).Where(address => address.StatusOf(household) == 200).DistinctBy(address => address.Path))
        {
            pages.Add((address.Path, new HtmlParser().ParseDocument(await host.PageAsync(address.Path))));
        }

        return pages;
    }

    /// <summary>The address below the host that is asked for; null when it leads out of it, or only to another place of the page.</summary>
    private static string? TargetOf(string path, string target)
    {
        var uri = new Uri(new Uri("http://host" + path), target);
        return uri.Host == "host" && !target.StartsWith('#') ? uri.PathAndQuery : null;
    }

    private static async Task FollowAsync(InProcessHost host, Dictionary<string, string> targets)
    {
        var broken = new List<string>();
        foreach (var (target, page) in targets)
        {
            using var response = await host.GetAsync(target);
            if (response.StatusCode is not (HttpStatusCode.OK or HttpStatusCode.Redirect))
            {
                broken.Add($"{target} on {page} answers {(int)response.StatusCode}");
            }
        }

        Assert.Empty(broken);
        Assert.Empty(host.Errors);
    }
}
