using BiweeklyBudget.AcceptanceTests.Fixtures;
using BiweeklyBudget.AcceptanceTests.Pages;
using Microsoft.Playwright;

namespace BiweeklyBudget.AcceptanceTests.Guides;

/// <summary>The steps of docs/guide/start.md, "The first pay period", as somebody does them who has nothing yet.</summary>
public sealed class FirstHouseholdTests(AcceptanceFixture acceptance) : BrowserTest(acceptance)
{
    [Fact]
    public async Task From_nothing_to_a_planned_period_and_a_reconciled_line_of_the_bank()
    {
        await using var host = await HostProcess.StartAsync(new Dictionary<string, string?> { ["BIWEEKLYBUDGET_TEST_TIMESTAMP"] = "1501223084", ["BACKUP_PATH"] = "off", ["LC_ALL"] = "en_US.UTF-8" });
        var window = await OpenAsync(host, Viewport.Desktop);
        var first = new FirstRunPage(window);
        await first.OpenAsync();
        await first.AnswerAsync(new DateOnly(2017, 7, 21));

        await AddAsync(window, "Accounts", "Add Account", "Add New Account", async dialog =>
        {
            await TypeAsync(dialog, "Name", "Checking");
            await dialog.Box.GetByLabel("Bank", new LocatorGetByLabelOptions { Exact = true }).CheckAsync();
            await dialog.Box.Locator("summary").ClickAsync();
            await dialog.Box.GetByLabel("Turn the bank's signs round (negate)").CheckAsync();
        });
        await AddAsync(window, "Budgets", "Add Budget", "Add New Budget", async dialog =>
        {
            await FillBudgetAsync(dialog, "Salary", "1800");
            await dialog.Box.GetByLabel("Income", new LocatorGetByLabelOptions { Exact = true }).CheckAsync();
        });
        await AddAsync(window, "Budgets", "Add Budget", "Add New Budget", dialog => FillBudgetAsync(dialog, "Food", "280"));
        await AddAsync(window, "Budgets", "Add Budget", "Add New Budget", dialog => FillBudgetAsync(dialog, "Housing", "900"));
        await AddAsync(window, "Scheduled", "Add Scheduled Transaction", "Add New Scheduled Transaction", async dialog =>
        {
            await TypeAsync(dialog, "Description", "Rent");
            await dialog.Box.GetByLabel("Monthly").CheckAsync();
            await TypeAsync(dialog, "Day of Month", "1");
            await TypeAsync(dialog, "Amount", "950");
            await ChooseAsync(dialog, "Account", "Checking");
            await ChooseAsync(dialog, "Budget", "Housing");
        });

        // 1,800.00 less 280.00 for food, and less 950.00 of rent, which is more than was granted for it.
        var page = await GoAsync(window, "Pay Periods");
        await page.LoadsAfterAsync(() => page.Page.Locator("#pay-period-table tbody tr", new PageLocatorOptions { HasTextString = "current" }).GetByRole(AriaRole.Link).ClickAsync());
        Assert.Equal(570m, await page.AmountAsync("#amt-remaining"));

        await page.Page.Keyboard.PressAsync("a");
        await page.Dialog.WaitForAsync("Add New Transaction");
        await new TransactionDialog(page.Dialog).FillAsync("45.67", "Groceries", "Food");
        await page.Dialog.Save.ClickAsync();
        await page.SeesSavedAsync("Saved Groceries.");
        Assert.Equal(45.67m, await page.AmountAsync("#amt-spent"));

        await ImportAndReconcileAsync(window);
        Assert.Equal("[]", await host.PageAsync("/ajax/unreconciled/trans"));
        Assert.Equal("[]", await host.PageAsync("/ajax/unreconciled/ofx"));
    }

    private static async Task ImportAndReconcileAsync(BrowserWindow window)
    {
        var bank = await OfxPage.VisitAsync(window);
        await bank.ChooseAsync(OfxUpload.Payload("july.ofx", OfxUpload.Checking("1111", "NEW1 -45.67 FRESH FOODS")));
        await bank.ChooseAccountAsync(bank.Statements.First, "Checking");
        await bank.ImportAsync();

        var reconcile = await ReconcilePage.OpenAsync(window);
        await reconcile.AcceptAll.ClickAsync();
        await reconcile.Submit.ClickAsync();
        await Assertions.Expect(reconcile.Messages).ToHaveTextAsync("1 reconciled.");
    }

    /// <summary>Goes to a place by its link in the navigation.</summary>
    private static async Task<AppPage> GoAsync(BrowserWindow window, string place)
    {
        var page = new AppPage(window, "/");
        await page.LoadsAfterAsync(() => page.Page.Locator("nav.bb-side").GetByRole(AriaRole.Link, new LocatorGetByRoleOptions { Name = place, Exact = true }).ClickAsync());
        return page;
    }

    private static async Task AddAsync(BrowserWindow window, string place, string button, string title, Func<DialogBox, Task> fill)
    {
        var page = await GoAsync(window, place);
        var dialog = await page.OpenDialogAsync(page.Opener(button), title);
        await fill(dialog);
        await dialog.Button("Save changes").ClickAsync();
        await Assertions.Expect(page.Toast).ToContainTextAsync("Saved ");
        await page.IsReadyAsync();
    }

    private static async Task FillBudgetAsync(DialogBox dialog, string name, string amount)
    {
        await TypeAsync(dialog, "Name", name);
        await dialog.Box.GetByLabel("Periodic").CheckAsync();
        await TypeAsync(dialog, "Starting Balance", amount);
    }

    private static Task TypeAsync(DialogBox dialog, string label, string text) => dialog.Box.GetByLabel(label, new LocatorGetByLabelOptions { Exact = true }).FillAsync(text);

    private static async Task ChooseAsync(DialogBox dialog, string label, string text) =>
        await dialog.Box.GetByLabel(label, new LocatorGetByLabelOptions { Exact = true }).SelectOptionAsync(new SelectOptionValue { Label = text });
}
