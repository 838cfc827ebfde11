using BiweeklyBudget.AcceptanceTests.Fixtures;
using BiweeklyBudget.AcceptanceTests.Pages;
using Microsoft.Playwright;

namespace BiweeklyBudget.AcceptanceTests.Scenarios.Dialogs;

/// <summary>Make (spec/ui.md §4.4), on the page of the next period: ST3 once in it, ST2 on the 4th.</summary>
public sealed class ConvertDialogTests(AcceptanceFixture acceptance) : DialogTests(acceptance)
{
    private protected override (string Page, string Opener, string Title) Way => ("/payperiod/2017-08-04", "Make", "Make ST3");

    private protected override (string First, string Text) Fields => ("amount", "notes");

    private protected override string Success => "Made ST3.";

    // The button that makes several begins with the same word.
    private protected override ILocator OpenerOn(AppPage page) => page.Row("trans-table", "ST3").GetByText(Way.Opener, new LocatorGetByTextOptions { Exact = true });

    private protected override Task FillAsync(DialogBox dialog) => dialog.FillAsync("amount", "-300");

    // Income: Standing1 grows by it.
    private protected override async Task ShowsAsync(AppPage page)
    {
        await Assertions.Expect(page.Row("trans-table", "ST3")).ToContainTextAsync("from plan");
        await Assertions.Expect(page.Page.Locator("#trans-table tr.bb-row-planned")).ToHaveCountAsync(1);
        await Assertions.Expect(page.Row("sb-table", "Standing1")).ToContainTextAsync("$1,584.23");
    }

    [Fact]
    public async Task It_proposes_the_due_date_of_that_very_occurrence()
    {
        await Acceptance.Host.SaveAsync("scheduled", new { description = "Swimming", type = "weekly", day_of_week = "0", amount = "5", account = "1", budget = "1" });
        var page = await OpenPageAsync();
        var rows = page.Row("trans-table", "Swimming");
        await Assertions.Expect(rows).ToHaveCountAsync(2);

        // Mondays: 7 and 14 August 2017.
        var dialog = await page.OpenDialogAsync(rows.Nth(1).GetByText("Make"), "Make Swimming");
        await Assertions.Expect(dialog.Field("date")).ToHaveValueAsync("2017-08-14");
        await dialog.Save.ClickAsync();
        await page.SeesSavedAsync("Made Swimming.");

        await Assertions.Expect(rows).ToHaveCountAsync(2);
        await Assertions.Expect(rows.Nth(0)).ToContainTextAsync("planned");
        await Assertions.Expect(rows.Nth(0)).ToContainTextAsync("8/7/2017");
        await Assertions.Expect(rows.Nth(1)).ToContainTextAsync("8/14/2017");
        await Assertions.Expect(rows.Nth(1)).ToContainTextAsync("from plan");
    }

    [Fact]
    public async Task Every_field_says_what_is_wrong_with_it()
    {
        var page = await OpenPageAsync();
        var dialog = await page.OpenDialogAsync(page.Row("trans-table", "ST2").GetByText("Make"), "Make ST2");
        await Assertions.Expect(dialog.Field("date")).ToHaveValueAsync("2017-08-04");
        await dialog.FillAsync("date", "");
        await dialog.FillAsync("amount", "");
        await dialog.FillAsync("description", " ");
        await dialog.IsRefusedAsync(("date", "Please enter a day."), ("amount", "Please enter an amount."), ("description", "Please enter a description."));

        await dialog.FillAsync("date", "2017-08-20");
        await dialog.FillAsync("amount", "0");
        await dialog.FillAsync("description", "Phone");
        await dialog.IsRefusedAsync(("date", "This day is not in the pay period."), ("amount", "Amount cannot be zero"));
    }
}
