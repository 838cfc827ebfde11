using BiweeklyBudget.AcceptanceTests.Fixtures;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace BiweeklyBudget.AcceptanceTests.Scenarios;

/// <summary>A browser without scripts: forms are pages, and what comes of them is a page.</summary>
public sealed class WithoutScriptsTests(AcceptanceFixture acceptance) : BrowserTest(acceptance)
{
    [Fact]
    public async Task A_transaction_is_added_split_corrected_and_what_is_left_over_spread()
    {
        var window = await OpenWithoutScriptsAsync(Acceptance.Host);
        window.Expect(422);
        var page = window.Page;
        await page.GotoAsync("/transactions");
        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Add Transaction" }).First.ClickAsync();
        await FillAsync(page, "12.50", "Market");
        await page.Locator("[name=budget]").SelectOptionAsync(new SelectOptionValue { Label = "Periodic2" });
        await SaveAsync(page);

        await page.GotoAsync("/dialogs/transaction?date=2017-07-28");
        // A blank passes the browser, and not the server.
        await FillAsync(page, "1", " ");
        await SaveAsync(page, isRefused: true);
        await Expect(page.Locator("main")).ToContainTextAsync("Please enter a description.");
        await Expect(page.Locator("main")).ToContainTextAsync("Please choose a budget.");

        await page.GotoAsync("/dialogs/transaction?date=2017-07-28");
        await FillAsync(page, "30", "Drugstore");
        await page.GetByText("Split it over several budgets").ClickAsync();
        await page.Locator("[name='budgets[1]']").FillAsync("10 + 8");
        await page.Locator("[name='budgets[2]']").FillAsync("12");
        await SaveAsync(page);
        await page.GotoAsync("/dialogs/transaction/6");
        await Expect(page.Locator("[name='budgets[1]']")).ToHaveValueAsync("18.00");
        await page.Locator("[name='budgets[1]']").FillAsync("30");
        await page.Locator("[name='budgets[2]']").FillAsync("");
        await SaveAsync(page);
        Assert.Contains("\"amount\": 30.0", (await Acceptance.Host.PageAsync("/ajax/transactions/6")).Replace("\":30", "\": 30", StringComparison.Ordinal), StringComparison.Ordinal);

        await page.GotoAsync("/payperiod/2017-07-21");
        await page.GetByText("Spread what is left over …").ClickAsync();
        await page.Locator("[name='amounts[4]']").FillAsync("10");
        await page.Locator("[name=charged]").SelectOptionAsync(new SelectOptionValue { Label = "Periodic2" });
        await SaveAsync(page);
    }

    private static async Task FillAsync(IPage page, string amount, string description)
    {
        await page.Locator("[name=amount]").FillAsync(amount);
        await page.Locator("[name=description]").FillAsync(description);
        await page.Locator("[name=account]").SelectOptionAsync(new SelectOptionValue { Label = "BankOne" });
    }

    private static async Task SaveAsync(IPage page, bool isRefused = false)
    {
        await page.Locator("main [type=submit]").First.ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync(isRefused ? "Not saved" : "Saved");
    }
}
