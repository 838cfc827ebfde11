using BiweeklyBudget.AcceptanceTests.Fixtures;
using BiweeklyBudget.AcceptanceTests.Pages;
using Microsoft.Playwright;

namespace BiweeklyBudget.AcceptanceTests.Scenarios.Dialogs;

/// <summary>spec/ui.md §8.3, on the page of the current period.</summary>
public sealed class BudgetTransferDialogTests(AcceptanceFixture acceptance) : DialogTests(acceptance)
{
    private protected override (string Page, string Opener, string Title) Way => ("/payperiod/2017-07-21", "Transfer", "Transfer Money");

    private protected override (string First, string Text) Fields => ("amount", "notes");

    private protected override string Success => "The money was moved.";

    private protected override async Task FillAsync(DialogBox dialog)
    {
        await dialog.FillAsync("amount", "84.23");
        await dialog.ChooseAsync("from_budget", "Standing1: $1,284.23 left");
        await dialog.ChooseAsync("to_budget", "Standing2: $9,482.29 left");
    }

    private protected override async Task ShowsAsync(AppPage page)
    {
        await Assertions.Expect(page.Row("sb-table", "Standing1")).ToContainTextAsync("$1,200.00");
        await Assertions.Expect(page.Row("sb-table", "Standing2")).ToContainTextAsync("$9,566.52");
    }

    [Theory]
    [InlineData("/payperiod/2017-07-21", "2017-07-28")]
    [InlineData("/payperiod/2017-08-04", "2017-08-04")]
    public async Task It_proposes_today_or_the_first_day_of_the_period_shown(string address, string date)
    {
        var page = await AppPage.OpenAsync(await OpenAsync(Viewport.Desktop), address);
        var dialog = await page.OpenDialogAsync(page.Opener(Way.Opener), Way.Title);

        await Assertions.Expect(dialog.Field("date")).ToHaveValueAsync(date);
    }

    [Fact]
    public async Task Every_field_says_what_is_wrong_with_it()
    {
        var dialog = await OpenDialogAsync();
        await dialog.IsRefusedAsync(
            ("amount", "Please enter an amount."),
            ("from_budget", "Please choose where the money comes from."),
            ("to_budget", "Please choose where the money goes."));

        // What follows only the server knows.
        await FillAsync(dialog);
        await dialog.ChooseAsync("to_budget", "Standing1: $1,284.23 left");
        await dialog.FillAsync("amount", "0");
        await dialog.IsRefusedAsync(("amount", "Amount cannot be zero"), ("to_budget", "Please choose two different budgets."));
    }
}
