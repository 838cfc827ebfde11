using BiweeklyBudget.AcceptanceTests.Fixtures;
using BiweeklyBudget.AcceptanceTests.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace BiweeklyBudget.AcceptanceTests.Scenarios;

/// <summary>A phone, with fingers: large targets, short rows, the main places at the bottom, no keys.</summary>
public sealed class PhoneTests(AcceptanceFixture acceptance) : BrowserTest(acceptance)
{
    // Everything that can be pressed, by what can be hit of it: a label belongs to its box, a link within a sentence is as high as its line (WCAG 2.5.8). A row's link covers the row, and a card is picked wherever it is touched. What is sorted by on a desk is chosen in a list here.
    private const string SmallTargets = """
        () => [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary')].filter(e => e.checkVisibility({ visibilityProperty: true }) && getComputedStyle(e).pointerEvents !== 'none'
            && !e.disabled && !e.closest('.visually-hidden, .bb-skip, p, dd, small, .bb-note li, .form-text, .bb-cards thead') && e.getBoundingClientRect().width > 1).map(e => {
          const row = e.matches('.bb-lead > a:first-of-type, .rc-pick') ? e.closest('tr, .rc-card') : null;
          const box = (row ?? e.closest('label') ?? document.querySelector(`label.form-check-label[for="${e.id}"]`)?.parentElement ?? e).getBoundingClientRect();
          return { height: Math.round(box.height), width: Math.round(box.width), html: e.outerHTML.slice(0, 120) };
        }).filter(t => t.height < 44 || t.width < 24).map(t => `${t.width}x${t.height} ${t.html}`)
        """;

    private const string Lines = """
        selector => Math.max(0, ...[...document.querySelectorAll(selector)].map(row => {
          const middles = [...row.querySelectorAll('*')].filter(e => e.checkVisibility() && !e.closest('.visually-hidden') && e.getBoundingClientRect().width > 1).flatMap(e => [...e.childNodes]).filter(n => n.nodeType === 3 && n.data.trim()).flatMap(n => {
            const range = document.createRange(); range.selectNodeContents(n); return [...range.getClientRects()].filter(r => r.width > 1).map(r => (r.top + r.bottom) / 2);
          }).toSorted((a, b) => a - b);
          return middles.filter((y, i) => i === 0 || y - middles[i - 1] > 8).length;
        }))
        """;

    public static TheoryData<string> Paths => new(MainPages.All);

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task Every_target_is_large_enough_for_a_finger(string path)
    {
        var page = await OpenPhoneAsync(path);

        Assert.Empty(await page.Page.EvaluateAsync<string[]>(SmallTargets));
        Assert.Equal(0, await page.OverflowAsync());
        Assert.Empty(await page.AccessibilityViolationsAsync());
    }

    [Theory]
    [InlineData("transaction")]
    [InlineData("scheduled")]
    [InlineData("account/3")]
    [InlineData("budget/4")]
    public async Task Every_target_of_a_dialog_is_large_enough_for_a_finger(string dialog)
    {
        var page = await OpenPhoneAsync("/help");
        await page.OpenDialogAsync("/dialogs/" + dialog);
        await Expect(page.Dialog.Save).ToBeVisibleAsync();

        Assert.Empty(await page.Page.EvaluateAsync<string[]>(SmallTargets));
    }

    [Fact]
    public async Task Transactions_are_rows_of_two_lines_and_bank_lines_of_three()
    {
        var window = await OpenTouchAsync(Acceptance.Host);
        foreach (var (path, selector, most) in new[] { ("/transactions", "#table-transactions tbody tr", 2), ("/payperiod/2017-07-21", "#trans-table tbody tr", 2), ("/ofx", "#table-ofx-txn tbody tr", 3), ("/reconcile", ".rc-bank", 3) })
        {
            var page = await AppPage.OpenAsync(window, path);
            Assert.True(await page.Page.Locator(selector).CountAsync() > 0, $"{path} shows rows.");
            Assert.InRange(await page.Page.EvaluateAsync<int>(Lines, selector), 1, most);
        }
    }

    [Fact]
    public async Task No_key_is_hinted_at_and_reconciling_is_one_touch_away()
    {
        var page = await OpenPhoneAsync("/payperiod/2017-07-21");
        await Expect(page.Page.Locator("kbd:visible")).ToHaveCountAsync(0);

        await page.LoadsAfterAsync(() => page.Page.Locator(".bb-bottom").GetByText("Reconcile", new LocatorGetByTextOptions { Exact = true }).First.TapAsync());

        await Expect(page.Page.Locator("h1")).ToHaveTextAsync("Reconcile");
        await Expect(page.Page.Locator(".bb-bottom > [aria-current=page]")).ToHaveTextAsync("Reconcile");
        await Expect(page.Page.Locator("kbd:visible")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task The_plus_at_the_bottom_adds_to_the_period_that_is_shown()
    {
        var page = await OpenPhoneAsync("/payperiod/2017-08-04");
        await page.Page.Locator(".bb-add").TapAsync();
        await page.Dialog.WaitForAsync("Add New Transaction");
        await Expect(page.Dialog.Field("date")).ToHaveValueAsync("2017-08-04");
    }

    [Fact]
    public async Task A_touch_anywhere_on_a_row_opens_it()
    {
        var page = await OpenPhoneAsync("/transactions");
        var row = page.Row("table-transactions", "T4split");
        var box = (await row.BoundingBoxAsync())!;
        await row.TapAsync(new LocatorTapOptions { Position = new Position { X = box.Width - 30, Y = box.Height - 12 } });
        await Expect(page.Dialog.Field("amount")).ToBeVisibleAsync();
    }

    private async Task<AppPage> OpenPhoneAsync(string path)
    {
        var page = new AppPage(await OpenTouchAsync(Acceptance.Host), path);
        await page.OpenAsync();
        return page;
    }
}
