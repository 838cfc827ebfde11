using BiweeklyBudget.AcceptanceTests.Fixtures;
using BiweeklyBudget.AcceptanceTests.Pages;
using Microsoft.Playwright;

namespace BiweeklyBudget.AcceptanceTests.Scenarios;

/// <summary>Work without the mouse (issue "Everyday work", 3).</summary>
public sealed class KeyboardTests(AcceptanceFixture acceptance) : BrowserTest(acceptance)
{
    [Fact]
    public async Task A_question_mark_lists_the_shortcuts()
    {
        var page = await AppPage.OpenAsync(await OpenAsync(Viewport.Desktop), "/help");
        await page.Page.Keyboard.PressAsync("?");

        await page.Dialog.WaitForAsync("Keyboard shortcuts");
        await Assertions.Expect(page.Dialog.Body).ToContainTextAsync("Add a transaction");
        await page.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.Dialog.Box).ToHaveCountAsync(0);
        await page.LoadsAfterAsync(() => page.Page.Keyboard.PressAsync("t"));
        Assert.Equal("/transactions", new Uri(page.Page.Url).AbsolutePath);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/payperiods")]
    [InlineData("/payperiod/2017-07-21")]
    [InlineData("/accounts")]
    [InlineData("/budgets")]
    [InlineData("/transactions")]
    [InlineData("/scheduled")]
    [InlineData("/help")]
    public async Task A_transaction_can_be_entered_from_anywhere_without_the_mouse(string path)
    {
        var page = await AppPage.OpenAsync(await OpenAsync(Viewport.Desktop), path);
        var keys = page.Page.Keyboard;
        await keys.PressAsync("a");
        await page.Dialog.WaitForAsync("Add New Transaction");

        // Amount, description, account (as proposed), tax, no split, budget by its name.
        await keys.TypeAsync("4.5");
        await keys.PressAsync("Tab");
        await keys.TypeAsync("Coffee");
        foreach (var _ in Enumerable.Range(0, 4))
        {
            await keys.PressAsync("Tab");
        }

        await keys.TypeAsync("Periodic2");
        await keys.PressAsync("Tab");
        await keys.TypeAsync("with milk");
        await keys.PressAsync("Control+Enter");

        await page.SeesSavedAsync("Saved Coffee.");
        Assert.Equal(path, new Uri(page.Page.Url).AbsolutePath);
        using var stored = System.Text.Json.JsonDocument.Parse(await Acceptance.Host.PageAsync("/ajax/transactions/5"));
        Assert.Equal("Coffee", stored.RootElement.GetProperty("description").GetString());
        Assert.Equal("with milk", stored.RootElement.GetProperty("notes").GetString());
        Assert.Equal(2, stored.RootElement.GetProperty("budgets")[0].GetProperty("id").GetInt32());
        Assert.Equal(4.5m, stored.RootElement.GetProperty("budgets")[0].GetProperty("amount").GetDecimal());
    }

    [Fact]
    public async Task Who_types_opens_nothing()
    {
        var page = await AppPage.OpenAsync(await OpenAsync(Viewport.Desktop), "/transactions");
        await page.Page.Keyboard.PressAsync("/");
        await page.Page.Keyboard.TypeAsync("a?");

        await Assertions.Expect(page.Page.GetByRole(AriaRole.Searchbox)).ToHaveValueAsync("a?");
        await Assertions.Expect(page.Dialog.Box).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task The_link_to_the_content_skips_the_navigation_and_loads_nothing()
    {
        var page = await AppPage.OpenAsync(await OpenAsync(Viewport.Desktop), "/transactions");
        var requests = new List<string>();
        page.Page.Request += (_, request) => requests.Add(request.Url);
        await page.Page.Keyboard.PressAsync("Tab");
        await page.Page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page.Page.Locator("#main")).ToBeFocusedAsync();

        // A load that had begun would be told before this answer.
        await page.Page.EvaluateAsync("new Promise(done => requestAnimationFrame(() => setTimeout(done)))");
        Assert.Empty(requests);
    }
}
