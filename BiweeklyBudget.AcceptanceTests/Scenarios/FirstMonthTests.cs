using BiweeklyBudget.AcceptanceTests.Fixtures;
using BiweeklyBudget.AcceptanceTests.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace BiweeklyBudget.AcceptanceTests.Scenarios;

/// <summary>The first month of an account that somebody has just added: purchases, the bank's files, reconciling to the last line. No setting is touched.</summary>
public sealed class FirstMonthTests(AcceptanceFixture acceptance) : BrowserTest(acceptance)
{
    private const string Account = "Everyday";

    [Fact]
    public async Task Three_purchases_and_a_month_of_a_bank_with_negative_expenses_reconcile_to_zero()
    {
        var window = await OpenAsync(Viewport.Desktop);
        await AddAccountAsync(await AppPage.OpenAsync(window, "/accounts"));
        var period = await AppPage.OpenAsync(window, "/payperiod/2017-07-21");
        await AddPurchaseAsync(period, "12.50", "Pizza");
        await AddPurchaseAsync(period, "45", "Petrol");
        await AddPurchaseAsync(period, "99.99", "Shoes");

        // Both files at once, of one name as browsers save them from one bank; it writes expenses as negative amounts.
        var ofx = await OfxPage.VisitAsync(window);
        await ofx.ChooseAsync(
            OfxUpload.Payload("download.ofx", OfxUpload.Checking("99887766", "S1 -12.50 PIZZERIA ROMA", "S2 -45.00 STATION 12")),
            OfxUpload.Payload("download.ofx", OfxUpload.Checking("99887766", "S3 -99.99 SHOE SHOP", "S4 -8.25 BAKERY")));
        foreach (var number in new[] { 0, 1 })
        {
            await ofx.ChooseAccountAsync(ofx.Statements.Nth(number), Account);
            await Expect(ofx.Statements.Nth(number).Locator("[data-ofx-sign-note]")).ToContainTextAsync("The bank writes expenses as negative: turned round.");
        }

        Assert.Empty(await ofx.AccessibilityViolationsAsync());
        await ofx.ImportAsync();
        await Expect(ofx.Result).ToHaveTextAsync("2 of 2 statements imported, 4 new transactions.");
        await Expect(ofx.Result).ToBeFocusedAsync();

        // What the page says of itself is as new as the import, and leads on.
        var waiting = await ofx.Next.InnerTextAsync();
        Assert.Matches("^Reconcile [0-9]+ lines$", waiting);
        await Expect(window.Page.Locator("#bb-notifications")).ToContainTextAsync(waiting["Reconcile ".Length..^" lines".Length] + " bank lines wait to be reconciled");
        await ofx.LoadsAfterAsync(() => ofx.Next.ClickAsync());

        // Three are sure. The fourth was forgotten, and is made from its line: an expense, not income.
        var reconcile = new ReconcilePage(window);
        await Expect(reconcile.AcceptAll).ToContainTextAsync("Accept all 3 sure");
        await reconcile.AcceptAll.ClickAsync();
        await reconcile.BankLine("S4").GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "make" }).ClickAsync();
        await Expect(reconcile.Dialog.Field("amount")).ToHaveValueAsync("8.25");
        await reconcile.ChooseBudgetAndSaveAsync("Periodic1");
        await Expect(reconcile.Submit).ToHaveTextAsync("Submit 4 changes");
        await reconcile.Submit.ClickAsync();
        await Expect(reconcile.Messages).ToHaveTextAsync("4 reconciled.");
        await Expect(window.Page.Locator(".rc-card", new PageLocatorOptions { HasTextString = $"{Account} (" })).ToHaveCountAsync(0);
    }

    private static async Task AddAccountAsync(AppPage page)
    {
        var dialog = await page.OpenDialogAsync(page.Opener("Add Account"), "Add New Account");
        await dialog.FillAsync("name", Account);
        await page.LoadsAfterAsync(() => dialog.Save.ClickAsync());
    }

    private static async Task AddPurchaseAsync(AppPage page, string amount, string description)
    {
        var dialog = await page.OpenDialogAsync(page.Opener("Add Transaction"), "Add New Transaction");
        await new TransactionDialog(dialog).FillAsync(amount, description, "Periodic1");
        await dialog.ChooseAsync("account", Account);
        await page.LoadsAfterAsync(() => dialog.Save.ClickAsync());
    }
}
