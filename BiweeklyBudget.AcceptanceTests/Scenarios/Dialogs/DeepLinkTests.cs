using BiweeklyBudget.AcceptanceTests.Fixtures;
using BiweeklyBudget.AcceptanceTests.Pages;
using Microsoft.Playwright;

namespace BiweeklyBudget.AcceptanceTests.Scenarios.Dialogs;

/// <summary>An address with a record's id opens its dialog over its list (spec/ui.md §1.5).</summary>
public sealed class DeepLinkTests(AcceptanceFixture acceptance) : BrowserTest(acceptance)
{
    [Theory]
    [InlineData("/transactions/3", "Edit T3", "/transactions", "Saved T3.")]
    [InlineData("/scheduled/2", "Edit ST2", "/scheduled", "Saved ST2.")]
    [InlineData("/accounts/1", "Edit BankOne", "/accounts", "Saved BankOne.")]
    [InlineData("/budgets/4", "Edit Standing1", "/budgets", "Saved Standing1.")]
    public async Task Closing_and_saving_lead_to_the_list(string address, string title, string list, string saved)
    {
        var page = await AppPage.OpenAsync(await OpenAsync(Viewport.Desktop), address);
        await page.Dialog.WaitForAsync(title);
        await page.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.Dialog.Box).ToHaveCountAsync(0);
        Assert.Equal(list, new Uri(page.Page.Url).AbsolutePath);
        await page.ReloadAsync();
        await Assertions.Expect(page.Dialog.Box).ToHaveCountAsync(0);

        await page.OpenAsync();
        await page.Dialog.WaitForAsync(title);
        await page.Dialog.Save.ClickAsync();
        await page.SeesSavedAsync(saved);
        Assert.Equal(list, new Uri(page.Page.Url).AbsolutePath);
    }

    [Theory]
    [InlineData("/transactions/99")]
    [InlineData("/scheduled/99")]
    [InlineData("/accounts/99")]
    [InlineData("/budgets/99")]
    public async Task A_record_that_is_not_there_is_a_page_that_says_so(string address)
    {
        var window = await OpenAsync(Viewport.Desktop);
        window.Expect(404);
        var page = await AppPage.OpenAsync(window, address);

        await Assertions.Expect(page.Page.Locator("main")).ToContainTextAsync("404");
    }

    [Fact]
    public async Task A_dialog_that_cannot_be_opened_says_why_and_can_be_closed()
    {
        var window = await OpenAsync(Viewport.Desktop);
        window.Expect(503);
        var page = await AppPage.OpenAsync(window, "/budgets");
        await page.Page.RouteAsync("**/dialogs/*", route => route.FulfillAsync(new RouteFulfillOptions { Status = 503 }));
        await page.Opener("Add Budget").ClickAsync();

        await Assertions.Expect(page.Dialog.Box).ToContainTextAsync("The server answered 503.");
        await page.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Dialog.Box).ToHaveCountAsync(0);
        await Assertions.Expect(page.Opener("Add Budget")).ToBeFocusedAsync();
    }
}
