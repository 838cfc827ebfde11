using BiweeklyBudget.AcceptanceTests.Fixtures;
using BiweeklyBudget.AcceptanceTests.Pages;
using Microsoft.Playwright;

namespace BiweeklyBudget.AcceptanceTests.Scenarios.Dialogs;

/// <summary>skip (spec/ui.md §4.4), on the page of the next period.</summary>
public sealed class SkipDialogTests(AcceptanceFixture acceptance) : DialogTests(acceptance)
{
    private protected override (string Page, string Opener, string Title) Way => ("/payperiod/2017-08-04", "skip", "Skip Scheduled Transaction 3 in period 2017-08-04");

    private protected override (string First, string Text) Fields => ("notes", "notes");

    private protected override string Success => "Successfully created Transaction 5 to skip ScheduledTransaction 3.";

    private protected override Task FillAsync(DialogBox dialog) => dialog.FillAsync("notes", "They did not pay.");

    private protected override async Task ShowsAsync(AppPage page)
    {
        await Assertions.Expect(page.Row("trans-table", "(sched)")).ToHaveCountAsync(1);
        await Assertions.Expect(page.Row("trans-table", "Skip ScheduledTransaction 3 in period 2017-08-04")).ToContainTextAsync("$0.00");
        await Assertions.Expect(page.Row("sb-table", "Standing1")).ToContainTextAsync("$1,284.23");
    }

    [Fact]
    public async Task It_says_what_is_skipped_and_wants_to_know_why()
    {
        var page = await OpenPageAsync();
        var dialog = await page.OpenDialogAsync(page.Row("trans-table", "ST2").GetByText("skip"), "Skip Scheduled Transaction 2 in period 2017-08-04");
        foreach (var fact in new[] { "ST2", "monthly", "$222.22", "BankOne", "Periodic2" })
        {
            await Assertions.Expect(dialog.Body).ToContainTextAsync(fact);
        }

        await dialog.IsRefusedAsync(("notes", "Notes cannot be empty"));
    }
}
