using BiweeklyBudget.AcceptanceTests.Fixtures;
using Microsoft.Playwright;

namespace BiweeklyBudget.AcceptanceTests.Pages;

/// <summary>A page with a list that can be filtered, searched, sorted and paged.</summary>
internal sealed class ListPage(BrowserWindow window, string path, string table) : AppPage(window, path)
{
    public ILocator Rows => Page.Locator($"#{table} tbody tr");

    public ILocator Search => Page.GetByRole(AriaRole.Searchbox);

    public ILocator Count => Page.Locator(".bb-pager [role=status]");

    /// <summary>The address after the host's name.</summary>
    public string Address => new Uri(Page.Url).PathAndQuery;

    public ILocator Filter(string name) => Page.Locator($"#filter-{name}");

    // By its text: its name has the arrow of the order, too.
    public ILocator Head(string title) => Page.Locator($"#{table} thead").GetByText(title, new LocatorGetByTextOptions { Exact = true });

    public Task<IReadOnlyList<string>> DescriptionsAsync() => Rows.Locator(".bb-lead a").AllInnerTextsAsync();

    /// <summary>Does something, and waits until the list shows it.</summary>
    public async Task ShowsAfterAsync(Func<Task> action, string address)
    {
        await action();
        await Page.WaitForFunctionAsync("address => location.pathname + location.search === address", address);
        await Assertions.Expect(Page.Locator("[data-bb-list-part][aria-busy]")).ToHaveCountAsync(0);
    }

    /// <summary>The lines of the file that the link below the list gives.</summary>
    public async Task<string[]> DownloadAsync()
    {
        var download = await Page.RunAndWaitForDownloadAsync(() => Page.GetByText("Download CSV").ClickAsync());
        return await File.ReadAllLinesAsync(await download.PathAsync());
    }
}
