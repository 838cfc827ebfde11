using BiweeklyBudget.AcceptanceTests.Fixtures;
using BiweeklyBudget.AcceptanceTests.Pages;
using Microsoft.Playwright;

namespace BiweeklyBudget.AcceptanceTests.Scenarios.Dialogs;

/// <summary>spec/ui.md §7.3.</summary>
public sealed class AccountTransferDialogTests(AcceptanceFixture acceptance) : DialogTests(acceptance)
{
    private protected override (string Page, string Opener, string Title) Way => ("/accounts", "Transfer", "Account Transfer");

    private protected override (string First, string Text) Fields => ("amount", "notes");

    private protected override string Success => "Successfully saved Transactions 5 and 6 in database.";

    private protected override async Task FillAsync(DialogBox dialog)
    {
        await dialog.FillAsync("amount", "123.45");
        await dialog.ChooseAsync("from_account", "BankOne");
        await dialog.ChooseAsync("to_account", "BankTwoStale");
        await dialog.ChooseAsync("budget", "Periodic1");
    }

    // Nothing of BankOne was unreconciled before; BankTwoStale had income of 333.33.
    private protected override async Task ShowsAsync(AppPage page)
    {
        await Assertions.Expect(page.Row("table-accounts-bank", "BankOne").Locator("td").Nth(2)).ToHaveTextAsync("$123.45");
        await Assertions.Expect(page.Row("table-accounts-bank", "BankTwoStale").Locator("td").Nth(2)).ToHaveTextAsync("-$456.78");
    }

    [Fact]
    public async Task Only_accounts_that_money_can_be_moved_between_are_offered()
    {
        var dialog = await OpenDialogAsync();

        Assert.Equal(["", "BankOne", "BankTwoStale", "InvestmentOne"], await dialog.Field("from_account").Locator("option").AllInnerTextsAsync());
    }

    [Fact]
    public async Task Every_field_says_what_is_wrong_with_it()
    {
        var dialog = await OpenDialogAsync();
        await dialog.FillAsync("date", "");
        await dialog.IsRefusedAsync(
            ("date", "Transactions must have a date"),
            ("amount", "Please enter an amount."),
            ("from_account", "From Account cannot be empty"),
            ("to_account", "To Account cannot be empty"),
            ("budget", "Transactions must have a budget"));

        // What follows only the server knows.
        await dialog.FillAsync("date", "2017-07-28");
        await FillAsync(dialog);
        await dialog.ChooseAsync("to_account", "BankOne");
        await dialog.FillAsync("amount", "-1");
        await dialog.IsRefusedAsync(("amount", "Amount cannot be negative"), ("to_account", "From Account and To Account must be different"));
    }
}
