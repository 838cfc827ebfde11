using BiweeklyBudget.AcceptanceTests.Fixtures;
using BiweeklyBudget.AcceptanceTests.Pages;
using Microsoft.Playwright;

namespace BiweeklyBudget.AcceptanceTests.Scenarios;

/// <summary>Mistakes are taken back and got rid of, with the mouse and by keyboard.</summary>
public sealed class UndoTests(AcceptanceFixture acceptance) : BrowserTest(acceptance)
{
    private static readonly string? Pictures = Environment.GetEnvironmentVariable("BUDGETTEST_PICTURES");

    private static readonly (Viewport Viewport, ColorScheme Scheme)[] Looks =
    [
        (Viewport.Phone, ColorScheme.Light), (Viewport.Phone, ColorScheme.Dark), (new Viewport(768, 900), ColorScheme.Light), (new Viewport(1024, 900), ColorScheme.Dark), (Viewport.Desktop, ColorScheme.Light),
        (Viewport.Desktop, ColorScheme.Dark),
    ];

    [Fact]
    public async Task What_was_saved_is_taken_back_from_its_message_and_by_key_and_done_again()
    {
        var page = await AppPage.OpenAsync(await OpenAsync(Viewport.Desktop), "/transactions");
        await AddLunchAsync(page);
        await Assertions.Expect(page.ToastAction).ToHaveTextAsync("Undo");
        await page.LoadsAfterAsync(() => page.ToastAction.ClickAsync());
        await page.SeesSavedAsync("Taken back: added transaction \"Lunch\".");
        await Assertions.Expect(page.Row("table-transactions", "Lunch")).ToHaveCountAsync(0);

        await page.LoadsAfterAsync(() => page.Page.Keyboard.PressAsync("Control+Shift+Z"));
        await Assertions.Expect(page.Row("table-transactions", "Lunch")).ToHaveCountAsync(1);
        await page.LoadsAfterAsync(() => page.Page.Keyboard.PressAsync("Control+z"));
        await Assertions.Expect(page.Row("table-transactions", "Lunch")).ToHaveCountAsync(0);
        await page.Page.Keyboard.PressAsync("Control+z");
        await Assertions.Expect(page.Toast.Last).ToContainTextAsync("Nothing was changed from this window");

        // Who types takes back what was typed.
        await page.Page.GetByRole(AriaRole.Searchbox).FocusAsync();
        await page.Page.Keyboard.PressAsync("Control+Shift+Z");
        await Assertions.Expect(page.Row("table-transactions", "Lunch")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Several_rows_are_chosen_and_deleted_by_keyboard_and_come_back()
    {
        var page = await AppPage.OpenAsync(await OpenAsync(Viewport.Desktop), "/transactions");
        var keys = page.Page.Keyboard;
        var rows = await page.Page.Locator("#table-transactions tbody tr").CountAsync();
        foreach (var text in new[] { "T4split", "T3" })
        {
            await page.Row("table-transactions", text).Locator(".bb-lead a").FocusAsync();
            await keys.PressAsync("x");
        }

        await Assertions.Expect(page.Page.Locator("[data-bb-chosen]")).ToHaveTextAsync("2 chosen");
        Assert.Empty(await page.AccessibilityViolationsAsync());
        await keys.PressAsync("Delete");
        await page.Dialog.WaitForAsync("Delete 2 transactions");
        Assert.Empty(await page.AccessibilityViolationsAsync());
        await page.LoadsAfterAsync(() => page.Dialog.Save.ClickAsync());
        await page.SeesSavedAsync("2 transactions were deleted.");
        await Assertions.Expect(page.Page.Locator("#table-transactions tbody tr")).ToHaveCountAsync(rows - 2);
        await page.LoadsAfterAsync(() => keys.PressAsync("Control+z"));
        await Assertions.Expect(page.Page.Locator("#table-transactions tbody tr")).ToHaveCountAsync(rows);
    }

    [Fact]
    public async Task What_is_used_is_made_inactive_instead_from_its_dialog_by_key()
    {
        var page = await AppPage.OpenAsync(await OpenAsync(Viewport.Phone), "/budgets/2");
        await page.Dialog.WaitForAsync("Edit Periodic2");
        await page.Dialog.Button("Close").First.FocusAsync();
        await page.Page.Keyboard.PressAsync("Delete");
        await page.Dialog.WaitForAsync("Delete budget");
        await Assertions.Expect(page.Dialog.Body).ToContainTextAsync("\"Periodic2\" cannot be deleted:");
        await Assertions.Expect(page.Dialog.Save).ToHaveCountAsync(0);
        Assert.Empty(await page.AccessibilityViolationsAsync());
        Assert.Equal(0, await page.OverflowAsync());
        await PictureAsync(page, "delete-budget");
        await page.Dialog.Box.GetByText("Make Periodic2 inactive …").ClickAsync();
        await page.Dialog.WaitForAsync("Make Periodic2 inactive");
        await page.LoadsAfterAsync(() => page.Dialog.Save.ClickAsync());
        await page.SeesSavedAsync("Periodic2 is inactive now.");
    }

    [Fact]
    public async Task The_history_takes_back_fits_and_is_accessible()
    {
        var page = await AppPage.OpenAsync(await OpenAsync(Viewport.Desktop), "/transactions");
        await AddLunchAsync(page);
        await page.LoadsAfterAsync(() => page.ToastAction.ClickAsync());
        await AddLunchAsync(page);
        foreach (var (viewport, scheme) in Looks)
        {
            var look = await AppPage.OpenAsync(await OpenAsync(viewport, scheme), "/history");
            await Assertions.Expect(look.Row("table-history", "Lunch").First).ToBeVisibleAsync();
            Assert.Equal(0, await look.OverflowAsync());
            Assert.Empty(await look.AccessibilityViolationsAsync());
            await PictureAsync(look, $"history-{viewport.Width}-{scheme}");
            if (Pictures is not null)
            {
                await look.Page.GotoAsync("/transactions");
                await look.IsReadyAsync();
                await look.Page.Locator("[data-bb-act=start]").ClickAsync();
                await look.Page.Locator(".bb-choice input").First.CheckAsync();
                await PictureAsync(look, $"choosing-{viewport.Width}-{scheme}");
                await look.Page.Locator("[data-bb-act=delete]").ClickAsync();
                await look.Dialog.WaitForAsync("Delete transaction");
                await PictureAsync(look, $"delete-{viewport.Width}-{scheme}");
            }
        }

        var history = await AppPage.OpenAsync(await OpenAsync(Viewport.Desktop), "/history");
        await Assertions.Expect(history.Page.Locator("time").First).Not.ToContainTextAsync("UTC");
        await history.LoadsAfterAsync(() => history.Row("table-history", "Added transaction \"Lunch\"").First.GetByRole(AriaRole.Button).ClickAsync());
        await history.SeesSavedAsync("Taken back: added transaction \"Lunch\".");
        await PictureAsync(history, "history-taken-back");
        await history.Page.GetByRole(AriaRole.Searchbox).FillAsync("lunch");
        await Assertions.Expect(history.Page.Locator("#table-history tbody tr")).ToHaveCountAsync(4);
    }

    private static async Task AddLunchAsync(AppPage page)
    {
        var dialog = await page.OpenDialogAsync(page.Opener("Add Transaction"), "Add New Transaction");
        await dialog.FillAsync("amount", "4.5");
        await dialog.FillAsync("description", "Lunch");
        await dialog.Box.Locator("[data-bb-single]").SelectOptionAsync(new SelectOptionValue { Label = "Periodic1" });
        await page.LoadsAfterAsync(() => dialog.Save.ClickAsync());
        await Assertions.Expect(page.Toast).ToContainTextAsync("Saved ");
    }

    private static async Task PictureAsync(AppPage page, string name)
    {
        if (Pictures is not null)
        {
            Directory.CreateDirectory(Pictures);
            await File.WriteAllBytesAsync(Path.Combine(Pictures, name + ".png"), await page.ScreenshotAsync());
        }
    }
}
