using BiweeklyBudget.AcceptanceTests.Fixtures;
using BiweeklyBudget.AcceptanceTests.Pages;
using static Microsoft.Playwright.Assertions;

namespace BiweeklyBudget.AcceptanceTests.Scenarios;

/// <summary>What is done every payday, three ways: what is due is made, a purchase entered, the bank's file imported and reconciled, what is left over spread. Rent and Phone are due; 3000.00 came in.</summary>
public sealed class PaydayTests(AcceptanceFixture acceptance) : BrowserTest(acceptance)
{
    private const string Period = "/payperiod/2017-07-21";

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await Acceptance.Host.SaveAsync("budget", new { name = "Extra pay", description = "", is_periodic = true, is_income = true, starting_balance = "0", is_active = true, omit_from_graphs = false });
        await Acceptance.Host.SaveAsync("transaction", new { date = "2017-07-27", amount = "-3000", sales_tax = "0", description = "Bonus", account = "1", notes = "", budgets = new Dictionary<string, string> { ["8"] = "-3000" } });
        foreach (var (description, amount, date) in new[] { ("Rent", "50.55", "2017-07-24"), ("Phone", "30.44", "2017-07-26") })
        {
            await Acceptance.Host.SaveAsync("scheduled", new { description, amount, sales_tax = "0", account = "1", budget = "2", notes = "", is_active = true, type = "date", date });
        }
    }

    [Fact]
    public async Task With_the_mouse()
    {
        var window = await OpenAsync(Viewport.Desktop);
        await WalkAsync(window, new MouseHand(new AppPage(window, Period)));
    }

    [Fact]
    public async Task By_keyboard_alone()
    {
        var window = await OpenAsync(Viewport.Desktop);
        await WalkAsync(window, new KeyboardHand(new AppPage(window, Period)));
    }

    [Fact]
    public async Task With_a_finger_on_a_phone()
    {
        var window = await OpenTouchAsync(Acceptance.Host);
        await WalkAsync(window, new TouchHand(new AppPage(window, Period)));
    }

    private static async Task WalkAsync(BrowserWindow window, Hand hand)
    {
        var page = await AppPage.OpenAsync(window, Period);

        // What is due.
        await hand.PressAsync(page.Opener("Make all 2 due …"));
        await Expect(page.Dialog.Save).ToHaveTextAsync("Make 2 transactions");
        await hand.LoadAsync(page.Dialog.Save);
        await page.SeesSavedAsync("2 transactions were made.");

        // A purchase.
        await hand.PressAsync(page.Page.Locator("[data-bb-add]:visible, .bb-add:visible").First);
        await page.Dialog.WaitForAsync("Add New Transaction");
        await hand.TypeAsync(page.Dialog.Field("amount"), "20+7.77");
        await hand.TypeAsync(page.Dialog.Field("description"), "Drugstore");
        await hand.ChooseAsync(page.Dialog.Box.Locator("[data-bb-single]"), "Periodic2");
        await hand.LoadAsync(page.Dialog.Save);
        await Expect(page.Toast).ToHaveTextAsync("Saved Drugstore.");
        await Expect(page.Row("trans-table", "Drugstore")).ToContainTextAsync("$27.77");

        // The bank's file.
        await hand.GoToAsync("/ofx");
        var ofx = new OfxPage(window);
        await hand.ChooseFileAsync(page.Page.Locator("#ofx-files"), OfxUpload.Payload("july.ofx", OfxUpload.Checking("1111", "PAY1 50.55 Rent", "PAY2 30.44 Phone", "PAY3 27.77 Drugstore")));
        await Expect(ofx.Statements.First).ToContainTextAsync("3 new");
        await hand.PressAsync(page.Page.Locator("#ofx-import"));
        await Expect(ofx.Result).ToContainTextAsync("3 new transactions");

        // What belongs together, as far as it is sure; the rest waits.
        await hand.GoToAsync("/reconcile");
        var reconcile = new ReconcilePage(window);
        await Expect(reconcile.AcceptAll).ToContainTextAsync("Accept all 3 sure");
        await hand.PressAsync(reconcile.AcceptAll);
        await Expect(reconcile.Submit).ToHaveTextAsync("Submit 3 changes");
        await hand.PressAsync(reconcile.Submit);
        await Expect(reconcile.Messages).ToHaveTextAsync("3 reconciled.");

        // What is left over.
        await hand.GoToAsync("/pay_period_for");
        await Expect(page.Page.Locator("#amt-remaining")).Not.ToHaveTextAsync("$0.00");
        await hand.PressAsync(page.Opener("Spread what is left over …"));
        await page.Dialog.WaitForAsync("Spread what is left over");
        await hand.TypeAsync(page.Dialog.Field("\"amounts[5]\""), "12.50");
        await hand.PressAsync(page.Dialog.Button("All to Standing1"));
        await Expect(page.Dialog.Box.Locator("[data-bb-spread-rest]")).ToHaveTextAsync("$0.00");
        if (await page.Dialog.Field("charged").IsVisibleAsync())
        {
            await hand.ChooseAsync(page.Dialog.Field("charged"), "Periodic2");
        }

        await hand.LoadAsync(page.Dialog.Save);
        await page.SeesSavedAsync("The money was spread over 2 budgets.");
        await Expect(page.Page.Locator("#amt-remaining")).ToHaveTextAsync("$0.00");
    }
}
