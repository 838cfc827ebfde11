using BiweeklyBudget.AcceptanceTests.Fixtures;
using BiweeklyBudget.AcceptanceTests.Pages;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.TestSupport;
using Microsoft.Playwright;

namespace BiweeklyBudget.AcceptanceTests.Scenarios;

/// <summary>The first hour: from an empty database to a household with accounts, budgets, a salary and bills.</summary>
public sealed class SetUpTests(AcceptanceFixture acceptance) : BrowserTest(acceptance)
{
    private int _clicks;

    [Fact]
    public async Task A_checking_account_a_card_a_salary_three_bills_and_four_budgets_take_at_most_25_clicks()
    {
        await using var database = await TestDatabase.EmptyAsync(DatabaseEngine.Sqlite);
        var settings = RecordedSettings.For(database.Url);
        settings.Remove("PAY_PERIOD_START_DATE");
        settings.Remove("RECONCILE_BEGIN_DATE");
        await using var host = await HostProcess.StartAsync(settings);
        var page = new AppPage(await this.OpenAsync(host, Viewport.Desktop), "/");
        await page.OpenAsync();
        var (dialog, steps) = (page.Dialog, page.Page.Locator("#panel-setup"));

        await page.Page.Locator("input[name=payday]").FillAsync("2017-07-21");
        await Assertions.Expect(page.Page.Locator("[data-bb-period]")).ToHaveTextAsync("The current period becomes Fri 7/21/2017 to Thu 8/3/2017.");
        await page.LoadsAfterAsync(() => ClickAsync(page.Page.Locator("main [type=submit]").First));
        Assert.Empty(await page.AccessibilityViolationsAsync());

        await StepAsync(steps.GetByRole(AriaRole.Link, new LocatorGetByRoleOptions { Name = "Add an account", Exact = true }), "Add New Account");
        await dialog.FillAsync("name", "Checking");
        await dialog.FillAsync("opening_balance", "1500");
        await AnotherAsync();
        await dialog.FillAsync("name", "Card");
        await ClickAsync(dialog.Radio("acct_type", "Credit"));
        await dialog.FillAsync("opening_balance", "-250");
        await SaveAsync();

        await StepAsync(steps.GetByRole(AriaRole.Link, new LocatorGetByRoleOptions { Name = "Add your income", Exact = true }), "Add New Budget");
        await dialog.FillAsync("starting_balance", "2000");
        foreach (var (name, amount) in new[] { ("Rent", "800"), ("Food", "400"), ("Fun", "100"), ("Power", "60") })
        {
            await AnotherAsync();
            await dialog.FillAsync("name", name);
            await dialog.FillAsync("starting_balance", amount);
        }

        await SaveAsync();

        await StepAsync(steps.GetByRole(AriaRole.Link, new LocatorGetByRoleOptions { Name = "Plan your salary", Exact = true }), "Add New Scheduled Transaction");
        await dialog.FillAsync("amount", "-2000");
        await SaveAsync();

        await StepAsync(steps.GetByRole(AriaRole.Link, new LocatorGetByRoleOptions { Name = "Add a bill", Exact = true }), "Add New Scheduled Transaction");
        await BillAsync("Flat", "800", "1", "Rent");
        await AnotherAsync();
        await BillAsync("Electricity", "60", "5", "Power");
        await AnotherAsync();
        await BillAsync("Cinema", "20", "9", "Fun");
        await SaveAsync();

        await Assertions.Expect(steps.Locator(".bb-step-done")).ToHaveCountAsync(4);
        Assert.InRange(_clicks, 15, 25);
        Assert.Empty(await page.AccessibilityViolationsAsync());

        await page.LoadsAfterAsync(() => steps.GetByText("hide these steps").ClickAsync());
        await Assertions.Expect(steps).ToHaveCountAsync(0);
        Assert.Contains("-$250.00", (await page.VisibleFactsAsync()).Text, StringComparison.Ordinal);
        Assert.Contains("on2017-07-28", (await page.VisibleFactsAsync()).Text, StringComparison.Ordinal);

        async Task StepAsync(ILocator opener, string title)
        {
            await ClickAsync(opener);
            await dialog.WaitForAsync(title);
        }

        async Task AnotherAsync()
        {
            await ClickAsync(dialog.Button("Save and add another"));
            await Assertions.Expect(dialog.Message).ToContainTextAsync("Saved");
            await Assertions.Expect(dialog.Box.Locator(":focus")).ToHaveCountAsync(1);
            await page.IsReadyAsync();
        }

        async Task SaveAsync() => await page.LoadsAfterAsync(() => ClickAsync(dialog.Save));

        async Task BillAsync(string description, string amount, string day, string budget)
        {
            await dialog.FillAsync("description", description);
            await dialog.FillAsync("amount", amount);
            await dialog.FillAsync("day_of_month", day);
            _clicks++;
            await dialog.ChooseAsync("budget", budget);
        }
    }

    [Fact]
    public async Task Settings_are_saved_and_taken_back()
    {
        var page = await AppPage.OpenAsync(await OpenAsync(Viewport.Phone), "/settings");
        Assert.Empty(await page.AccessibilityViolationsAsync());
        Assert.Equal(0, await page.OverflowAsync());

        await page.Page.Locator("[name=theme][value=dark]").CheckAsync();
        await page.LoadsAfterAsync(() => page.Page.Locator("#settings-form [type=submit]").ClickAsync());
        await Assertions.Expect(page.Toast).ToHaveTextAsync("Saved the settings.");
        Assert.Equal("dark", await page.Page.Locator("meta[name=color-scheme]").GetAttributeAsync("content"));
        Assert.Empty(await page.AccessibilityViolationsAsync());

        await page.LoadsAfterAsync(() => page.ToastAction.ClickAsync());
        Assert.Equal("light dark", await page.Page.Locator("meta[name=color-scheme]").GetAttributeAsync("content"));
    }

    [Fact]
    public async Task A_balance_is_set_by_hand_and_stands_everywhere_with_its_day()
    {
        var page = await AppPage.OpenAsync(await OpenAsync(Viewport.Phone), "/accounts/1/transactions");
        await page.Opener("Set balance").ClickAsync();
        await page.Dialog.FillAsync("amount", "1,234.56");
        await page.LoadsAfterAsync(() => page.Dialog.Save.First.ClickAsync());
        await Assertions.Expect(page.Page.Locator(".bb-tiles")).ToContainTextAsync("$1,234.56");
        await Assertions.Expect(page.Page.Locator(".bb-tiles")).ToContainTextAsync("(on 7/28/2017)");

        page = await AppPage.OpenAsync(await OpenAsync(Viewport.Phone), "/accounts");
        await Assertions.Expect(page.Row("table-accounts-bank", "BankOne")).ToContainTextAsync("(on 7/28/2017)");
    }

    private async Task ClickAsync(ILocator what)
    {
        _clicks++;
        await what.ClickAsync();
    }
}
