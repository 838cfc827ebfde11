using BiweeklyBudget.AcceptanceTests.Fixtures;
using BiweeklyBudget.AcceptanceTests.Pages;
using Microsoft.Playwright;

namespace BiweeklyBudget.AcceptanceTests.Scenarios.Dialogs;

/// <summary>spec/ui.md §5.2, on the page of the current period.</summary>
public sealed class TransactionDialogTests(AcceptanceFixture acceptance) : DialogTests(acceptance)
{
    private protected override (string Page, string Opener, string Title) Way => ("/payperiod/2017-07-21", "Add Transaction", "Add New Transaction");

    private protected override (string First, string Text) Fields => ("amount", "description");

    private protected override string Success => "Saved Lunch.";

    private protected override Task FillAsync(DialogBox dialog) => new TransactionDialog(dialog).FillAsync("12.34", "Lunch", "Periodic1");

    // 100.00 are granted to Periodic1; 111.13 were spent of it before.
    private protected override async Task ShowsAsync(AppPage page)
    {
        await Assertions.Expect(page.Row("trans-table", "Lunch")).ToContainTextAsync("$12.34");
        await Assertions.Expect(page.Row("pb-table", "Periodic1")).ToContainTextAsync("$123.47");
        Assert.Equal(-23.47m, await page.AmountAsync("#pb-table tr:has-text('Periodic1') .bb-result"));
    }

    [Fact]
    public async Task Every_field_says_what_is_wrong_with_it()
    {
        var dialog = await OpenDialogAsync();
        await dialog.FillAsync("date", "");
        await dialog.ChooseAsync("account", "");
        await dialog.IsRefusedAsync(
            ("date", "Please enter a day."),
            ("amount", "Please enter an amount."),
            ("description", "Please enter a description."),
            ("account", "Please choose an account."));

        await dialog.FillAsync("date", "2017-07-28");
        await dialog.FillAsync("description", "Lunch");
        await dialog.ChooseAsync("account", "BankOne");
        await dialog.FillAsync("amount", "twelve");
        await dialog.FillAsync("sales_tax", "1.23456");
        await dialog.IsRefusedAsync(("amount", "\"twelve\" is not an amount. Write amounts like 1,234.50, or sums like 12.50+7."), ("sales_tax", "Amounts have at most 2 decimals here."));

        // What follows only the server knows.
        await dialog.FillAsync("amount", "0");
        await dialog.FillAsync("sales_tax", "");
        await dialog.IsRefusedAsync(("amount", "Amount cannot be zero"), ("budgets", "Please choose a budget."));

        await dialog.FillAsync("amount", "1");
        await dialog.IsRefusedAsync(("budgets", "Please choose a budget."));
        await Assertions.Expect(new TransactionDialog(dialog).Budget).ToBeFocusedAsync();
    }

    [Fact]
    public async Task A_split_shows_what_is_left_and_offers_it()
    {
        var page = await OpenPageAsync();
        var dialog = await page.OpenDialogAsync(page.Opener(Way.Opener), Way.Title);
        var split = new TransactionDialog(dialog);
        await split.FillAsync("100", "Shopping", "Periodic1");
        await split.SplitAsync();
        await Assertions.Expect(split.Budget).ToBeHiddenAsync();
        await Assertions.Expect(split.Rows).ToHaveCountAsync(2);
        Assert.Equal("1", await split.Rows.First.Locator("select").InputValueAsync());
        await Assertions.Expect(split.Rest).ToHaveTextAsync("$100.00 left");

        await split.AmountOf(0).FillAsync("33.33");
        await Assertions.Expect(split.Rest).ToHaveTextAsync("$66.67 left");
        await Assertions.Expect(split.Errors).ToHaveTextAsync("The shares add up to 33.33, the amount is 100.00: they must be the same.");
        await Assertions.Expect(dialog.Save).ToBeDisabledAsync();
        await split.ChooseBudgetAsync(1, "Standing1");
        await Assertions.Expect(split.AmountOf(1)).ToHaveValueAsync("66.67");
        await Assertions.Expect(split.Rest).ToHaveTextAsync("Nothing is left.");

        await split.ChooseBudgetAsync(1, "Periodic1");
        await Assertions.Expect(split.Errors).ToHaveTextAsync("Each budget can be chosen once.");
        await split.ChooseBudgetAsync(1, "Standing1");
        await dialog.Button("Add Budget").ClickAsync();
        await Assertions.Expect(split.Rows.Nth(2).Locator("select")).ToBeFocusedAsync();
        await dialog.Button("Remove this budget").Nth(2).ClickAsync();
        await Assertions.Expect(split.Rows).ToHaveCountAsync(2);
        await dialog.Save.ClickAsync();

        await page.SeesSavedAsync("Saved Shopping.");
        await Assertions.Expect(page.Row("trans-table", "Shopping")).ToContainTextAsync("Periodic1 ($33.33)");
        await Assertions.Expect(page.Row("trans-table", "Shopping")).ToContainTextAsync("Standing1 ($66.67)");
        await Assertions.Expect(page.Row("sb-table", "Standing1")).ToContainTextAsync("$1,217.56"); // 1284.23 - 66.67
    }

