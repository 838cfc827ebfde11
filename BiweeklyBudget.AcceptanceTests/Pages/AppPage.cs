using System.Globalization;
using BiweeklyBudget.AcceptanceTests.Fixtures;
using BiweeklyBudget.AcceptanceTests.Golden;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace BiweeklyBudget.AcceptanceTests.Pages;

/// <summary>What every page of the app has. A page object says what a visitor sees and does, in his words.</summary>
internal class AppPage(BrowserWindow window, string path)
{
    private static readonly LocatorWaitForOptions Attached = new() { State = WaitForSelectorState.Attached };

    // Every rule is run, or some by their names; what passes need not be listed. Of what axe would ask the server for once more, only media are needed: no rule that is run reads style sheets.
    private const string Violations = """
        async rules => {
          const options = { resultTypes: ['violations'], preload: { assets: ['media'] } };
          const { violations } = await axe.run(document, rules ? { ...options, runOnly: { type: 'rule', values: rules } } : options);
          return violations.map(found => `${found.id} (${found.impact}): ${found.help}: ${found.nodes.slice(0, 5).map(node => node.html).join('; ')}`);
        }
        """;

    // What every page has, by the address that this page names it by, and with what its other scripts take from it: at another address it would be another one.
    private const string Scripts = "import(document.querySelector('script[src$=\"/js/site.js\"]').src)";

    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    // Those of axe's rules that look at colours.
    private static readonly string[] ColourRules = ["color-contrast", "link-in-text-block"];

    public IPage Page { get; } = window.Page;

    /// <summary>The dialog that is open, or none.</summary>
    public DialogBox Dialog { get; } = new(window.Page);

    /// <summary>The words of the quiet confirmation at the edge of the window.</summary>
    public ILocator Toast => Page.Locator(".bb-toast span");

    /// <summary>What it offers to do.</summary>
    public ILocator ToastAction => Page.Locator(".bb-toast button");

    /// <summary>Opens any page by its address.</summary>
    public static async Task<AppPage> OpenAsync(BrowserWindow window, string path)
    {
        var page = new AppPage(window, path);
        await page.OpenAsync();
        return page;
    }

    /// <summary>Opens a dialog as the page's own scripts do.</summary>
    public Task OpenDialogAsync(string address) => Page.EvaluateAsync($"url => {Scripts}.then(({{ openDialog }}) => openDialog(url))", address);

    /// <summary>Shows a message as the page's own scripts do.</summary>
    public Task SayAsync(string text) => Page.EvaluateAsync($"text => {Scripts}.then(({{ toast }}) => toast(text))", text);

    public async Task OpenAsync()
    {
        await Page.GotoAsync(path, new PageGotoOptions { WaitUntil = WaitUntilState.Commit });
        await IsReadyAsync();
    }

    /// <summary>Waits until the page says that it is at rest: its scripts are installed, and what they began by themselves has ended.</summary>
    public async Task IsReadyAsync() => await Page.Locator("html[data-ready]").WaitForAsync(Attached);

    public async Task ReloadAsync()
    {
        await Page.ReloadAsync(new PageReloadOptions { WaitUntil = WaitUntilState.Commit });
        await IsReadyAsync();
    }

    /// <summary>Does what makes the app load a page in this one's place, and waits until that one is ready.</summary>
    public async Task LoadsAfterAsync(Func<Task> action)
    {
        await Page.EvaluateAsync("document.documentElement.dataset.left = ''");
        await action();
        await Page.Locator("html[data-ready]:not([data-left])").WaitForAsync(Attached);
    }

    /// <summary>A link that opens a dialog, by its text, wherever it can be seen.</summary>
    public ILocator Opener(string text) => Page.Locator("a[data-bb-dialog]:visible").Filter(new LocatorFilterOptions { HasText = text }).First;

