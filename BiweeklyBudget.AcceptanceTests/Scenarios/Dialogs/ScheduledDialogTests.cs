using BiweeklyBudget.AcceptanceTests.Fixtures;
using BiweeklyBudget.AcceptanceTests.Pages;
using Microsoft.Playwright;

namespace BiweeklyBudget.AcceptanceTests.Scenarios.Dialogs;

/// <summary>spec/ui.md §6.</summary>
public sealed class ScheduledDialogTests(AcceptanceFixture acceptance) : DialogTests(acceptance)
{
    private static readonly string[] TypeFields = ["day_of_month", "num_per_period", "date", "day_of_week", "annual_month", "annual_day"];

    private protected override (string Page, string Opener, string Title) Way => ("/scheduled", "Add Scheduled Transaction", "Add New Scheduled Transaction");

    private protected override (string First, string Text) Fields => ("description", "notes");

    private protected override string Success => "Saved Rent.";

    private protected override async Task FillAsync(DialogBox dialog)
    {
        await dialog.FillAsync("description", "Rent");
        await dialog.FillAsync("day_of_month", "28");
        await dialog.FillAsync("amount", "700");
        await dialog.ChooseAsync("budget", "Periodic2");
    }

    private protected override async Task ShowsAsync(AppPage page) => await Assertions.Expect(page.Row("table-scheduled-txn", "Rent")).ToContainTextAsync("28th");

    [Theory]
    [InlineData("monthly", "day_of_month", "15", "15th")]
    [InlineData("per_period", "num_per_period", "2", "2 per period")]
    [InlineData("date", "date", "2017-09-01", "9/1/2017")]
    [InlineData("weekly", "day_of_week", "4", "Every Friday")]
    [InlineData("annual", "annual_day", "29", "29th")]
    public async Task A_type_has_its_own_fields_and_keeps_them(string type, string field, string value, string recurrence)
    {
        var page = await OpenPageAsync();
        var dialog = await page.OpenDialogAsync(page.Opener(Way.Opener), Way.Title);
        await dialog.PickAsync("type", type);
        foreach (var other in TypeFields)
        {
            await Assertions.Expect(dialog.Field(other)).ToBeVisibleAsync(new LocatorAssertionsToBeVisibleOptions { Visible = other == field || (type == "annual" && other == "annual_month") });
        }

        await dialog.FillAsync("description", "Planned thing");
        await dialog.FillAsync("amount", "-12.5");
        await dialog.ChooseAsync("budget", "Standing2");
        if (type == "weekly")
        {
            await dialog.Field(field).SelectOptionAsync(value);
        }
        else
        {
            await dialog.FillAsync(field, value);
        }

        await dialog.Save.ClickAsync();
        await page.SeesSavedAsync("Saved Planned thing.");
        var row = page.Row("table-scheduled-txn", "Planned thing");
        await Assertions.Expect(row).ToContainTextAsync(type.Replace('_', ' '));
        await Assertions.Expect(row).ToContainTextAsync(recurrence);
        await Assertions.Expect(row).ToContainTextAsync("-$12.50");

        await page.OpenDialogAsync(row.GetByText("Planned thing"), "Edit Planned thing");
        await Assertions.Expect(dialog.Radio("type", type)).ToBeCheckedAsync();
        await Assertions.Expect(dialog.Field(field)).ToHaveValueAsync(value);
    }

    [Fact]
    public async Task Every_field_says_what_is_wrong_with_it()
    {
        var dialog = await OpenDialogAsync();
        await dialog.ChooseAsync("account", "");
        await dialog.IsRefusedAsync(
            ("description", "Please enter a description."),
            ("day_of_month", "Please enter a day."),
            ("amount", "Please enter an amount."),
            ("account", "Please choose an account."),
            ("budget", "Please choose a budget."));

        // What follows only the server knows.
        await FillAsync(dialog);
        await dialog.ChooseAsync("account", "BankOne");
        await dialog.FillAsync("amount", "0.00");
        await dialog.IsRefusedAsync(("amount", "Amount cannot be zero"));

        await dialog.FillAsync("amount", "1");
        await dialog.PickAsync("type", "annual");
        await dialog.Field("annual_month").SelectOptionAsync("2");
        await dialog.FillAsync("annual_day", "30");
        await dialog.IsRefusedAsync(("annual_day", "This month never has that day"));
    }

    [Fact]
    public async Task An_edited_one_can_be_put_out_of_use()
    {
        var page = await OpenPageAsync();
        var dialog = await page.OpenDialogAsync(page.Opener("ST2"), "Edit ST2");
        await dialog.Field("is_active").UncheckAsync();
        await dialog.Save.ClickAsync();

        await page.SeesSavedAsync("Saved ST2.");
        await Assertions.Expect(page.Row("table-scheduled-txn", "ST2").Locator("td[data-label=Active]")).ToHaveTextAsync("NO");
    }
}