    [Fact]
    public async Task The_split_of_an_income_is_offered_what_is_left_of_it_too()
    {
        var dialog = await OpenDialogAsync();
        var split = new TransactionDialog(dialog);
        await split.FillAsync("-50", "Refund", "Periodic1");
        await Assertions.Expect(dialog.Radio("direction", "income")).ToBeCheckedAsync();
        await Assertions.Expect(dialog.Field("amount")).ToHaveValueAsync("50.00");
        await split.SplitAsync();
        await split.AmountOf(0).FillAsync("20.5");
        await split.ChooseBudgetAsync(1, "Periodic2");

        await Assertions.Expect(split.AmountOf(1)).ToHaveValueAsync("29.50");
        await Assertions.Expect(dialog.Save).ToBeEnabledAsync();
        var sent = new SentForms(dialog.Page);
        await dialog.Save.ClickAsync();
        await Assertions.Expect(dialog.Box).ToHaveCountAsync(0);
        using var stored = System.Text.Json.JsonDocument.Parse(Assert.Single(sent.Bodies));
        Assert.Equal(("-50.00", "-20.50", "-29.50"), (stored.RootElement.GetProperty("amount").GetString(), stored.RootElement.GetProperty("budgets").GetProperty("1").GetString(), stored.RootElement.GetProperty("budgets").GetProperty("2").GetString()));
        Assert.False(stored.RootElement.TryGetProperty("direction", out _) || stored.RootElement.TryGetProperty("amounts_as_typed", out _));
    }

    [Fact]
    public async Task A_field_shows_what_was_understood_and_says_at_once_what_was_not()
    {
        var page = await OpenPageAsync();
        var dialog = await page.OpenDialogAsync(page.Opener(Way.Opener), Way.Title);
        var amount = dialog.Field("amount");
        foreach (var (typed, shown) in new[] { ("12+7.50", "19.50"), ("$1,234.5", "1234.50"), ("3*4.99", "14.97"), ("(3.00)", "3.00") })
        {
            await amount.FillAsync(typed);
            await amount.BlurAsync();
            await Assertions.Expect(amount).ToHaveValueAsync(shown);
        }

        await Assertions.Expect(dialog.Radio("direction", "income")).ToBeCheckedAsync();
        await amount.FillAsync("10,00");
        await amount.BlurAsync();
        await Assertions.Expect(dialog.ErrorsOf("amount")).ToHaveTextAsync("It is not clear what \"10,00\" means. Write amounts like 1,234.50.");
        Assert.Empty(await page.AccessibilityViolationsAsync());
        await amount.FillAsync("10");
        await amount.BlurAsync();
        await Assertions.Expect(dialog.ErrorsOf("amount")).ToBeEmptyAsync();
        await amount.FillAsync("1+2.25");
        await dialog.FillAsync("description", "Lunch");
        await new TransactionDialog(dialog).Budget.SelectOptionAsync(new SelectOptionValue { Label = "Periodic1" });
        await new TransactionDialog(dialog).TurnToAsync("Expense");
        await dialog.Save.ClickAsync();
        await page.SeesSavedAsync(Success);
        await Assertions.Expect(page.Row("trans-table", "Lunch")).ToContainTextAsync("$3.25");
    }

