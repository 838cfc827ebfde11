using BiweeklyBudget.AcceptanceTests.Fixtures;
using BiweeklyBudget.AcceptanceTests.Pages;
using Microsoft.Playwright;

namespace BiweeklyBudget.AcceptanceTests.Scenarios.Dialogs;

/// <summary>spec/fuel.md §6.</summary>
public sealed class FuelFillDialogTests(AcceptanceFixture acceptance) : DialogTests(acceptance)
{
    private protected override (string Page, string Opener, string Title) Way => ("/fuel", "Add Entry", "Add Fuel Fill");

    private protected override (string First, string Text) Fields => ("odometer_miles", "fill_location");

    private protected override string Success => "Saved the fill and its transaction.";

    private protected override async Task FillAsync(DialogBox dialog)
    {
        await dialog.FillAsync("odometer_miles", "1256");
        await dialog.FillAsync("reported_miles", "245");
        await dialog.FillAsync("fill_location", "Corner");
        await dialog.FillAsync("cost_per_gallon", "2.459");
        await dialog.FillAsync("total_cost", "24.59");
        await dialog.FillAsync("gallons", "10");
        await dialog.FillAsync("reported_mpg", "24.5");
    }

    private protected override async Task ShowsAsync(AppPage page)
    {
        await Assertions.Expect(page.Row("table-fuel-log", "1,256")).ToContainTextAsync("$24.59");
        await Assertions.Expect(page.Row("table-fuel-log", "1,256")).ToContainTextAsync("10.000");
        await Assertions.Expect(page.Page.Locator("#last_mpg_notice")).ToHaveTextAsync("Last fill MPG: 24.5");
    }

