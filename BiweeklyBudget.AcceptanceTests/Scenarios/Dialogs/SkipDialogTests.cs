using BiweeklyBudget.AcceptanceTests.Fixtures;
using BiweeklyBudget.AcceptanceTests.Pages;
using Microsoft.Playwright;

namespace BiweeklyBudget.AcceptanceTests.Scenarios.Dialogs;

/// <summary>skip (spec/ui.md §4.4), on the page of the next period.</summary>
public sealed class SkipDialogTests(AcceptanceFixture acceptance) : DialogTests(acceptance)
{
    private protected override (string Page, string Opener, string Title) Way => ("/payperiod/2017-08-04", "Skip", "Skip ST3 in the period from 8/4/2017");

    private protected override (string First, string Text) Fields => ("notes", "notes");

    private protected override string Success => "Skipped ST3.";

    private protected override Task FillAsync(DialogBox dialog) => dialog.FillAsync("notes", "They did not pay.");

    private protected override async Task ShowsAsync(AppPage page)
    {
        await Assertions.Expect(Planned(page)).ToHaveCountAsync(1);
        await Assertions.Expect(page.Row("trans-table", "Skipped: ST3 (any day)")).ToContainTextAsync("$0.00");
        await Assertions.Expect(page.Row("sb-table", "Standing1")).ToContainTextAsync("$1,284.23");
    }

    private static ILocator Planned(AppPage page) => page.Page.Locator("#trans-table tr.bb-row-planned");

    [Fact]
    public async Task It_says_what_is_skipped_and_wants_to_know_why()
    {
        var page = await OpenPageAsync();
        var dialog = await page.OpenDialogAsync(page.Row("trans-table", "ST2").GetByText("Skip"), "Skip ST2 in the period from 8/4/2017");
        foreach (var fact in new[] { "ST2", "monthly", "$222.22", "BankOne", "Periodic2" })
        {
            await Assertions.Expect(dialog.Body).ToContainTextAsync(fact);
        }

        await dialog.IsRefusedAsync(("notes", "Please enter a note."));
    }
}
