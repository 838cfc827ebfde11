using BiweeklyBudget.AcceptanceTests.Fixtures;
using BiweeklyBudget.AcceptanceTests.Pages;
using BiweeklyBudget.TestSupport;
using Microsoft.Playwright;

namespace BiweeklyBudget.AcceptanceTests.Scenarios;

/// <summary>Statements dropped on the page: preview, import by one click, undo. Account 1 of the sample data has the number 1111, account 3 CreditOneAcctId.</summary>
public sealed class StatementUploadTests(AcceptanceFixture acceptance) : BrowserTest(acceptance)
{
    private static readonly string Checking = OfxUpload.Checking("1111", "NEW1 -45.67 Grocery \"A\" &lt;b&gt;", "NEW2 12.00 Refund", "BankOne.1.1 -20 Generated Trans 1", "BankOne.0.0 1.00 BankOne.0.0");

    [Fact]
    public async Task Files_are_previewed_imported_by_one_click_and_undone()
    {
        var page = await OfxPage.VisitAsync(await OpenAsync(Viewport.Desktop));
        const string card = "CreditOne_2017-07-28_05-30-00.ofx";
        await page.ChooseAsync(
            OfxUpload.Payload("checking.ofx", Checking),
            new FilePayload { Name = card, MimeType = "", Buffer = await File.ReadAllBytesAsync(TestData.Fixture("ofx/" + card)) });

        await Assertions.Expect(page.Statements.Nth(0)).ToContainTextAsync("recognised by its number");
        await Assertions.Expect(page.Statements.Nth(0).Locator("[data-ofx-counts]")).ToHaveTextAsync("2 new, 0 known, 2 changed");
        await Assertions.Expect(page.Statements.Nth(0)).ToContainTextAsync("amount was 1234.56");
        await Assertions.Expect(page.Statements.Nth(1).Locator("[data-ofx-counts]")).ToHaveTextAsync("1 new, 0 known, 0 changed");
        await page.ImportAsync();

        await Assertions.Expect(page.Statements.Nth(0)).ToContainTextAsync("2 new, 2 updated");
        await Assertions.Expect(page.Rows.Filter(new LocatorFilterOptions { HasText = "Grocery \"A\" <b>" })).ToHaveCountAsync(1);
        await Assertions.Expect(page.Imports).ToHaveCountAsync(2);
        await page.UndoLatestAsync();
        await page.UndoLatestAsync();

        await Assertions.Expect(page.Imports).ToHaveCountAsync(0);
        await Assertions.Expect(page.Rows.Filter(new LocatorFilterOptions { HasText = "Grocery" })).ToHaveCountAsync(0);
        await page.SearchAsync("BankOne.0.0");
        await Assertions.Expect(page.Rows.Filter(new LocatorFilterOptions { HasText = "$1,234.56" })).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task An_import_is_taken_back_from_its_message_and_by_key()
    {
        var page = await OfxPage.VisitAsync(await OpenAsync(Viewport.Desktop));
        await page.ChooseAsync(OfxUpload.Payload("checking.ofx", Checking));
        await page.ImportAsync();
        await Assertions.Expect(page.Toast).ToHaveTextAsync("Imported checking.ofx.");
        await Assertions.Expect(page.Rows.Filter(new LocatorFilterOptions { HasText = "Grocery" })).ToHaveCountAsync(1);
        await page.LoadsAfterAsync(() => page.ToastAction.ClickAsync());
        await Assertions.Expect(page.Rows.Filter(new LocatorFilterOptions { HasText = "Grocery" })).ToHaveCountAsync(0);
        await Assertions.Expect(page.Imports).ToHaveCountAsync(0);
        await page.LoadsAfterAsync(() => page.Page.Keyboard.PressAsync("Control+Shift+Z"));
        await Assertions.Expect(page.Rows.Filter(new LocatorFilterOptions { HasText = "Grocery" })).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task An_account_that_is_not_recognised_is_chosen_and_recognised_the_next_time()
    {
        var page = await OfxPage.VisitAsync(await OpenAsync(Viewport.Desktop));
        await page.DropAsync("first.ofx", OfxUpload.Checking("555", "S1 -1.00 One"));
        await Assertions.Expect(page.Statements.First.Locator("[data-ofx-choice]")).ToHaveValueAsync("");

        await page.ChooseAccountAsync(page.Statements.First, "BankTwoStale");
        await Assertions.Expect(page.Statements.First.Locator("[data-ofx-oddities]")).ToContainTextAsync("not the one of earlier statements");
        await page.ImportAsync();
        await page.ChooseAsync(OfxUpload.Payload("second.ofx", OfxUpload.Checking("555", "S1 -1.00 One", "S2 -2.00 Two")));

        await Assertions.Expect(page.Statements.Last).ToContainTextAsync("recognised by its number");
        await Assertions.Expect(page.Statements.Last.Locator("[data-ofx-counts]")).ToHaveTextAsync("1 new, 1 known, 0 changed");
    }

    [Fact]
    public async Task Files_that_cannot_be_imported_say_why_and_others_still_can()
    {
        var page = await OfxPage.VisitAsync(await OpenAsync(Viewport.Desktop));
        await page.ChooseAsync(
            OfxUpload.Payload("bad.ofx", OfxUpload.Checking("1111", "X1 ABC Shop")),
            OfxUpload.Payload("page.ofx", "<html>Please log in</html>"),
            OfxUpload.Payload("good.ofx", Checking));

        await Assertions.Expect(page.Previews.Nth(0)).ToContainTextAsync("Invalid Transaction Amount: 'ABC' (FITID X1, line 7)");
        await Assertions.Expect(page.Previews.Nth(1)).ToContainTextAsync("This is a web page (HTML), not an OFX file");
        await page.ImportAsync();
        await page.ChooseAsync(OfxUpload.Payload("good.ofx", Checking));

        await Assertions.Expect(page.Statements.Last).ToContainTextAsync("was already imported on 7/28/2017");
        await Assertions.Expect(page.Imports).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Downloads_of_one_name_are_imported_each_and_a_file_of_two_months_shows_both()
    {
        var page = await OfxPage.VisitAsync(await OpenAsync(Viewport.Desktop));
        foreach (var file in new[] { "45-same-name-next-month.1.ofx", "45-same-name-next-month.2.ofx" })
        {
            await page.ChooseAsync(new FilePayload { Name = "quickenExport.qfx", MimeType = "", Buffer = await File.ReadAllBytesAsync(TestData.Fixture("field/" + file)) });
            await page.ChooseAccountAsync(page.Statements.Last, "BankTwoStale");
            await page.ImportAsync();
        }

        await Assertions.Expect(page.Imports).ToHaveCountAsync(2);
        await Assertions.Expect(page.Rows.Filter(new LocatorFilterOptions { HasText = "OCTOBER" })).ToHaveCountAsync(1);
        await Assertions.Expect(page.Rows.Filter(new LocatorFilterOptions { HasText = "NOVEMBER" })).ToHaveCountAsync(1);
        await page.ChooseAsync(new FilePayload { Name = "months.ofx", MimeType = "", Buffer = await File.ReadAllBytesAsync(TestData.Fixture("field/07-two-months-one-file.ofx")) });
        await Assertions.Expect(page.Previews.Last.Locator("[data-ofx-statement]")).ToHaveCountAsync(2);
        await Assertions.Expect(page.Previews.Last.Locator("[data-ofx-counts]").First).ToHaveTextAsync("0 new, 1 known, 0 changed");
        await page.ChooseAccountAsync(page.Statements.Last, "BankOne");
        await Assertions.Expect(page.Statements.Last.Locator("[data-ofx-choice]")).ToHaveValueAsync("1");
    }

    [Fact]
    public async Task Ten_thousand_transactions_are_imported_and_the_second_time_add_nothing()
    {
        var page = await OfxPage.VisitAsync(await OpenAsync(Viewport.Desktop));
        var text = OfxUpload.Many("1111", 10_000);
        await page.ChooseAsync(OfxUpload.Payload("1.ofx", text));
        await page.ImportAsync();
        await Assertions.Expect(page.Statements.First).ToContainTextAsync("10000 new, 0 updated");
        await page.ChooseAsync(OfxUpload.Payload("2.ofx", text));

        await Assertions.Expect(page.Statements.Last.Locator("[data-ofx-counts]")).ToHaveTextAsync("0 new, 10000 known, 0 changed");
    }

    [Fact]
    public async Task A_bank_transactions_dialog_opens_from_the_list_and_from_its_address_whatever_its_id()
    {
        var window = await OpenAsync(Viewport.Desktop);
        var page = await OfxPage.VisitAsync(window);
        await page.ChooseAsync(OfxUpload.Payload("odd.ofx", OfxUpload.Checking("1111", "a/b?c#d%2F\"'&amp;+é -1.00 Odd")));
        await page.ImportAsync();
        await page.Rows.GetByRole(AriaRole.Link, new LocatorGetByRoleOptions { Name = "Odd" }).ClickAsync();
        await Assertions.Expect(page.Dialog.Box).ToContainTextAsync("a/b?c#d%2F\"'&+é");
        await Assertions.Expect(page.Dialog.Box).ToContainTextAsync("odd.ofx");

        await window.Page.GotoAsync("/ofx/1/" + Uri.EscapeDataString("a/b?c#d%2F\"'&+é"));
        await Assertions.Expect(page.Dialog.Box).ToContainTextAsync("a/b?c#d%2F");
        await window.Page.GotoAsync("/ofx/1/BankOne.0.0");
        await Assertions.Expect(page.Dialog.Box).ToContainTextAsync("BankOne.0.0");
        window.Expect(404);
        Assert.Equal(404, (await window.Page.GotoAsync("/ofx/1/none"))!.Status);
    }

    [Theory]
    [InlineData(false, ColorScheme.Light)]
    [InlineData(false, ColorScheme.Dark)]
    [InlineData(true, ColorScheme.Light)]
    [InlineData(true, ColorScheme.Dark)]
    public async Task The_page_with_a_preview_and_the_dialog_fit_their_window_and_are_accessible(bool isPhone, ColorScheme scheme)
    {
        var window = await OpenAsync(isPhone ? Viewport.Phone : Viewport.Desktop, scheme);
        var page = await OfxPage.VisitAsync(window);
        await page.ChooseAsync(OfxUpload.Payload("checking.ofx", Checking), OfxUpload.Payload("page.ofx", "nothing"));
        await AssertGoodAsync(page, $"preview-{isPhone}-{scheme}");
        await page.ImportAsync();
        await AssertGoodAsync(page, $"imported-{isPhone}-{scheme}");
        await window.Page.GotoAsync("/ofx/1/BankOne.0.0");
        await Assertions.Expect(page.Dialog.Box).ToContainTextAsync("Bank line: BankOne.0.0");
        await AssertGoodAsync(page, $"dialog-{isPhone}-{scheme}");
    }

    private static async Task AssertGoodAsync(OfxPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("BIWEEKLYBUDGET_PICTURES") is { Length: > 0 } folder)
        {
            await File.WriteAllBytesAsync(Path.Combine(folder, $"ofx-{name}.png"), await page.ScreenshotAsync());
        }

        Assert.Equal(0, await page.OverflowAsync());
        Assert.Empty(await page.AccessibilityViolationsAsync());
    }
}