    /// <summary>Opens a dialog with its link, and waits until it can be filled in.</summary>
    public async Task<DialogBox> OpenDialogAsync(ILocator opener, string title)
    {
        await opener.ClickAsync();
        await Dialog.WaitForAsync(title);
        return Dialog;
    }

    /// <summary>The row of a table that holds a text.</summary>
    public ILocator Row(string table, string text) => Page.Locator($"#{table} tbody tr").Filter(new LocatorFilterOptions { HasText = text });

    /// <summary>An amount that stands somewhere on the page.</summary>
    public async Task<decimal> AmountAsync(string selector) =>
        decimal.Parse(await Page.Locator(selector).InnerTextAsync(), NumberStyles.Currency, CultureInfo.GetCultureInfo("en-US"));

    /// <summary>Waits for the confirmation that a successful save leaves on the page, which has been loaded anew.</summary>
    public async Task SeesSavedAsync(string message)
    {
        await Assertions.Expect(Toast).ToHaveTextAsync(message);
        await Assertions.Expect(Dialog.Box).ToHaveCountAsync(0);
        await IsReadyAsync();
    }

    /// <summary>Shows all notifications, and what they add up, if there are any.</summary>
    public async Task ShowNotificationsAsync()
    {
        if (await Page.Locator(".bb-notes summary").CountAsync() > 0)
        {
            await Page.Locator(".bb-notes summary").ClickAsync();
        }
    }

    /// <summary>What can be seen now: texts that are hidden at this width do not count.</summary>
    public async Task<PageFacts> VisibleFactsAsync()
    {
        // Days as programs read them, as long as it takes.
        await Page.EvaluateAsync("[...document.querySelectorAll('time[datetime]')].forEach(time => { time.dataset.shown = time.textContent; time.textContent = time.dateTime; })");
        var text = await Page.EvaluateAsync<string>("document.body.innerText");
        var rows = await Page.EvaluateAsync<string[]>("selector => [...document.querySelectorAll(selector)].filter(e => e.checkVisibility()).map(e => e.innerText)", PageFacts.RowSelector);
        var withId = await Page.EvaluateAsync<string[]>("[...document.querySelectorAll('[id]')].filter(e => e.checkVisibility()).map(e => e.tagName === 'INPUT' ? e.value : e.innerText ?? '')");
        await Page.EvaluateAsync("[...document.querySelectorAll('time[data-shown]')].forEach(time => { time.textContent = time.dataset.shown; time.removeAttribute('data-shown'); })");
        return new PageFacts(text, rows, withId);
    }

    /// <summary>By how many pixels the page, or the dialog over it, is wider than its window; a visitor would have to scroll sideways.</summary>
    public Task<int> OverflowAsync() => Page.EvaluateAsync<int>("Math.max(0, document.scrollingElement.scrollWidth - window.innerWidth, ...[...document.querySelectorAll('dialog[open]')].map(d => d.scrollWidth - d.clientWidth))");

    /// <summary>What keeps people with assistive technology, or weak eyes, from using the page, as axe finds it.</summary>
    public Task<IReadOnlyList<string>> AccessibilityViolationsAsync() => ViolationsOfAsync(rules: null);

    /// <summary>What weak eyes cannot read. Enough of a second theme: everything else of it is what the first one has.</summary>
    public Task<IReadOnlyList<string>> ColourViolationsAsync() => ViolationsOfAsync(ColourRules);

    public Task<byte[]> ScreenshotAsync() => Page.ScreenshotAsync(new PageScreenshotOptions { Animations = ScreenshotAnimations.Disabled });

    // The page keeps it until it is left. No page has frames of other origins, into which it would not come.
    private async Task<IReadOnlyList<string>> ViolationsOfAsync(string[]? rules)
    {
        if (!await Page.EvaluateAsync<bool>("'axe' in globalThis"))
        {
            await Page.EvaluateAsync(Axe);
        }

        return await Page.EvaluateAsync<string[]>(Violations, rules);
    }
}
