using BiweeklyBudget.AcceptanceTests.Fixtures;
using BiweeklyBudget.AcceptanceTests.Pages;
using Microsoft.Playwright;

namespace BiweeklyBudget.AcceptanceTests.Scenarios.Dialogs;

/// <summary>spec/ui.md §12.2.</summary>
public sealed class ItemDialogTests(AcceptanceFixture acceptance) : DialogTests(acceptance)
{
    private protected override (string Page, string Opener, string Title) Way => ("/projects/1", "Add Item", "Add New Item");

    private protected override (string First, string Text) Fields => ("name", "notes");

    private protected override string Success => "Saved Board.";

    private protected override async Task FillAsync(DialogBox dialog)
    {
        await dialog.FillAsync("name", "Board");
        await dialog.FillAsync("quantity", "5");
        await dialog.FillAsync("unit_cost", "12.34");
    }

    private protected override async Task ShowsAsync(AppPage page)
    {
        await Assertions.Expect(page.Row("table-items", "Board")).ToContainTextAsync("$61.70");
        await Assertions.Expect(page.Page.Locator("#div-remaining-amount")).ToHaveTextAsync("$139.47");
        await Assertions.Expect(page.Page.Locator("#div-total-amount")).ToHaveTextAsync("$2,608.59");
    }

    [Fact]
    public async Task Every_field_says_what_is_wrong_with_it_and_an_edit_shows_in_all_figures()
    {
        var page = await OpenPageAsync();
        var dialog = await page.OpenDialogAsync(page.Opener(Way.Opener), Way.Title);
        await dialog.IsRefusedAsync(("name", "Please enter a name."), ("quantity", "Please enter a quantity."), ("unit_cost", "Please enter a cost."));
        await dialog.FillAsync("name", "Board");
        await dialog.FillAsync("quantity", "-1");
        await dialog.FillAsync("unit_cost", "-5");
        await dialog.FillAsync("url", "javascript:alert(1)");
        await dialog.IsRefusedAsync(("quantity", "Quantity cannot be negative"), ("unit_cost", "Unit cost cannot be negative"), ("url", "The URL must begin with http:// or https://"));
        await dialog.Button("Start afresh").Or(dialog.Button("Close")).Last.ClickAsync();
        await page.ReloadAsync();

        // The worked example of spec/projects.md §6.
        await page.OpenDialogAsync(page.Row("table-items", "P1Item3").Locator("[data-bb-dialog]"), "Edit P1Item3");
        await page.Dialog.FillAsync("quantity", "3");
        await page.Dialog.FillAsync("unit_cost", "2.22");
        await page.Dialog.Field("is_active").CheckAsync();
        await page.Dialog.Save.ClickAsync();
        await page.SeesSavedAsync("Saved P1Item3.");
        await Assertions.Expect(page.Page.Locator("#div-remaining-amount")).ToHaveTextAsync("$84.43");
        await Assertions.Expect(page.Page.Locator("#div-total-amount")).ToHaveTextAsync("$84.43");
    }
}
