using BiweeklyBudget.AcceptanceTests.Fixtures;
using BiweeklyBudget.AcceptanceTests.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace BiweeklyBudget.AcceptanceTests.Scenarios.Dialogs;

/// <summary>What is planned is made, or skipped, several at once. Rent and Phone are due, Gym is planned for tomorrow.</summary>
public sealed class PlannedDialogTests(AcceptanceFixture acceptance) : BrowserTest(acceptance)
{
    private const string Period = "/payperiod/2017-07-21";
    private const string Title = "Planned for 7/21/2017 to 8/3/2017";

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        foreach (var (description, amount, date) in new[] { ("Rent", "50", "2017-07-24"), ("Phone", "30", "2017-07-26"), ("Gym", "20", "2017-07-29") })
        {
            await Acceptance.Host.SaveAsync("scheduled", new { description, amount, sales_tax = "0", account = "1", budget = "2", notes = "", is_active = true, type = "date", date });
        }
    }

    [Fact]
    public async Task What_is_due_is_chosen_already_and_made_with_corrected_amounts_by_mouse()
    {
        var page = await AppPage.OpenAsync(await OpenAsync(Viewport.Desktop), Period);
        var planned = await page.Page.Locator("tr.bb-row-planned").CountAsync();
        var dialog = await page.OpenDialogAsync(page.Opener("Make all 2 due …"), Title);
        await Expect(Box(page, "Rent")).ToBeCheckedAsync();
        await Expect(Box(page, "Phone")).ToBeCheckedAsync();
        await Expect(Box(page, "Gym")).Not.ToBeCheckedAsync();
        await Expect(Amount(page, "Gym")).ToBeDisabledAsync();
        await Expect(dialog.Save).ToHaveTextAsync("Make 2 transactions");

        await Amount(page, "Phone").FillAsync("much");
        await dialog.Save.ClickAsync();
        await Expect(dialog.ErrorsOf("occurrences")).ToContainTextAsync("Please enter a number.");
        await Amount(page, "Phone").FillAsync("25+6.10");
        await page.LoadsAfterAsync(() => dialog.Save.ClickAsync());

        await page.SeesSavedAsync("2 transactions were made.");
        await Expect(page.Page.Locator("tr.bb-row-planned")).ToHaveCountAsync(planned - 2);
        await Expect(page.Row("trans-table", "Phone")).ToContainTextAsync("$31.10");
        await page.LoadsAfterAsync(() => page.ToastAction.ClickAsync());
        await Expect(page.Page.Locator("tr.bb-row-planned")).ToHaveCountAsync(planned);
    }

    [Fact]
    public async Task Several_are_skipped_with_one_reason_and_come_back()
    {
        var page = await AppPage.OpenAsync(await OpenAsync(Viewport.Phone), Period);
        var dialog = await page.OpenDialogAsync(page.Opener("Make all 2 due …"), Title);
        await dialog.PickAsync("action", "skip");
        await Box(page, "Rent").UncheckAsync();
        await Box(page, "Gym").CheckAsync();
        await Expect(dialog.Save).ToHaveTextAsync("Skip 2");
        await dialog.IsRefusedAsync(("notes", "Please enter a note."));
        await dialog.FillAsync("notes", "away");
        await page.LoadsAfterAsync(() => dialog.Save.ClickAsync());
        await page.SeesSavedAsync("2 were skipped.");
        await Expect(page.Page.GetByText("Undo skip")).ToHaveCountAsync(2);
        await page.LoadsAfterAsync(() => page.ToastAction.ClickAsync());
        await Expect(page.Page.GetByText("Undo skip")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task By_keyboard_all_are_made_and_taken_back()
    {
        var page = await AppPage.OpenAsync(await OpenAsync(Viewport.Desktop), Period);
        var keys = page.Page.Keyboard;
        var planned = await page.Page.Locator("tr.bb-row-planned").CountAsync();
        await page.Opener("Make all 2 due …").FocusAsync();
        await keys.PressAsync("Enter");
        await page.Dialog.WaitForAsync(Title);
        await Box(page, "Gym").FocusAsync();
        await keys.PressAsync("Space");
        await keys.PressAsync("Tab");
        await Expect(Amount(page, "Gym")).ToBeFocusedAsync();
        await Expect(page.Dialog.Save).ToHaveTextAsync("Make 3 transactions");
        await page.LoadsAfterAsync(() => keys.PressAsync("Control+Enter"));
        await Expect(page.Toast).ToHaveTextAsync("3 transactions were made.");
        await page.LoadsAfterAsync(() => keys.PressAsync("Control+z"));
        await Expect(page.Page.Locator("tr.bb-row-planned")).ToHaveCountAsync(planned);
    }

    private static ILocator Line(AppPage page, string text) => page.Dialog.Box.Locator(".bb-occurrences li").Filter(new LocatorFilterOptions { HasText = text });

    private static ILocator Box(AppPage page, string text) => Line(page, text).Locator("[type=checkbox]");

    private static ILocator Amount(AppPage page, string text) => Line(page, text).Locator("[data-kind=money]");
}