    [Fact]
    public async Task Expense_or_income_follows_the_budget_until_it_is_chosen_and_a_disagreement_is_said()
    {
        var dialog = await OpenDialogAsync();
        var (expense, income, note) = (dialog.Radio("direction", "expense"), dialog.Radio("direction", "income"), dialog.Box.Locator("[data-bb-direction-note]"));
        var budget = new TransactionDialog(dialog).Budget;
        await Assertions.Expect(expense).ToBeCheckedAsync();
        await budget.SelectOptionAsync(new SelectOptionValue { Label = "Income (income)" });
        await Assertions.Expect(income).ToBeCheckedAsync();
        await Assertions.Expect(note).ToBeEmptyAsync();
        await budget.SelectOptionAsync(new SelectOptionValue { Label = "Periodic1" });
        await Assertions.Expect(expense).ToBeCheckedAsync();

        await new TransactionDialog(dialog).TurnToAsync("Income");
        await Assertions.Expect(note).ToHaveTextAsync("Periodic1: not for income. This is counted as money that comes back, like a refund.");
        await budget.SelectOptionAsync(new SelectOptionValue { Label = "Income (income)" });
        await Assertions.Expect(note).ToBeEmptyAsync();
        await budget.SelectOptionAsync(new SelectOptionValue { Label = "Periodic1" });
        await Assertions.Expect(income).ToBeCheckedAsync();
        await new TransactionDialog(dialog).TurnToAsync("Expense");
        await budget.SelectOptionAsync(new SelectOptionValue { Label = "Income (income)" });
        await Assertions.Expect(note).ToHaveTextAsync("Income (income): for income. Is this really an expense?");
    }

    [Fact]
    public async Task The_last_of_a_description_fills_in_what_was_not_touched()
    {
        await Acceptance.Host.SaveAsync("transaction", new { date = "2017-07-25", amount = "30", description = "Market", account = "2", budgets = new Dictionary<string, string> { ["1"] = "10", ["2"] = "20" } });
        var page = await OpenPageAsync();
        var dialog = await page.OpenDialogAsync(page.Opener(Way.Opener), Way.Title);
        var split = new TransactionDialog(dialog);
        await dialog.FillAsync("description", "market");
        await dialog.Field("description").BlurAsync();
        await Assertions.Expect(dialog.Body).ToContainTextAsync("Last time, on 7/25/2017: $30.00, BankTwoStale, Periodic2, Periodic1.");
        await Assertions.Expect(dialog.Field("amount")).ToHaveValueAsync("30.00");
        await Assertions.Expect(dialog.Field("account")).ToHaveValueAsync("2");
        await Assertions.Expect(split.AmountOf(0)).ToHaveValueAsync("10.00");
        await Assertions.Expect(split.AmountOf(1)).ToHaveValueAsync("20.00");
        await Assertions.Expect(split.Rest).ToHaveTextAsync("Nothing is left.");
        Assert.Empty(await page.AccessibilityViolationsAsync());
        await dialog.Save.ClickAsync();
        await page.SeesSavedAsync("Saved market.");

        await page.OpenDialogAsync(page.Opener(Way.Opener), Way.Title);
        await dialog.FillAsync("amount", "7");
        await split.Budget.SelectOptionAsync(new SelectOptionValue { Label = "Periodic2" });
        await dialog.ChooseAsync("account", "BankOne");
        await dialog.FillAsync("description", "Market");
        await page.Page.RunAndWaitForResponseAsync(() => dialog.Field("description").BlurAsync(), response => response.Url.Contains("transaction-proposals", StringComparison.Ordinal));
        await Assertions.Expect(dialog.Box.Locator("[data-last]")).ToBeHiddenAsync();
        Assert.Equal(("7.00", "1", "2"), (await dialog.Field("amount").InputValueAsync(), await dialog.Field("account").InputValueAsync(), await split.Budget.InputValueAsync()));
    }

    [Fact]
    public async Task What_is_planned_is_offered_to_be_made_instead()
    {
        var page = await AppPage.OpenAsync(await OpenAsync(Viewport.Desktop), "/payperiod/2017-08-04");
        var dialog = await page.OpenDialogAsync(page.Opener(Way.Opener), Way.Title);
        await dialog.ChooseAsync("account", "BankTwoStale");
        await dialog.FillAsync("amount", "-320");
        await dialog.FillAsync("description", "ST3");
        await dialog.Field("description").BlurAsync();
        var offer = dialog.Box.Locator("[data-planned='3']");
        await Assertions.Expect(offer).ToContainTextAsync("This is the planned ST3 ($333.33");
        await offer.ClickAsync();

        await dialog.WaitForAsync("Make ST3");
        await Assertions.Expect(dialog.Field("amount")).ToHaveValueAsync("320.00");
        await Assertions.Expect(dialog.Radio("direction", "income")).ToBeCheckedAsync();
        await Assertions.Expect(page.Toast).ToHaveCountAsync(0);
        await dialog.Save.ClickAsync();
        await page.SeesSavedAsync("Made ST3.");
        await Assertions.Expect(page.Row("trans-table", "ST3")).ToContainTextAsync("-$320.00");
    }

