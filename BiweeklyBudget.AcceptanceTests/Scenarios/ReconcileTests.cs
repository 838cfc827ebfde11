using BiweeklyBudget.AcceptanceTests.Fixtures;
using BiweeklyBudget.AcceptanceTests.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace BiweeklyBudget.AcceptanceTests.Scenarios;

/// <summary>Reconciling as a visitor does it: by suggestions, mouse, keyboard and finger.</summary>
public sealed class ReconcileTests(AcceptanceFixture acceptance) : BrowserTest(acceptance)
{
    private ReconcileRows Rows => new(Acceptance.Database.Url);

    [Fact]
    public async Task Fifty_bank_lines_take_two_steps_and_the_odd_ones_are_dragged_paired_ignored_and_made()
    {
        await Rows.SurePurchases(50).Purchase("By mouse", 77.01m, "A WRONG 1", "B RIGHT 1").Purchase("By keyboard", 88.02m, "A WRONG 2", "B RIGHT 2").BankLine("IGNORED", 5.55m).BankLine("MADE", 6.66m).SaveAsync();
        var page = await ReconcilePage.OpenAsync(await OpenAsync(Viewport.Desktop));
        await Expect(page.AcceptAll).ToContainTextAsync("Accept all 50 sure");

        // Two steps for fifty lines: this one, and Submit below.
        await page.Keyboard.PressAsync("Shift+Enter");
        await Expect(page.Submit).ToHaveTextAsync("Submit 50 changes");
        await Expect(page.AcceptAll).ToBeHiddenAsync();

        Assert.True(await page.ReloadAskedAsync());
        await Expect(page.Submit).ToHaveTextAsync("Submit 50 changes");
        await Expect(page.Pending).ToHaveCountAsync(50);

        await page.DragAsync(page.BankLine("B RIGHT 1"), page.Transaction("By mouse"));
        await Expect(page.Submit).ToHaveTextAsync("Submit 51 changes");
        await Expect(page.Pending.Filter(new LocatorFilterOptions { HasText = "By mouse" })).ToContainTextAsync("B RIGHT 1");

        await ReconcilePage.Pick(page.BankLine("B RIGHT 2")).FocusAsync();
        await page.Keyboard.PressAsync("Space");
        await Expect(page.Transaction("By keyboard")).ToHaveClassAsync(new System.Text.RegularExpressions.Regex("rc-target", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)));
        await page.Keyboard.PressAsync("ArrowLeft");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Submit).ToHaveTextAsync("Submit 52 changes");

        await page.BankLine("IGNORED").GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "ignore IGNORED", Exact = true }).ClickAsync();
        await Expect(page.Dialog.Box).ToContainTextAsync("Ignore IGNORED");
        await page.AnswerNoteAsync("not <b>ours</b>");
        await Expect(page.Pending.Filter(new LocatorFilterOptions { HasText = "Ignored: not <b>ours</b>" })).ToHaveCountAsync(1);

        await page.BankLine("MADE").GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "make" }).ClickAsync();
        await Expect(page.Dialog.Box).ToContainTextAsync("Add a transaction for MADE");
        await page.ChooseBudgetAndSaveAsync("Periodic2");
        await Expect(page.Submit).ToHaveTextAsync("Submit 54 changes");
        await Expect(page.Pending.Last).ToContainTextAsync("$6.66");

        // It waits like the rest: Undo takes it away, a reload does not, and nothing of it is stored.
        await page.Undo.ClickAsync();
        await Expect(page.Submit).ToHaveTextAsync("Submit 53 changes");
        await page.BankLine("MADE").GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "make" }).ClickAsync();
        await page.ChooseBudgetAndSaveAsync("Periodic2");
        await Expect(page.Submit).ToHaveTextAsync("Submit 54 changes");
        Assert.True(await page.ReloadAskedAsync());
        await Expect(page.Pending.Last).ToContainTextAsync("MADE · Periodic2");
        Assert.Empty(await page.AccessibilityViolationsAsync());
        Assert.Equal(0, await Rows.TransactionsNamedAsync("MADE"));

        await page.Transaction("By mouse").Locator("xpath=ancestor::*[contains(@class, 'rc-done')]").GetByText("Not reconciled after all").ClickAsync();
        await Expect(page.Submit).ToHaveTextAsync("Submit 53 changes");
        await page.DragAsync(page.BankLine("B RIGHT 1"), page.Transaction("By mouse"));
        await Expect(page.Summary).ToHaveTextAsync("52 matched, 1 to be made, 1 ignored. Nothing is stored before you submit.");
        Assert.Empty(await Rows.ReconciledAsync());

        await page.Submit.ClickAsync();
        await Expect(page.Messages).ToHaveTextAsync("54 reconciled.");
        await Expect(page.Submit).ToHaveTextAsync("Submit");
        var stored = await Rows.ReconciledAsync();
        Assert.Equal(54, stored.Count);
        Assert.All(stored.Take(50), r => Assert.Equal(r.Transaction.Replace("Purchase", "SURE", StringComparison.Ordinal), r.FitId));
        Assert.Equal([("By mouse", "B RIGHT 1", null), ("By keyboard", "B RIGHT 2", null), ("MADE", "MADE", null), ("", "IGNORED", "not <b>ours</b>")], stored.TakeLast(4));
        Assert.Equal(1, await Rows.TransactionsNamedAsync("MADE"));
        Assert.False(await page.ReloadAskedAsync());
    }

    [Fact]
    public async Task A_stored_reconciliation_is_undone_from_its_dialog_after_a_confirmation()
    {
        var window = await OpenAsync(Viewport.Desktop);
        await AppPage.OpenAsync(window, "/payperiod/2017-07-21");
        var page = await ReconcilePage.OpenAsync(window);
        await ReconcilePage.Pick(page.Transaction("T2")).FocusAsync();
        await page.Transaction("T2").GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "not at the bank" }).ClickAsync();
        await page.AnswerNoteAsync("cash");
        await Expect(page.Summary).ToHaveTextAsync("1 not at the bank. Nothing is stored before you submit.");
        await page.Submit.ClickAsync();
        await Expect(page.Messages).ToHaveTextAsync("1 reconciled.");
        Assert.Equal([("T2", null, "cash")], await Rows.ReconciledAsync());

        await AppPage.OpenAsync(window, "/payperiod/2017-07-21");
        await window.Page.Locator("#trans-table tr", new PageLocatorOptions { HasTextString = "T2" }).GetByText("reconciled").ClickAsync();
        await Expect(page.Dialog.Box).ToContainTextAsync("Reconciled: T2");
        await Expect(page.Dialog.Box).ToContainTextAsync("No bank line");
        await Expect(page.Dialog.Box.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Undo reconciliation" })).ToBeHiddenAsync();
        await page.Dialog.Box.Locator("summary").ClickAsync();
        Assert.Empty(await page.AccessibilityViolationsAsync());
        await page.Dialog.Box.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Undo reconciliation" }).ClickAsync();
        await Expect(window.Page.Locator("#bb-toasts")).ToContainTextAsync("T2 is not reconciled any more.");
        Assert.Empty(await Rows.ReconciledAsync());
    }

    [Fact]
    public async Task Steps_are_undone_one_by_one_until_nothing_waits()
    {
        await Rows.SurePurchases(3).Purchase("Twice", 9.99m, "FIRST", "SECOND").SaveAsync();
        var page = await ReconcilePage.OpenAsync(await OpenAsync(Viewport.Desktop));
        await page.Transaction("T2").GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "not at the bank" }).ClickAsync();
        await page.AnswerNoteAsync("");
        await Expect(page.Pending.Locator(".rc-note")).ToHaveTextAsync("Not at the bank");
        await page.Undo.ClickAsync();

        var open = await page.Suggestions.CountAsync();
        await page.AcceptAll.ClickAsync();
        await page.Suggestions.Filter(new LocatorFilterOptions { HasText = "Twice" }).GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Accept" }).ClickAsync();
        await Expect(page.Submit).ToHaveTextAsync("Submit 4 changes");

        await page.Keyboard.PressAsync("Control+z");
        await Expect(page.Submit).ToHaveTextAsync("Submit 3 changes");
        await page.Undo.ClickAsync();
        await Expect(page.Submit).ToHaveTextAsync("Submit");
        await Expect(page.Suggestions).ToHaveCountAsync(open);
        await Expect(page.Pending).ToHaveCountAsync(0);

        await page.Submit.ClickAsync();
        await Expect(page.Messages).ToHaveTextAsync("Warning: No reconciled transactions; did not submit form.");
    }

    [Fact]
    public async Task What_does_not_fit_is_not_matched_and_said()
    {
        await Rows.Purchase("Ten", 10m).BankLine("TWELVE", 12m).SaveAsync();
        var page = await ReconcilePage.OpenAsync(await OpenAsync(Viewport.Desktop));
        await page.DragAsync(page.BankLine("TWELVE"), page.Transaction("Ten"));
        await Expect(page.Messages).ToHaveTextAsync("The amounts differ: Ten is $10.00, TWELVE is $12.00.");
        await ReconcilePage.Pick(page.BankLine("TWELVE")).ClickAsync();
        await Expect(page.Summary).ToContainTextAsync("Nothing fits TWELVE.");
        await ReconcilePage.Pick(page.Transaction("T3")).ClickAsync();
        await Expect(page.Messages).ToHaveTextAsync("T3 and TWELVE belong to different accounts.");
        await Expect(page.Match).ToBeHiddenAsync();
        await Expect(page.Submit).ToHaveTextAsync("Submit");
    }

    [Fact]
    public async Task A_refused_submit_says_why_and_keeps_what_waits()
    {
        await Rows.SurePurchases(2).SaveAsync();
        var window = await OpenAsync(Viewport.Desktop);
        var (page, other) = (await ReconcilePage.OpenAsync(window), await ReconcilePage.OpenAsync(await OpenAsync(Viewport.Desktop)));
        await page.AcceptAll.ClickAsync();
        await other.Suggestions.First.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Accept" }).ClickAsync();
        await other.Submit.ClickAsync();
        await Expect(other.Messages).ToHaveTextAsync("1 reconciled.");

        window.Expect(400);
        await page.Submit.ClickAsync();
        await Expect(page.Messages).ToContainTextAsync("Not saved: \"Purchase ");
        await Expect(page.Submit).ToHaveTextAsync("Submit 2 changes");

        Assert.True(await page.ReloadAskedAsync());
        await Expect(page.Messages).ToHaveTextAsync("One change that was waiting no longer applies and was dropped.");
        await page.Submit.ClickAsync();
        await Expect(page.Messages).ToHaveTextAsync("1 reconciled.");
        Assert.Equal(2, (await Rows.ReconciledAsync()).Count);
    }

    [Fact]
    public async Task A_finger_matches_at_360_pixels()
    {
        await Rows.Purchase("Lunch", 12.34m, "CAFE", "OTHER CAFE").SaveAsync();
        var page = await ReconcilePage.OpenAsync(await OpenAsync(Viewport.Phone));
        await ReconcilePage.Pick(page.BankLine("OTHER CAFE")).ClickAsync();
        await Expect(page.Summary).ToHaveTextAsync("Match Lunch with OTHER CAFE?");
        await page.Match.ClickAsync();
        await Expect(page.Pending).ToContainTextAsync("OTHER CAFE");
        Assert.Equal(0, await page.OverflowAsync());
    }

    [Fact]
    public async Task Two_times_five_hundred_rows_are_all_there_and_work()
    {
        await Rows.SurePurchases(500).SaveAsync();
        var page = await ReconcilePage.OpenAsync(await OpenAsync(Viewport.Desktop));
        await Expect(page.AcceptAll).ToContainTextAsync("Accept all 500 sure");
        await page.Suggestions.Nth(250).GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Not this" }).ClickAsync();
        await Expect(page.AcceptAll).ToContainTextAsync("Accept all 499 sure");
        await page.Keyboard.PressAsync("Shift+Enter");
        await Expect(page.Pending).ToHaveCountAsync(499);
        await page.Submit.ClickAsync();
        await Expect(page.Messages).ToHaveTextAsync("499 reconciled.");
    }

    [Fact]
    public async Task Texts_from_banks_and_people_are_texts_everywhere()
    {
        const string odd = "<img src=x onerror=alert(1)>%2F?#&";
        await Rows.Purchase("<b>\"Bold\"</b> & Sons", 3.21m, odd).SaveAsync();
        var page = await ReconcilePage.OpenAsync(await OpenAsync(Viewport.Desktop));
        await Expect(page.Transaction("<b>\"Bold\"</b> & Sons")).ToBeVisibleAsync();
        await page.AcceptAll.ClickAsync();
        await Expect(page.Pending).ToContainTextAsync(odd);
        await page.Submit.ClickAsync();
        await Expect(page.Messages).ToHaveTextAsync("1 reconciled.");
        Assert.Equal([("<b>\"Bold\"</b> & Sons", odd, null)], await Rows.ReconciledAsync());
    }

    [Theory]
    [InlineData(false, ColorScheme.Light)]
    [InlineData(false, ColorScheme.Dark)]
    [InlineData(true, ColorScheme.Light)]
    [InlineData(true, ColorScheme.Dark)]
    public async Task The_page_fits_its_window_and_is_accessible_in_every_state(bool isPhone, ColorScheme scheme)
    {
        await Rows.SurePurchases(2).Purchase("Twice", 9.99m, "FIRST", "SECOND").Purchase("A rather long description without any end or line break: " + new string('x', 80), 1.5m).SaveAsync();
        var page = await ReconcilePage.OpenAsync(await OpenAsync(isPhone ? Viewport.Phone : Viewport.Desktop, scheme));
        await CheckAsync();

        await page.Suggestions.First.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Accept" }).ClickAsync();
        await page.BankLine("SECOND").GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "ignore" }).ClickAsync();
        await CheckAsync();
        await page.AnswerNoteAsync("seen twice");
        await ReconcilePage.Pick(page.BankLine("FIRST")).ClickAsync();
        await CheckAsync();

        async Task CheckAsync()
        {
            Assert.Equal(0, await page.OverflowAsync());
            Assert.Empty(await page.AccessibilityViolationsAsync());
        }
    }
}
