using System.Text.RegularExpressions;
using BiweeklyBudget.AcceptanceTests.Fixtures;
using BiweeklyBudget.AcceptanceTests.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace BiweeklyBudget.AcceptanceTests.Scenarios;

/// <summary>Everything that can be deleted is deleted from where it stands, and comes back by the undo of its message: every kind that the others do not walk (transactions and projects they do).</summary>
public sealed class DeletionTests(AcceptanceFixture acceptance) : BrowserTest(acceptance)
{
    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await Acceptance.Host.SaveAsync("budget", new { name = "Unused", description = "", is_periodic = true, starting_balance = "1", is_active = true, is_income = false, omit_from_graphs = false });
        await Acceptance.Host.SaveAsync("account", new { name = "Wallet", description = "", acct_type = "Cash", is_active = true, ofx_cat_memo_to_name = false, negate_ofx_amounts = false, reconcile_trans = true, vault_creds_path = "", ofxgetter_config_json = "", credit_limit = "", apr = "", prime_rate_margin = "", interest_class_name = "AdbCompoundedDaily", min_payment_class_name = "MinPaymentAmEx", re_interest_charge = "", re_payment = "", plaid_account = "null,null" });
        await Acceptance.Host.SaveAsync("vehicle", new { name = "Bicycle", is_active = true });
        await Acceptance.Host.SaveAsync("transfer", new { kind = "accounts", date = "2017-07-27", amount = "77.70", from_account = "1", to_account = "2", notes = "" });
        await Acceptance.Host.SaveAsync("skip_sched_trans", new { id = "3", payperiod_start_date = "2017-08-04", notes = "not now" });
    }

    [Theory]
    [InlineData("/scheduled", "table-scheduled-txn", "ST2", "scheduled transaction")]
    [InlineData("/fuel", "vehicles-table", "Bicycle", "vehicle")]
    [InlineData("/projects/1", "table-items", "P1Item2", "item")]
    public async Task A_row_is_deleted_from_its_dialog_and_comes_back(string path, string table, string text, string kind)
    {
        var page = await AppPage.OpenAsync(await OpenAsync(Viewport.Desktop), path);
        Assert.True(await page.Page.Locator($"#{table}").CountAsync() == 1, string.Join(' ', await page.Page.Locator("table").EvaluateAllAsync<string[]>("tables => tables.map(table => table.id)")));
        await Expect(page.Row(table, text).First).ToBeVisibleAsync();
        var rows = await page.Row(table, text).CountAsync();
        await EditAsync(page, page.Row(table, text).First);
        await DeleteAsync(page, kind);
        await Expect(page.Row(table, text)).ToHaveCountAsync(rows - 1);
        await TakeBackAsync(page);
        await Expect(page.Row(table, text)).ToHaveCountAsync(rows);
    }

    [Fact]
    public async Task A_budget_that_nothing_uses_goes_and_comes_back()
    {
        var page = await AppPage.OpenAsync(await OpenAsync(Viewport.Desktop), "/budgets");
        await OpenByAddressAsync(page, "/dialogs/budget/8");
        await page.Dialog.WaitForAsync("Edit Unused");
        await DeleteAsync(page, "budget");
        await Expect(page.Row("table-periodic-budgets", "Unused")).ToHaveCountAsync(0);
        await TakeBackAsync(page);
        await Expect(page.Row("table-periodic-budgets", "Unused")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task An_account_with_nothing_on_it_goes_with_its_balances()
    {
        var page = await AppPage.OpenAsync(await OpenAsync(Viewport.Desktop), "/accounts/7");
        await page.Dialog.WaitForAsync("Edit Wallet");
        await DeleteAsync(page, "account");
        await Expect(page.Page.Locator("table").GetByText("Wallet")).ToHaveCountAsync(0);
        await TakeBackAsync(page);
        await Expect(page.Page.Locator("table").GetByText("Wallet").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_balance_that_was_set_by_hand_goes_and_comes_back()
    {
        await Acceptance.Host.SaveAsync("balance", new { account = "7", amount = "250", date = "2017-07-27" });
        var page = await AppPage.OpenAsync(await OpenAsync(Viewport.Desktop), "/accounts");
        await OpenByAddressAsync(page, "/dialogs/balances/7");
        var balances = page.Dialog.Box.GetByText("Delete …");
        var count = await balances.CountAsync();
        await balances.First.ClickAsync();
        await ConfirmAsync(page, "balance");
        await OpenByAddressAsync(page, "/dialogs/balances/7");
        await Expect(balances).ToHaveCountAsync(count - 1);
        await page.Page.Keyboard.PressAsync("Escape");
        await TakeBackAsync(page);
        await OpenByAddressAsync(page, "/dialogs/balances/7");
        await Expect(balances).ToHaveCountAsync(count);
    }

    [Fact]
    public async Task An_interest_charge_that_was_entered_by_hand_goes_and_comes_back()
    {
        await Acceptance.Host.SaveAsync("credit-payoff-account-ofx", new { id = "4", filename = "/stmt/CreditTwo/0", interest_amt = "46.89" });
        var page = await AppPage.OpenAsync(await OpenAsync(Viewport.Desktop), "/accounts/credit-payoff");
        await OpenByAddressAsync(page, "/dialogs/credit-payoff-interest/4");
        await Expect(page.Dialog.Box.GetByText("Delete …")).ToHaveCountAsync(1);
        await page.Dialog.Box.GetByText("Delete …").ClickAsync();
        await ConfirmAsync(page, "interest charge");
        await OpenByAddressAsync(page, "/dialogs/credit-payoff-interest/4");
        await Expect(page.Dialog.Box.GetByText("Delete …")).ToHaveCountAsync(0);
        await page.Page.Keyboard.PressAsync("Escape");
        await TakeBackAsync(page);
        await OpenByAddressAsync(page, "/dialogs/credit-payoff-interest/4");
        await Expect(page.Dialog.Box.GetByText("Delete …")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Of_a_transfer_both_sides_go_and_come_back()
    {
        var page = await AppPage.OpenAsync(await OpenAsync(Viewport.Desktop), "/transactions");
        await Expect(page.Row("table-transactions", "Account Transfer - 77.70")).ToHaveCountAsync(2);
        await EditAsync(page, page.Row("table-transactions", "Account Transfer - 77.70").First);
        await page.Dialog.Button("Delete …").ClickAsync();
        await page.Dialog.WaitForAsync("Delete transaction");
        await page.LoadsAfterAsync(() => page.Dialog.Save.ClickAsync());
        await Expect(page.Row("table-transactions", "Account Transfer - 77.70")).ToHaveCountAsync(0);
        await TakeBackAsync(page);
        await Expect(page.Row("table-transactions", "Account Transfer - 77.70")).ToHaveCountAsync(2);
    }

    [Fact]
    public async Task What_was_skipped_is_planned_again_and_skipped_once_more()
    {
        var page = await AppPage.OpenAsync(await OpenAsync(Viewport.Desktop), "/payperiod/2017-08-04");
        var skipped = page.Page.GetByText("Undo skip");
        await Expect(skipped).ToHaveCountAsync(1);
        await page.LoadsAfterAsync(() => skipped.ClickAsync());
        await Expect(skipped).ToHaveCountAsync(0);
        await TakeBackAsync(page);
        await Expect(skipped).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task A_reconciliation_is_undone_and_comes_back()
    {
        var page = await AppPage.OpenAsync(await OpenAsync(Viewport.Desktop), "/transactions/1");
        await page.Dialog.WaitForAsync("T1foo");
        await page.Dialog.Box.GetByText("Undo reconciliation …").ClickAsync();
        await page.Dialog.WaitForAsync("Reconciled: T1foo");
        await page.Dialog.Box.GetByText("Undo reconciliation …").ClickAsync();
        await Expect(page.Dialog.Save).ToHaveTextAsync("Undo reconciliation");
        await page.LoadsAfterAsync(() => page.Dialog.Save.ClickAsync());
        await OpenByAddressAsync(page, "/dialogs/transaction/1");
        await Expect(page.Dialog.Title).ToHaveTextAsync("Edit T1foo");
        await page.Page.Keyboard.PressAsync("Escape");
        await TakeBackAsync(page);
        await OpenByAddressAsync(page, "/dialogs/transaction/1");
        await Expect(page.Dialog.Title).ToHaveTextAsync("T1foo");
    }

    // By the key of lists, wherever the row's own link leads.
    private static async Task EditAsync(AppPage page, ILocator row)
    {
        await row.Locator("a, button").First.FocusAsync();
        await page.Page.Keyboard.PressAsync("e");
        await Expect(page.Dialog.Box).ToHaveCountAsync(1);
    }

    private static async Task OpenByAddressAsync(AppPage page, string address) =>
        await page.OpenDialogAsync(address);

    private static async Task DeleteAsync(AppPage page, string kind)
    {
        await page.Dialog.Button("Delete …").ClickAsync();
        await ConfirmAsync(page, kind);
    }

    private static async Task ConfirmAsync(AppPage page, string kind)
    {
        await page.Dialog.WaitForAsync("Delete " + kind);
        await page.LoadsAfterAsync(() => page.Dialog.Save.ClickAsync());
        // Records that have one by their name, the others by their kind.
        await Expect(page.Toast).ToHaveTextAsync(new Regex($"^(?:Deleted .+|The {kind} was deleted)\\.$", RegexOptions.None, TimeSpan.FromSeconds(1)));
        await Expect(page.Dialog.Box).ToHaveCountAsync(0);
        await page.IsReadyAsync();
    }

    private static async Task TakeBackAsync(AppPage page)
    {
        await Expect(page.ToastAction).ToHaveTextAsync("Undo");
        await page.LoadsAfterAsync(() => page.ToastAction.ClickAsync());
        await Expect(page.Toast).ToContainTextAsync("Taken back:");
    }
}