    [Fact]
    public async Task A_split_that_was_not_saved_comes_back_with_its_rows_and_a_wrong_one_does_not_lock_the_next_dialog()
    {
        var page = await OpenPageAsync();
        var dialog = await page.OpenDialogAsync(page.Opener(Way.Opener), Way.Title);
        var split = new TransactionDialog(dialog);
        await split.FillAsync("10", "Shopping", "Periodic1");
        await split.SplitAsync();
        await split.AmountOf(0).FillAsync("3");
        await Assertions.Expect(dialog.Save).ToBeDisabledAsync();
        await dialog.Button("Close").Last.ClickAsync();

        await page.OpenDialogAsync(page.Opener("T3"), "Edit T3");
        await Assertions.Expect(dialog.Save).ToBeEnabledAsync();
        await page.Page.Keyboard.PressAsync("Escape");

        await page.OpenDialogAsync(page.Opener(Way.Opener), Way.Title);
        await Assertions.Expect(split.Rows).ToHaveCountAsync(2);
        await Assertions.Expect(split.AmountOf(0)).ToHaveValueAsync("3.00");
        await Assertions.Expect(split.Rest).ToHaveTextAsync("$7.00 left");
    }

    [Fact]
    public async Task An_edited_one_shows_its_new_figure()
    {
        var page = await OpenPageAsync();
        var spent = await page.AmountAsync("#amt-spent");
        var dialog = await page.OpenDialogAsync(page.Opener("T3"), "Edit T3");
        Assert.Equal("222.22", await dialog.Field("amount").InputValueAsync());
        await dialog.FillAsync("amount", "200.22");
        await dialog.Field("description").PressAsync("Enter");

        await page.SeesSavedAsync("Saved T3.");
        Assert.Equal(spent - 22m, await page.AmountAsync("#amt-spent"));
        await Assertions.Expect(page.Opener("T3")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task A_reconciled_one_reads_as_values_takes_notes_and_leads_to_its_reconciliation()
    {
        var page = await OpenPageAsync();
        var dialog = await page.OpenDialogAsync(page.Opener("T1foo"), "T1foo");

        await Assertions.Expect(dialog.Body).ToContainTextAsync("It is reconciled, so that only its notes can be changed.");
        await Assertions.Expect(dialog.Body.Locator("dd").First).ToBeVisibleAsync();
        await Assertions.Expect(dialog.Box.Locator("input:visible, select:visible")).ToHaveCountAsync(0);
        await Assertions.Expect(dialog.Field("notes")).ToBeFocusedAsync();
        await dialog.FillAsync("notes", "the receipt is in the drawer");
        await dialog.Field("notes").PressAsync("Control+Enter");
        await page.SeesSavedAsync("The notes are saved.");

        await page.OpenDialogAsync(page.Opener("T1foo"), "T1foo");
        await Assertions.Expect(dialog.Field("notes")).ToHaveValueAsync("the receipt is in the drawer");
        await dialog.Box.GetByText("Undo reconciliation …").ClickAsync();
        await dialog.WaitForAsync("Reconciled: T1foo");
        await dialog.Box.GetByText("Undo reconciliation …").ClickAsync();
        await dialog.Box.GetByText("Undo reconciliation", new() { Exact = true }).ClickAsync();
        await page.SeesSavedAsync("T1foo is not reconciled any more.");
        await page.OpenDialogAsync(page.Opener("T1foo"), "Edit T1foo");
        await Assertions.Expect(dialog.Field("amount")).ToBeEditableAsync();
    }

    [Fact]
    public async Task The_halves_of_a_transfer_lead_to_each_other()
    {
        await Acceptance.Host.SaveAsync("account_transfer", new { date = "2017-07-28", amount = "10", budget = "1", from_account = "1", to_account = "2", notes = "" });
        var page = await AppPage.OpenAsync(await OpenAsync(Viewport.Desktop), "/transactions");
        var dialog = await page.OpenDialogAsync(page.Page.Locator("td a[href='/transactions/5']"), "Edit Account Transfer - 10 from BankOne to BankTwoStale");
        await Assertions.Expect(dialog.Body).ToContainTextAsync("This transaction is one half of a transfer, along with the other side.");
        await dialog.FillAsync("notes", "not lost by looking at the other half");

        await dialog.Box.GetByText("the other side").ClickAsync();
        await Assertions.Expect(dialog.Box.Locator("[name=id]")).ToHaveValueAsync("6");
        await dialog.Box.GetByText("the other side").ClickAsync();
        await Assertions.Expect(dialog.Box.Locator("[name=id]")).ToHaveValueAsync("5");
        await Assertions.Expect(dialog.Field("notes")).ToHaveValueAsync("not lost by looking at the other half");
    }
}
