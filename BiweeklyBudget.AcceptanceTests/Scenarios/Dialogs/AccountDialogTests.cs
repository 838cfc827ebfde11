using BiweeklyBudget.AcceptanceTests.Fixtures;
using BiweeklyBudget.AcceptanceTests.Pages;
using Microsoft.Playwright;

namespace BiweeklyBudget.AcceptanceTests.Scenarios.Dialogs;

/// <summary>spec/ui.md §7.2.</summary>
public sealed class AccountDialogTests(AcceptanceFixture acceptance) : DialogTests(acceptance)
{
    private static readonly string[] CreditFields = ["credit_limit", "apr", "prime_rate_margin", "interest_class_name", "min_payment_class_name"];

    private protected override (string Page, string Opener, string Title) Way => ("/accounts", "Add Account", "Add New Account");

    private protected override (string First, string Text) Fields => ("name", "description");

    private protected override string Success => "Saved BankThree.";

    private protected override Task FillAsync(DialogBox dialog) => dialog.FillAsync("name", "BankThree");

    private protected override async Task ShowsAsync(AppPage page) => await Assertions.Expect(page.Row("table-accounts-bank", "BankThree")).ToContainTextAsync("$0.00");

    [Theory]
    [InlineData("Bank", "table-accounts-bank")]
    [InlineData("Credit", "table-accounts-credit")]
    [InlineData("Investment", "table-accounts-investment")]
    [InlineData("Cash", "table-accounts-cash")]
    [InlineData("Other", "table-accounts-other")]
    public async Task A_type_is_kept_stands_in_its_own_list_and_only_credit_has_a_limit(string type, string table)
    {
        var page = await OpenPageAsync();
        var dialog = await page.OpenDialogAsync(page.Opener(Way.Opener), Way.Title);
        await dialog.PickAsync("acct_type", type);
        foreach (var field in CreditFields)
        {
            await Assertions.Expect(dialog.Field(field)).ToBeVisibleAsync(new LocatorAssertionsToBeVisibleOptions { Visible = type == "Credit" });
        }

        await dialog.FillAsync("name", "The new one");
        if (type == "Credit")
        {
            await dialog.FillAsync("credit_limit", "1500");
            await dialog.FillAsync("apr", "19.99");
        }

        await dialog.Save.ClickAsync();
        await page.SeesSavedAsync("Saved The new one.");
        if (type == "Credit")
        {
            await Assertions.Expect(page.Row(table, "The new one")).ToContainTextAsync("$1,500.00");
        }

        await page.LoadsAfterAsync(() => page.Row(table, "The new one").GetByText("The new one").ClickAsync());
        await page.OpenDialogAsync(page.Opener("Edit account"), "Edit The new one");
        await Assertions.Expect(dialog.Radio("acct_type", type)).ToBeCheckedAsync();
        if (type == "Credit")
        {
            await Assertions.Expect(dialog.Field("apr")).ToHaveValueAsync("0.1999");
        }

        // Saved again as it is, it stays what it is.
        await dialog.FillAsync("description", "seen");
        await dialog.Save.ClickAsync();
        await page.SeesSavedAsync("Saved The new one.");
        await page.OpenAsync();
        await Assertions.Expect(page.Row(table, "The new one")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Every_field_says_what_is_wrong_with_it_also_one_that_was_folded_away()
    {
        var dialog = await OpenDialogAsync();
        await dialog.IsRefusedAsync(("name", "Please enter a name."));

        await dialog.FillAsync("name", "BankOne");
        await dialog.IsRefusedAsync(("name", "There is one of this name already."));

        await dialog.FillAsync("name", "BankThree");
        await dialog.PickAsync("acct_type", "Credit");
        await dialog.FillAsync("credit_limit", "much");
        await dialog.IsRefusedAsync(("credit_limit", "\"much\" is not an amount. Write amounts like 1,234.50, or sums like 12.50+7."));

        await dialog.FillAsync("credit_limit", "1000");
        await dialog.FillAsync("apr", "low");
        await dialog.IsRefusedAsync(("apr", "Please enter a number."));

        await dialog.FillAsync("apr", "");
        var folded = dialog.Box.Locator("details");
        await folded.Locator("summary").ClickAsync();
        await dialog.FillAsync("ofxgetter_config_json", "{");
        await dialog.FillAsync("re_payment", "(");
        await dialog.ChooseAsync("plaid_account", "Inst1 / Acct1 (foo)");
        await folded.Locator("summary").ClickAsync();
        await Assertions.Expect(dialog.Field("re_payment")).ToBeHiddenAsync();
        await dialog.IsRefusedAsync(
            ("ofxgetter_config_json", "This is not JSON: check the quotation marks, commas and braces."),
            ("re_payment", "This is no pattern (regular expression) that can be used."),
            ("plaid_account", "BankOne has this Plaid account already. Take it away there first."));
    }

    [Fact]
    public async Task An_account_out_of_use_goes_to_a_list_of_its_own()
    {
        var page = await OpenPageAsync();
        await page.LoadsAfterAsync(() => page.Row("table-accounts-bank", "BankTwoStale").GetByText("BankTwoStale").ClickAsync());
        var dialog = await page.OpenDialogAsync(page.Opener("Edit account"), "Edit BankTwoStale");
        await dialog.Field("is_active").UncheckAsync();
        await dialog.Save.ClickAsync();

        await page.SeesSavedAsync("Saved BankTwoStale.");
        await Assertions.Expect(page.Page.Locator(".bb-head")).ToContainTextAsync("not in use");
        await page.OpenAsync();
        await Assertions.Expect(page.Row("table-accounts-bank", "BankTwoStale")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Page.Locator(".bb-plain-list").GetByText("BankTwoStale")).ToBeVisibleAsync();
    }
}
