using BiweeklyBudget.AcceptanceTests.Fixtures;
using BiweeklyBudget.AcceptanceTests.Pages;
using Microsoft.Playwright;

namespace BiweeklyBudget.AcceptanceTests.Scenarios.Dialogs;

/// <summary>spec/ui.md §8.2.</summary>
public sealed class BudgetDialogTests(AcceptanceFixture acceptance) : DialogTests(acceptance)
{
    private protected override (string Page, string Opener, string Title) Way => ("/budgets", "Add Budget", "Add New Budget");

    private protected override (string First, string Text) Fields => ("name", "description");

    private protected override string Success => "Saved Food.";

    private protected override async Task FillAsync(DialogBox dialog)
    {
        await dialog.FillAsync("name", "Food");
        await dialog.PickAsync("is_periodic", "true");
        await dialog.FillAsync("starting_balance", "250.5");
    }

    private protected override async Task ShowsAsync(AppPage page) => await Assertions.Expect(page.Row("table-periodic-budgets", "Food")).ToContainTextAsync("$250.50");

    [Fact]
    public async Task A_new_one_is_periodic_unless_told_otherwise_and_each_kind_has_its_balance()
    {
        var page = await OpenPageAsync();
        var dialog = await page.OpenDialogAsync(page.Opener(Way.Opener), Way.Title);
        await Assertions.Expect(dialog.Radio("is_periodic", "true")).ToBeCheckedAsync();
        await Assertions.Expect(dialog.Field("starting_balance")).ToBeVisibleAsync();
        await Assertions.Expect(dialog.Field("current_balance")).ToBeHiddenAsync();
        await dialog.PickAsync("is_periodic", "false");
        await Assertions.Expect(dialog.Field("starting_balance")).ToBeHiddenAsync();
        await Assertions.Expect(dialog.Field("current_balance")).ToBeVisibleAsync();

        await dialog.FillAsync("name", "Roof");
        await dialog.FillAsync("current_balance", "1000");
        await dialog.Field("is_income").CheckAsync();
        await dialog.Save.ClickAsync();
        await page.SeesSavedAsync("Saved Roof.");
        await Assertions.Expect(page.Row("table-standing-budgets", "Roof")).ToContainTextAsync("$1,000.00");
        await Assertions.Expect(page.Row("table-standing-budgets", "Roof")).ToContainTextAsync("income");
    }

    [Fact]
    public async Task Every_field_says_what_is_wrong_with_it()
    {
        var dialog = await OpenDialogAsync();
        await dialog.PickAsync("is_periodic", "true");
        await dialog.IsRefusedAsync(("name", "Please enter a name."), ("starting_balance", "Starting balance must be specified for periodic budgets."));

        await dialog.FillAsync("name", "Periodic1");
        await dialog.FillAsync("starting_balance", "1");
        await dialog.IsRefusedAsync(("name", "There is one of this name already."));

        await dialog.PickAsync("is_periodic", "false");
        await dialog.FillAsync("name", "Roof");
        await dialog.IsRefusedAsync(("current_balance", "Current balance must be specified for standing budgets."));
        await dialog.FillAsync("current_balance", "x");
        await dialog.IsRefusedAsync(("current_balance", "\"x\" is not an amount. Write amounts like 1,234.50, or sums like 12.50+7."));
    }

    [Fact]
    public async Task A_balance_that_changed_meanwhile_is_not_overwritten()
    {
        var page = await OpenPageAsync();
        await page.LoadsAfterAsync(() => page.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Standing1", Exact = true }).ClickAsync());
        var dialog = await page.OpenDialogAsync(page.Opener("Edit budget"), "Edit Standing1");
        await MoveHundredToStanding2Async();
        await dialog.FillAsync("current_balance", "1300");
        await dialog.IsRefusedAsync(("current_balance", "The balance has changed to 1184.23 since this form was opened; please close the form, open it again and check."));

        await dialog.FillAsync("current_balance", "1284.23");
        await dialog.FillAsync("description", "only this changed");
        await dialog.Save.ClickAsync();
        await page.SeesSavedAsync("Saved Standing1.");
        await page.OpenAsync();
        await Assertions.Expect(page.Row("table-standing-budgets", "Standing1")).ToContainTextAsync("$1,184.23");
    }

    [Fact]
    public async Task Changing_the_kind_warns_before_and_after()
    {
        var page = await OpenPageAsync();
        await page.LoadsAfterAsync(() => page.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Periodic1", Exact = true }).ClickAsync());
        var dialog = await page.OpenDialogAsync(page.Opener("Edit budget"), "Edit Periodic1");
        var warning = dialog.Box.GetByText("This changes the kind of the budget.");
        await Assertions.Expect(warning).ToBeHiddenAsync();
        await dialog.PickAsync("is_periodic", "false");
        await Assertions.Expect(warning).ToBeVisibleAsync();
        await dialog.FillAsync("current_balance", "1");
        await dialog.Save.ClickAsync();

        await page.SeesSavedAsync("Saved Periodic1. Budget Periodic1 already has transactions; they have not been applied to the balance of its new kind.");
        await page.OpenAsync();
        await Assertions.Expect(page.Row("table-standing-budgets", "Periodic1")).ToContainTextAsync("$1.00");
    }

    private Task MoveHundredToStanding2Async() =>
        Acceptance.Host.SaveAsync("budget_transfer", new { date = "2017-07-28", amount = "100", account = "1", from_budget = "4", to_budget = "5", notes = "" });
}