    [Fact]
    public async Task Every_field_says_what_is_wrong_with_it()
    {
        var dialog = await OpenDialogAsync();
        await Assertions.Expect(dialog.Field("level_before")).ToHaveValueAsync("0");
        await Assertions.Expect(dialog.Field("level_after")).ToHaveValueAsync("100");
        await Assertions.Expect(dialog.Field("date")).ToHaveValueAsync("2017-07-28");
        await dialog.ChooseAsync("account", "");
        await dialog.IsRefusedAsync(
            ("odometer_miles", "Please enter the reading."), ("reported_miles", "Please enter the distance."), ("fill_location", "Please fill this in."), ("cost_per_gallon", "Please enter the price."), ("total_cost", "Please enter the cost."),
            ("gallons", "Please enter how much was filled."), ("reported_mpg", "Please enter what the vehicle shows."), ("account", "Please choose an account."));

        await FillAsync(dialog);
        await dialog.ChooseAsync("account", "BankOne");
        await dialog.FillAsync("odometer_miles", "1011");
        await dialog.FillAsync("gallons", "0");
        await dialog.IsRefusedAsync(("gallons", "Must be greater than zero"));
        await dialog.FillAsync("gallons", "10");
        await dialog.IsRefusedAsync(("odometer_miles", "Another fill of this vehicle has the same reading"));

        await dialog.Field("add_trans").UncheckAsync();
        await Assertions.Expect(dialog.Field("account")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task A_fill_is_corrected_and_deleted_and_the_table_shows_its_neighbours_anew()
    {
        var page = await OpenPageAsync();
        var dialog = await page.OpenDialogAsync(page.Row("table-fuel-log", "1,001").GetByRole(AriaRole.Link), "Edit Fuel Fill of 7/28/2017");
        await Assertions.Expect(dialog.Field("add_trans")).Not.ToBeCheckedAsync();
        await dialog.FillAsync("odometer_miles", "1000");
        await dialog.Save.ClickAsync();
        await page.SeesSavedAsync("Saved the fill.");
        await Assertions.Expect(page.Row("table-fuel-log", "1,011").Locator("td").Nth(4)).ToHaveTextAsync("11");

        await page.OpenDialogAsync(page.Row("table-fuel-log", "1,000").GetByRole(AriaRole.Link), "Edit Fuel Fill of 7/28/2017");
        await page.Dialog.Box.GetByText("Delete …").ClickAsync();
        await Assertions.Expect(page.Dialog.Title).ToHaveTextAsync("Delete fill");
        await page.Dialog.Save.ClickAsync();
        await page.SeesSavedAsync("The fill was deleted.");
        await Assertions.Expect(page.Row("table-fuel-log", "1,000")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Row("table-fuel-log", "1,011").Locator("td").Nth(4)).ToBeEmptyAsync();
    }

    [Fact]
    public async Task A_fill_that_was_saved_or_deleted_is_taken_back_from_its_message_with_its_neighbours_and_what_paid_it()
    {
        var page = await OpenPageAsync();
        var dialog = await page.OpenDialogAsync(page.Opener("Add Entry"), "Add Fuel Fill");
        await FillAsync(dialog);
        await dialog.FillAsync("odometer_miles", "1005");
        await dialog.Save.ClickAsync();
        await page.SeesSavedAsync("Saved the fill and its transaction.");
        await Assertions.Expect(page.Row("table-fuel-log", "1,011").Locator("td").Nth(4)).ToHaveTextAsync("6");
        await page.LoadsAfterAsync(() => page.ToastAction.ClickAsync());
        await page.SeesSavedAsync("Taken back: added fill \"Corner\".");
        await Assertions.Expect(page.Row("table-fuel-log", "1,005")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Row("table-fuel-log", "1,011").Locator("td").Nth(4)).ToHaveTextAsync("10");

        await page.OpenDialogAsync(page.Row("table-fuel-log", "1,001").GetByRole(AriaRole.Link), "Edit Fuel Fill of 7/28/2017");
        await page.Dialog.Box.GetByText("Delete …").ClickAsync();
        await page.Dialog.WaitForAsync("Delete fill");
        await page.Dialog.Save.ClickAsync();
        await page.SeesSavedAsync("The fill was deleted.");
        await page.LoadsAfterAsync(() => page.Page.Keyboard.PressAsync("Control+z"));
        await Assertions.Expect(page.Row("table-fuel-log", "1,001")).ToHaveCountAsync(1);
        await Assertions.Expect(page.Row("table-fuel-log", "1,011").Locator("td").Nth(4)).ToHaveTextAsync("10");
    }

    [Fact]
    public async Task A_file_is_previewed_then_imported_and_not_twice()
    {
        var page = await OpenPageAsync();
        var dialog = await page.OpenDialogAsync(page.Opener("Import CSV"), "Import Fuel Fills");
        await Assertions.Expect(dialog.Save).ToBeDisabledAsync();
        await dialog.Box.Locator("#fuel-file").SetInputFilesAsync(File("\u00ff\ufffd"));
        await Assertions.Expect(dialog.Body).ToContainTextAsync("The file is not text in UTF-8.");
        await dialog.Box.Locator("#fuel-file").SetInputFilesAsync(File("Date,Vehicle,Odometer,Location,Total cost,Volume\n2017-08-01,Veh1,1111,Café <b>,31.5,10\n2017-08-02,Tank,1,Shell,20,9\n2017-07-29,Veh1,1011,Shell,20,9\n"));
        await Assertions.Expect(dialog.Body).ToContainTextAsync("1 new, 1 already in the log, 1 with mistakes");
        await Assertions.Expect(dialog.Body).ToContainTextAsync("Vehicle: There is no vehicle \"Tank\"");
        Assert.Empty(await page.AccessibilityViolationsAsync());
        await Assertions.Expect(dialog.Save).ToHaveTextAsync("Import 1 fill");
        await dialog.Save.ClickAsync();
        await page.SeesSavedAsync("1 fill added, 1 already in the log, 1 left out.");
        await Assertions.Expect(page.Row("table-fuel-log", "1,111")).ToContainTextAsync("Café <b>");

        await page.OpenDialogAsync(page.Opener("Import CSV"), "Import Fuel Fills");
        await dialog.Box.Locator("#fuel-file").SetInputFilesAsync(File("Date,Vehicle,Odometer,Location,Total cost,Volume\n2017-08-01,Veh1,1111,Café <b>,31.5,10\n"));
        await Assertions.Expect(dialog.Body).ToContainTextAsync("0 new, 1 already in the log");
        await Assertions.Expect(dialog.Save).ToBeDisabledAsync();
    }

    [Fact]
    public async Task A_vehicle_is_added_and_one_with_fills_is_not_deleted()
    {
        var page = await OpenPageAsync();
        await page.OpenDialogAsync(page.Opener("Add Vehicle"), "Add New Vehicle");
        await page.Dialog.FillAsync("name", "veh1");
        await page.Dialog.IsRefusedAsync(("name", "There is one of this name already."));
        await page.Dialog.FillAsync("name", "<i>Truck");
        await page.Dialog.Save.ClickAsync();
        await page.SeesSavedAsync("Saved <i>Truck.");
        await Assertions.Expect(page.Row("vehicles-table", "<i>Truck")).ToContainTextAsync("yes");

        await page.OpenDialogAsync(page.Row("vehicles-table", "Veh2").GetByRole(AriaRole.Link), "Edit Veh2");
        await page.Dialog.Box.GetByText("Delete …").ClickAsync();
        await Assertions.Expect(page.Dialog.Title).ToHaveTextAsync("Delete vehicle");
        await Assertions.Expect(page.Dialog.Body).ToContainTextAsync("\"Veh2\" cannot be deleted: 2 fuel fills belong to it.");
        await Assertions.Expect(page.Dialog.Save).ToHaveCountAsync(0);
        Assert.Empty(await page.AccessibilityViolationsAsync());
        await page.Dialog.Box.GetByText("Make Veh2 inactive …").ClickAsync();
        await page.Dialog.WaitForAsync("Make Veh2 inactive");
        await page.Dialog.Save.ClickAsync();
        await page.SeesSavedAsync("Veh2 is inactive now.");
        await Assertions.Expect(page.Row("vehicles-table", "Veh2")).ToContainTextAsync("NO");
    }

    private static FilePayload File(string text) => new() { Name = "fuel.csv", MimeType = "text/csv", Buffer = System.Text.Encoding.UTF8.GetBytes(text) };
}
