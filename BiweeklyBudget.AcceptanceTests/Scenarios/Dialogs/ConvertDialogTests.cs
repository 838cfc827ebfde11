using BiweeklyBudget.AcceptanceTests.Fixtures;
using BiweeklyBudget.AcceptanceTests.Pages;
using Microsoft.Playwright;

namespace BiweeklyBudget.AcceptanceTests.Scenarios.Dialogs;

/// <summary>make trans. (spec/ui.md §4.4), on the page of the next period: ST3 once in it, ST2 on the 4th.</summary>
public sealed class ConvertDialogTests(AcceptanceFixture acceptance) : DialogTests(acceptance)
{
    private protected override (string Page, string Opener, string Title) Way => ("/payperiod/2017-08-04", "make trans.", "Scheduled Transaction 3 to Transaction");

    private protected override (string First, string Text) Fields => ("amount", "notes");

    private protected override string Success => "Successfully created Transaction 5 for ScheduledTransaction 3.";

    private protected override Task FillAsync(DialogBox dialog) => dialog.FillAsync("amount", "-300");

    // Income: Standing1 grows by it.
    private protected override async Task ShowsAsync(AppPage page)
    {
        await Assertions.Expect(page.Row("trans-table", "ST3 (5)")).ToContainTextAsync("(from 3)");
        await Assertions.Expect(page.Row("trans-table", "(sched)")).ToHaveCountAsync(1);
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
        var dialog = await page.OpenDialogAsync(rows.Nth(1).GetByText("make trans."), "Scheduled Transaction 7 to Transaction");
        await Assertions.Expect(dialog.Field("date")).ToHaveValueAsync("2017-08-14");
        await dialog.Save.ClickAsync();
        await page.SeesSavedAsync("Successfully created Transaction 5 for ScheduledTransaction 7.");

        await Assertions.Expect(rows).ToHaveCountAsync(2);
        await Assertions.Expect(rows.Nth(0)).ToContainTextAsync("(sched)");
        await Assertions.Expect(rows.Nth(0)).ToContainTextAsync("2017-08-07");
        await Assertions.Expect(rows.Nth(1)).ToContainTextAsync("2017-08-14");
        await Assertions.Expect(rows.Nth(1)).ToContainTextAsync("(from 7)");
    }

    [Fact]
    public async Task Every_field_says_what_is_wrong_with_it()
    {
        var page = await OpenPageAsync();
        var dialog = await page.OpenDialogAsync(page.Row("trans-table", "ST2").GetByText("make trans."), "Scheduled Transaction 2 to Transaction");
        await Assertions.Expect(dialog.Field("date")).ToHaveValueAsync("2017-08-04");
        await dialog.FillAsync("date", "");
        await dialog.FillAsync("amount", "");
        await dialog.FillAsync("description", " ");
        await dialog.IsRefusedAsync(("date", "Transactions must have a date"), ("amount", "Please enter an amount."), ("description", "Description cannot be empty"));

        await dialog.FillAsync("date", "2017-08-20");
        await dialog.FillAsync("amount", "0");
        await dialog.FillAsync("description", "Phone");
        await dialog.IsRefusedAsync(("date", "Date must be in current pay period"), ("amount", "Amount cannot be zero"));
    }
}
