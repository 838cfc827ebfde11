using BiweeklyBudget.AcceptanceTests.Fixtures;
using BiweeklyBudget.AcceptanceTests.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace BiweeklyBudget.AcceptanceTests.Scenarios;

/// <summary>One line says what is wrong worst; the others and what they add up are behind it; it can be dismissed for the pay period.</summary>
public sealed class NotificationTests(AcceptanceFixture acceptance) : BrowserTest(acceptance)
{
    private const string Stale = "2 accounts have stale data.";
    private const string Waiting = "32 bank lines wait to be reconciled.";

    // The answer to the page's question, or where there is none what it shows first.
    private const string MainFigure = ".bb-figure-main, .bb-figure, .rc-card, .bb-drop, .bb-toolbar, .bb-cards td, .bb-chart, .bb-empty-line, h2";

    public static TheoryData<string> Paths => new(MainPages.All);

    [Fact]
    public async Task The_worst_one_is_one_line_and_the_others_are_behind_it()
    {
        var page = await AppPage.OpenAsync(await OpenAsync(Viewport.Desktop), "/accounts");
        var notes = page.Page.Locator(".bb-notes");
        await Expect(notes).ToHaveClassAsync("bb-notes bb-note-warning");
        await Expect(page.Page.Locator(".bb-notes-first")).ToContainTextAsync(Stale);
        Assert.True((await notes.BoundingBoxAsync())!.Height < 50);
        await Expect(page.Page.GetByText(Waiting)).ToBeHiddenAsync();

        await page.Page.GetByText("2 more").ClickAsync();

        await Expect(page.Page.GetByText(Waiting)).ToBeVisibleAsync();
        await Expect(page.Page.GetByText("Your accounts hold $2,444.29 that nothing is planned for.")).ToBeVisibleAsync();
        await Expect(notes).ToContainTextAsync("hold $12,889.24, more than the $10,444.95 that is planned or on its way");
        Assert.Empty(await page.AccessibilityViolationsAsync());
    }

    [Fact]
    public async Task One_that_is_dismissed_stays_away_on_all_pages_until_it_is_worse()
    {
        var window = await OpenAsync(Viewport.Phone);
        var page = await AppPage.OpenAsync(window, "/budgets");
        await DismissAsync(page, Stale);
        await Expect(page.Page.Locator(".bb-notes-first")).ToContainTextAsync(Waiting);

        await page.ReloadAsync();
        await Expect(page.Page.Locator(".bb-notes")).Not.ToContainTextAsync("stale");
        page = await AppPage.OpenAsync(window, "/transactions");
        await DismissAsync(page, Waiting);
        await DismissAsync(page, "that nothing is planned for");
        await Expect(page.Page.Locator(".bb-notes")).ToHaveCountAsync(0);

        await new ReconcileRows(Acceptance.Database.Url).BankLine("ONE MORE", 3m).SaveAsync();
        await page.ReloadAsync();
        await Expect(page.Page.Locator(".bb-notes-first")).ToContainTextAsync("33 bank lines wait");
        await Expect(page.Page.Locator(".bb-notes")).Not.ToContainTextAsync("stale");
    }

    [Fact]
    public async Task To_dismiss_one_can_be_taken_back()
    {
        var page = await AppPage.OpenAsync(await OpenAsync(Viewport.Desktop), "/budgets");
        await DismissAsync(page, Stale);

        await page.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Show it again" }).ClickAsync();

        await Expect(page.Page.Locator(".bb-notes-first")).ToContainTextAsync(Stale);
        await page.ReloadAsync();
        await Expect(page.Page.Locator(".bb-notes-first")).ToContainTextAsync(Stale);
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task The_main_figure_of_a_page_lies_in_the_first_300_pixels_of_a_phone(string path)
    {
        var page = await AppPage.OpenAsync(await OpenAsync(Viewport.Phone), path);

        Assert.InRange(await EndOfMainFigureAsync(page), 1, 300);
    }

    [Fact]
    public async Task The_main_figures_of_the_demo_lie_there_too()
    {
        var window = await OpenSharedAsync(await DemoHost.SharedAsync(), Viewport.Phone);
        foreach (var path in new[] { "/", "/pay_period_for", "/payperiods", "/accounts/credit-payoff" })
        {
            var page = await AppPage.OpenAsync(window, path);
            Assert.True(await page.Page.Locator(".bb-notes").CountAsync() == 1, "The demo has something to tell.");
            Assert.InRange(await EndOfMainFigureAsync(page), 1, 300);
        }
    }

    // A list begins there; a figure ends there.
    private static Task<int> EndOfMainFigureAsync(AppPage page) => page.Page.EvaluateAsync<int>(
        "selector => { const first = [...document.querySelectorAll('main .bb-figure-main, main .bb-figure')].concat([...document.querySelectorAll(selector)]).find(e => e.checkVisibility() && e.closest('main')); const box = first.getBoundingClientRect(); return Math.round(scrollY + (first.matches('.bb-figure') ? box.bottom : box.top)); }",
        MainFigure);

    private static async Task DismissAsync(AppPage page, string text)
    {
        var note = page.Page.Locator(".bb-notes").Filter(new LocatorFilterOptions { Has = page.Page.Locator(".bb-notes-first", new PageLocatorOptions { HasTextString = text }) });
        await note.Locator("> [data-bb-dismiss]").ClickAsync();
        await Expect(note).ToHaveCountAsync(0);
        await page.IsReadyAsync();
    }
}
