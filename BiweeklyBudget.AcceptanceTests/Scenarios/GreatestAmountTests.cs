using BiweeklyBudget.AcceptanceTests.Fixtures;
using BiweeklyBudget.AcceptanceTests.Pages;
using Microsoft.Playwright;

namespace BiweeklyBudget.AcceptanceTests.Scenarios;

/// <summary>A house for 99,999,999,999,999.99 is entered and seen on a phone, to the last cent.</summary>
public sealed class GreatestAmountTests(AcceptanceFixture acceptance) : BrowserTest(acceptance)
{
    private const string Range = "Amounts must lie between -99,999,999,999,999.99 and 99,999,999,999,999.99.";
    private const string Price = "$99,999,999,999,999.99";

    [Fact]
    public async Task A_house_is_entered_and_seen_in_period_table_and_chart_without_scrolling_sideways()
    {
        var page = await AppPage.OpenAsync(await OpenAsync(Viewport.Phone), "/payperiod/2017-07-07");
        var dialog = await page.OpenDialogAsync(page.Opener("Add Transaction"), "Add New Transaction");
        await dialog.FillAsync("date", "2017-07-10");
        await new TransactionDialog(dialog).FillAsync("100000000000000", "House", "Periodic1");
        await dialog.IsRefusedAsync(("amount", Range));
        await dialog.FillAsync("amount", "99999999999999.99");
        Assert.Equal(0, await page.OverflowAsync());
        await page.LoadsAfterAsync(() => dialog.Save.ClickAsync());

        await Assertions.Expect(page.Row("trans-table", "House")).ToContainTextAsync(Price);
        await LooksRightAsync(page, "period");

        page = await AppPage.OpenAsync(await OpenAsync(Viewport.Phone), "/transactions");
        await Assertions.Expect(page.Page.Locator("tbody tr").Filter(new LocatorFilterOptions { HasText = "House" })).ToContainTextAsync(Price);
        await LooksRightAsync(page, "transactions");

        page = await AppPage.OpenAsync(await OpenAsync(Viewport.Phone), "/budgets");
        var chart = page.Page.Locator("[data-source$='by-month']");
        await chart.GetByText("Show as table").ClickAsync();
        await Assertions.Expect(chart.Locator("tbody tr").Filter(new LocatorFilterOptions { HasText = "7/2017" })).ToContainTextAsync("99,999,999,999,");
        await chart.ScrollIntoViewIfNeededAsync();
        await LooksRightAsync(page, "budgets");

        foreach (var path in new[] { "/", "/payperiods", "/reconcile", "/accounts" })
        {
            await LooksRightAsync(await AppPage.OpenAsync(await OpenAsync(Viewport.Phone), path), path.Length > 1 ? path[1..] : "home");
        }
    }

    private static async Task LooksRightAsync(AppPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("SCREENSHOTS") is { Length: > 0 } folder)
        {
            await File.WriteAllBytesAsync(Path.Combine(folder, name + ".png"), await page.ScreenshotAsync());
        }

        Assert.True(await page.OverflowAsync() == 0, $"{name} scrolls sideways.");
    }
}
