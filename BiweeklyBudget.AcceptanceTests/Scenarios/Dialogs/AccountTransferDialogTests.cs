using BiweeklyBudget.AcceptanceTests.Fixtures;
using BiweeklyBudget.AcceptanceTests.Pages;
using Microsoft.Playwright;

namespace BiweeklyBudget.AcceptanceTests.Scenarios.Dialogs;

/// <summary>spec/ui.md §7.3.</summary>
public sealed class AccountTransferDialogTests(AcceptanceFixture acceptance) : DialogTests(acceptance)
{
    private protected override (string Page, string Opener, string Title) Way => ("/accounts", "Transfer", "Transfer Money");

    private protected override (string First, string Text) Fields => ("amount", "notes");

    private protected override string Success => "The money was moved.";

    private protected override async Task FillAsync(DialogBox dialog)
    {
        await dialog.FillAsync("amount", "123.45");
        await dialog.PickAsync("kind", "accounts");
        await dialog.ChooseAsync("from_account", "BankOne: $12,789.01");
        await dialog.ChooseAsync("to_account", "BankTwoStale: $100.23");
    }

    // Nothing of BankOne was unreconciled before; BankTwoStale had income of 333.33.
    private protected override async Task ShowsAsync(AppPage page)
    {
        await Assertions.Expect(page.Row("table-accounts-bank", "BankOne").Locator("td").Nth(2)).ToHaveTextAsync("$123.45");
        await Assertions.Expect(page.Row("table-accounts-bank", "BankTwoStale").Locator("td").Nth(2)).ToHaveTextAsync("-$456.78");
    }

    [Fact]
    public async Task Every_active_account_is_offered_with_its_balance_and_a_card_can_be_paid()
    {
        var page = await OpenPageAsync();
        var dialog = await page.OpenDialogAsync(page.Opener(Way.Opener), Way.Title);
        Assert.Equal(["", "BankOne: $12,789.01", "BankTwoStale: $100.23", "CreditOne (card): -$952.06", "CreditTwo (card): -$5,498.65", "InvestmentOne: $10,362.91"], await dialog.Field("to_account").Locator("option").AllInnerTextsAsync());

        await dialog.FillAsync("amount", "52.06");
        await dialog.ChooseAsync("from_account", "BankOne: $12,789.01");
        await dialog.ChooseAsync("to_account", "CreditOne (card): -$952.06");
        Assert.Empty(await page.AccessibilityViolationsAsync());
        await dialog.Save.ClickAsync();
        await page.SeesSavedAsync(Success);
        using var paid = System.Text.Json.JsonDocument.Parse(await Acceptance.Host.PageAsync("/ajax/transactions/6"));
        Assert.Equal((3, -52.06m), (paid.RootElement.GetProperty("account_id").GetInt32(), paid.RootElement.GetProperty("actual_amount").GetDecimal()));
    }

    [Fact]
    public async Task Every_field_says_what_is_wrong_with_it()
    {
        var dialog = await OpenDialogAsync();
        await dialog.FillAsync("date", "");
        await dialog.IsRefusedAsync(
            ("date", "Please enter a date."),
            ("amount", "Please enter an amount."),
            ("from_account", "Please choose where the money comes from."),
            ("to_account", "Please choose where the money goes."));

        // What follows only the server knows.
        await dialog.FillAsync("date", "2017-07-28");
        await FillAsync(dialog);
        await dialog.ChooseAsync("to_account", "BankOne: $12,789.01");
        await dialog.FillAsync("amount", "-1");
        await dialog.IsRefusedAsync(("amount", "Amount cannot be negative"), ("to_account", "Please choose two different accounts."));
    }
}
