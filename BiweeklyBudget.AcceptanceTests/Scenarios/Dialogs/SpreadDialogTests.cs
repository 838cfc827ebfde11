using BiweeklyBudget.AcceptanceTests.Fixtures;
using BiweeklyBudget.AcceptanceTests.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace BiweeklyBudget.AcceptanceTests.Scenarios.Dialogs;

/// <summary>What is left over is spread over budgets in one dialog. Of the income 3000.00 came in beyond what the sample's budget is granted.</summary>
public sealed class SpreadDialogTests(AcceptanceFixture acceptance) : BrowserTest(acceptance)
{
    private const string Period = "/payperiod/2017-07-21";
    private const string Title = "Spread what is left over";

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await Acceptance.Host.SaveAsync("budget", new { name = "Extra pay", description = "", is_periodic = true, is_income = true, starting_balance = "0", is_active = true, omit_from_graphs = false });
        await Acceptance.Host.SaveAsync("transaction", new { date = "2017-07-27", amount = "-3000", sales_tax = "0", description = "Bonus", account = "1", notes = "", budgets = new Dictionary<string, string> { ["8"] = "-3000" } });
    }

    [Fact]
    public async Task Amounts_are_typed_the_rest_is_shown_and_one_undo_takes_all_of_it_back()
    {
        var page = await AppPage.OpenAsync(await OpenAsync(Viewport.Desktop), Period);
        var (left, first, second) = (await page.AmountAsync("#amt-remaining"), await StandingAsync(page, "Standing1"), await StandingAsync(page, "Standing2"));
        var dialog = await page.OpenDialogAsync(page.Opener(Title), Title);
        await Expect(Rest(page)).ToHaveTextAsync(Money(left));
        await Expect(dialog.Save).ToBeDisabledAsync();

        await Amount(page, "Standing1").FillAsync("1000+0.50");
        await Expect(Rest(page)).ToHaveTextAsync(Money(left - 1000.50m));
        await Amount(page, "Standing2").FillAsync("20");
        await Amount(page, "Standing2").BlurAsync();
        await Expect(Rest(page)).ToHaveTextAsync(Money(left - 1020.50m));
        await Expect(Amount(page, "Standing1")).ToHaveValueAsync("1000.50");

        await Amount(page, "Standing2").FillAsync("99,999,999");
        await Expect(dialog.ErrorsOf("amounts")).ToHaveTextAsync("That is more than is left over.");
        await Expect(dialog.Save).ToBeDisabledAsync();
        await Amount(page, "Standing2").FillAsync("20");
        await page.LoadsAfterAsync(() => dialog.Save.ClickAsync());

        await page.SeesSavedAsync("The money was spread over 2 budgets.");
        Assert.Equal((left - 1020.50m, first + 1000.50m, second + 20m), (await page.AmountAsync("#amt-remaining"), await StandingAsync(page, "Standing1"), await StandingAsync(page, "Standing2")));
        await Expect(page.ToastAction).ToHaveTextAsync("Undo");
        await page.LoadsAfterAsync(() => page.ToastAction.ClickAsync());
        await page.SeesSavedAsync("Taken back: spread what was left over.");
        Assert.Equal((left, first, second), (await page.AmountAsync("#amt-remaining"), await StandingAsync(page, "Standing1"), await StandingAsync(page, "Standing2")));
    }

    [Fact]
    public async Task All_goes_to_one_budget_by_keyboard()
    {
        var page = await AppPage.OpenAsync(await OpenAsync(Viewport.Desktop), Period);
        var (left, keys) = (await page.AmountAsync("#amt-remaining"), page.Page.Keyboard);
        await page.Opener(Title).FocusAsync();
        await keys.PressAsync("Enter");
        await page.Dialog.WaitForAsync(Title);
        await Expect(Amount(page, "Standing1")).ToBeFocusedAsync();
        await keys.TypeAsync("100");
        await keys.PressAsync("Tab");
        await keys.PressAsync("Tab");
        await Expect(Amount(page, "Standing2")).ToBeFocusedAsync();
        await keys.PressAsync("Tab");
        await keys.PressAsync("Space");
        await Expect(Rest(page)).ToHaveTextAsync("$0.00");
        await Expect(Amount(page, "Standing2")).ToBeFocusedAsync();

        // More than came off the income is asked about: it is charged to a budget.
        if (await page.Dialog.Field("charged").IsVisibleAsync())
        {
            await page.Dialog.Field("charged").FocusAsync();
            await keys.PressAsync("ArrowDown");
        }

        await page.LoadsAfterAsync(() => keys.PressAsync("Control+Enter"));
        await Expect(page.Toast).ToHaveTextAsync("The money was spread over 2 budgets.");
        Assert.Equal(0m, await page.AmountAsync("#amt-remaining"));
        await page.LoadsAfterAsync(() => keys.PressAsync("Control+z"));
        Assert.Equal(left, await page.AmountAsync("#amt-remaining"));
    }

    [Fact]
    public async Task What_a_budget_has_left_is_moved_to_another_and_what_somebody_else_spent_meanwhile_is_not()
    {
        var page = await AppPage.OpenAsync(await OpenAsync(Viewport.Phone), Period);
        var left = await page.AmountAsync("#amt-remaining");
        var dialog = await page.OpenDialogAsync(page.Opener(Title), Title);
        await Amount(page, "Periodic2").FillAsync("-5000");
        await Expect(dialog.ErrorsOf("amounts")).ToHaveTextAsync("Periodic2 does not have that much left.");
        await Amount(page, "Periodic2").FillAsync("-10");
        await Expect(dialog.ErrorsOf("amounts")).ToHaveTextAsync("More is taken from budgets than is given to others.");
        await Amount(page, "Standing1").FillAsync("10");
        await Expect(Rest(page)).ToHaveTextAsync(Money(left));

        await Acceptance.Host.SaveAsync("transaction", new { date = "2017-07-27", amount = "-1", sales_tax = "0", description = "Cent", account = "1", notes = "", budgets = new Dictionary<string, string> { ["8"] = "-1" } });
        await dialog.Save.ClickAsync();
        await Expect(dialog.Message).ToContainTextAsync("What is left over has changed meanwhile.");
    }

    private static ILocator Rest(AppPage page) => page.Dialog.Box.Locator("[data-bb-spread-rest]");

    private static ILocator Amount(AppPage page, string budget) => page.Dialog.Box.Locator(".bb-spread li").Filter(new LocatorFilterOptions { HasText = budget }).Locator("input");

    private static async Task<decimal> StandingAsync(AppPage page, string budget) =>
        decimal.Parse(await page.Row("sb-table", budget).Locator("[data-label=Balance]").InnerTextAsync(), System.Globalization.NumberStyles.Currency, System.Globalization.CultureInfo.GetCultureInfo("en-US"));

    private static string Money(decimal amount) => amount.ToString("$#,##0.00;-$#,##0.00", System.Globalization.CultureInfo.InvariantCulture);
}
