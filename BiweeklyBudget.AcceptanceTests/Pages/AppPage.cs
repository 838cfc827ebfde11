using BiweeklyBudget.AcceptanceTests.Fixtures;
using BiweeklyBudget.AcceptanceTests.Golden;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace BiweeklyBudget.AcceptanceTests.Pages;

/// <summary>What every page of the app has. A page object says what a visitor sees and does, in his words.</summary>
internal class AppPage(BrowserWindow window, string path)
{
    protected IPage Page { get; } = window.Page;

    /// <summary>Opens any page by its address.</summary>
    public static async Task<AppPage> OpenAsync(BrowserWindow window, string path)
    {
        var page = new AppPage(window, path);
        await page.OpenAsync();
        return page;
    }

    public async Task OpenAsync() => await Page.GotoAsync(path, new PageGotoOptions { WaitUntil = WaitUntilState.NetworkIdle });

    /// <summary>What can be seen now: texts that are hidden at this width do not count.</summary>
    public async Task<PageFacts> VisibleFactsAsync()
    {
        var text = await Page.EvaluateAsync<string>("document.body.innerText");
        var rows = await Page.EvaluateAsync<string[]>("selector => [...document.querySelectorAll(selector)].filter(e => e.checkVisibility()).map(e => e.innerText)", PageFacts.RowSelector);
        var withId = await Page.EvaluateAsync<string[]>("[...document.querySelectorAll('[id]')].filter(e => e.checkVisibility()).map(e => e.tagName === 'INPUT' ? e.value : e.innerText ?? '')");
        return new PageFacts(text, rows, withId);
    }

    /// <summary>By how many pixels the page is wider than its window; a visitor would have to scroll sideways.</summary>
    public Task<int> OverflowAsync() => Page.EvaluateAsync<int>("Math.max(0, document.scrollingElement.scrollWidth - window.innerWidth)");

    /// <summary>What keeps people with assistive technology, or weak eyes, from using the page, as axe finds it.</summary>
    public async Task<IReadOnlyList<string>> AccessibilityViolationsAsync()
    {
        var result = await Page.RunAxe();
        return [.. result.Violations.Select(Describe)];
    }

    public Task<byte[]> ScreenshotAsync() => Page.ScreenshotAsync(new PageScreenshotOptions { Animations = ScreenshotAnimations.Disabled });

    private static string Describe(AxeResultItem item) =>
        $"{item.Id} ({item.Impact}): {item.Help}: {string.Join("; ", item.Nodes.Take(5).Select(n => n.Html))}";
}
