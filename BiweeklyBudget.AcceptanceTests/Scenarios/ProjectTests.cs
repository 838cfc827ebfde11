using BiweeklyBudget.AcceptanceTests.Fixtures;
using BiweeklyBudget.AcceptanceTests.Pages;
using Microsoft.Playwright;

namespace BiweeklyBudget.AcceptanceTests.Scenarios;

/// <summary>Projects as a person works with them: on a desk, and on a phone (spec/ui.md §12).</summary>
public sealed class ProjectTests(AcceptanceFixture acceptance) : BrowserTest(acceptance)
{
    public static TheoryData<int> Widths => [360, 1440];

    [Theory]
    [MemberData(nameof(Widths))]
    public async Task A_project_is_added_edited_put_aside_and_deleted_and_the_sums_follow(int width)
    {
        var page = await AppPage.OpenAsync(await OpenAsync(new Viewport(width, 800)), "/projects");
        await Expect(page, "$77.77", "$2,546.89");
        var add = page.Page.Locator("#add_project_frm");
        await add.GetByRole(AriaRole.Button).ClickAsync();
        await Assertions.Expect(add.Locator("[data-bb-errors-for=name]")).ToHaveTextAsync("Please enter a name.");
        await add.Locator("[name=name]").FillAsync("P1");
        await add.GetByRole(AriaRole.Button).ClickAsync();
        await Assertions.Expect(add.Locator("[data-bb-errors-for=name]")).ToHaveTextAsync("There is one of this name already.");
        await add.Locator("[name=name]").FillAsync("Deck");
        await add.Locator("[name=standing_budget_id]").SelectOptionAsync(new SelectOptionValue { Label = "Standing2" });
        await add.GetByRole(AriaRole.Button).ClickAsync();
        await Assertions.Expect(page.Row("table-projects", "Deck")).ToContainTextAsync("Standing2");
        await Assertions.Expect(add.Locator("[name=name]")).ToHaveValueAsync("");
        await Assertions.Expect(add.Locator("[name=name]")).ToBeFocusedAsync();

        // A second one without loading the page.
        await add.Locator("[name=name]").FillAsync("Shed");
        await add.Locator("[name=name]").PressAsync("Enter");
        await Assertions.Expect(page.Row("table-projects", "Shed")).ToHaveCountAsync(1);

        await page.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Deactivate P1" }).ClickAsync();
        await Assertions.Expect(page.Row("table-projects", "ProjectOne")).ToContainTextAsync("NO");
        await Expect(page, "$0.00", "$0.00");
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Activate P1" })).ToBeFocusedAsync();
        await page.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Activate P3Inactive" }).ClickAsync();
        await Expect(page, "$3.00", "$5.34");
        Assert.Equal(0, await page.OverflowAsync());
        await page.ReloadAsync();
        await Expect(page, "$3.00", "$5.34");

        var dialog = await page.OpenDialogAsync(page.Row("table-projects", "Deck").Locator("[data-bb-dialog='/dialogs/project/4']"), "Edit Deck");
        await dialog.FillAsync("name", "P2");
        await dialog.IsRefusedAsync(("name", "There is one of this name already."));
        await dialog.FillAsync("name", "Big deck");
        await dialog.Save.ClickAsync();
        await page.SeesSavedAsync("Saved Big deck.");

        await page.OpenDialogAsync(page.Row("table-projects", "P3Inactive").Locator("[data-bb-dialog='/dialogs/project/3']"), "Edit P3Inactive");
        await page.Dialog.Button("Delete …").ClickAsync();
        await Assertions.Expect(page.Dialog.Title).ToHaveTextAsync("Delete project");
        await Assertions.Expect(page.Dialog.Body).ToContainTextAsync("P3Inactive");
        await Assertions.Expect(page.Dialog.Body).ToContainTextAsync("Its 2 items go, too.");
        Assert.Empty(await page.AccessibilityViolationsAsync());
        await page.Dialog.Save.ClickAsync();
        await page.SeesSavedAsync("Deleted P3Inactive.");
        await Assertions.Expect(page.Row("table-projects", "P3Inactive")).ToHaveCountAsync(0);
        await Expect(page, "$0.00", "$0.00");
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public async Task A_file_is_shown_before_it_is_imported_and_a_second_time_there_is_nothing_to_import(int width)
    {
        const string Good = "Name;Quantity;Unit Cost;URL\nP1Item1;4;11,11;\nScrew;100;0,05;https://example.com/screw\n";
        var page = await AppPage.OpenAsync(await OpenAsync(new Viewport(width, 800)), "/projects/1");
        await page.LoadsAfterAsync(() => page.Page.GetByText("Import Items").ClickAsync());
        await ChooseAsync(page, "Name,Quantity\nScrew,many\n");
        await Assertions.Expect(page.Page.Locator("#table-bom-preview")).ToContainTextAsync("Invalid integer value: \"many\"");
        await Assertions.Expect(page.Page.Locator("#bom-import")).ToHaveCountAsync(0);

        await ChooseAsync(page, Good);
        await Assertions.Expect(page.Page.Locator("[data-bom-preview]")).ToContainTextAsync("1 new, 1 changed, 0 as before");
        Assert.Equal(0, await page.OverflowAsync());
        Assert.Empty(await page.AccessibilityViolationsAsync());
        await page.LoadsAfterAsync(() => page.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Import 2 items" }).ClickAsync());
        await Assertions.Expect(page.Toast).ToHaveTextAsync("Imported: 1 new, 1 changed, 0 as before.");
        await Assertions.Expect(page.Row("table-items", "Screw")).ToContainTextAsync("$5.00");
        await Assertions.Expect(page.Page.Locator("#div-remaining-amount")).ToHaveTextAsync("$116.10");
        await Assertions.Expect(page.Row("table-items", "Screw").GetByText("Screw", new LocatorGetByTextOptions { Exact = true })).ToHaveAttributeAsync("href", "https://example.com/screw");

        await page.LoadsAfterAsync(() => page.Page.GetByText("Import Items").ClickAsync());
        await ChooseAsync(page, Good);
        await Assertions.Expect(page.Page.Locator("[data-bom-preview]")).ToContainTextAsync("Everything in this file is in the project already");
        await Assertions.Expect(page.Page.Locator("#bom-import")).ToHaveCountAsync(0);
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public async Task A_deleted_project_comes_back_with_its_items_from_its_message(int width)
    {
        var page = await AppPage.OpenAsync(await OpenAsync(new Viewport(width, 800)), "/projects");
        await page.OpenDialogAsync(page.Row("table-projects", "ProjectOne").Locator("[data-bb-dialog='/dialogs/project/1']"), "Edit P1");
        await page.Dialog.Button("Delete …").ClickAsync();
        await page.Dialog.WaitForAsync("Delete project");
        await page.Dialog.Save.ClickAsync();
        await page.SeesSavedAsync("Deleted P1.");
        await Expect(page, "$0.00", "$0.00");
        await page.LoadsAfterAsync(() => page.ToastAction.ClickAsync());
        await page.SeesSavedAsync("Taken back: deleted project \"P1\".");
        await Assertions.Expect(page.Row("table-projects", "ProjectOne")).ToHaveCountAsync(1);
        await Expect(page, "$77.77", "$2,546.89");
    }

    private static Task ChooseAsync(AppPage page, string text) =>
        page.Page.Locator("#bom-file").SetInputFilesAsync(new FilePayload { Name = "items.csv", MimeType = "text/csv", Buffer = System.Text.Encoding.UTF8.GetBytes(text) });

    private static async Task Expect(AppPage page, string remaining, string total)
    {
        await Assertions.Expect(page.Page.Locator("#active-remaining-cost")).ToHaveTextAsync(remaining);
        await Assertions.Expect(page.Page.Locator("#active-total-cost")).ToHaveTextAsync(total);
    }
}
