using BiweeklyBudget.Core.Money;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Rows;
using BiweeklyBudget.Core.Tests.Forms;
using BiweeklyBudget.Hosting.Api;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Tests.Accounts;

/// <summary>The spelling of the account form and the wording of its replies.</summary>
public sealed class AccountFormTests
{
    private const string Url = "/forms/account";

    [Theory]
    [OnBothEngines]
    public async Task A_new_account_starts_with_a_balance_of_zero_that_no_statement_made(DatabaseEngine engine)
    {
        await using var world = await EverydayWorld.CreateAsync(engine);
        var id = (await world.SubmitAsync(Url, new FormValues { ["name"] = "  Wallet ", ["acct_type"] = "Cash", ["description"] = " " })).SavedId();
        var account = await AccountAsync(world, id);
        Assert.Equal(("Wallet", null, AccountType.Cash, true, true, false, false), (account.Name, account.Description, account.Type, account.IsActive, account.IsReconciled, account.NegatesBankAmounts, account.AppendsMemoToName));
        Assert.Equal((null, null), (account.InterestMethod, account.MinimumPaymentMethod));
        var balance = await world.ReadAsync(context => context.AccountBalances.SingleAsync(b => b.AccountId == id));
        Assert.Equal((0m, 0m, null, null, FormOperations.Now.UtcDateTime), (balance.Ledger, balance.Available, balance.LedgerDate, balance.AvailableDate, balance.OverallDate));
    }

    [Theory]
    [OnBothEngines]
    public async Task Rates_above_one_are_percentages_and_a_card_without_methods_gets_the_usual_ones(DatabaseEngine engine)
    {
        await using var world = await EverydayWorld.CreateAsync(engine);
        (await world.SubmitAsync(Url, Card(("apr", "17.99"), ("prime_rate_margin", "1"), ("credit_limit", 1234.5678m)))).SavedId();
        var card = await AccountAsync(world, 3);
        Assert.Equal((0.1799m, 1m, 1234.5678m), (card.Apr, card.PrimeRateMargin, card.CreditLimit));
        Assert.Equal(("AdbCompoundedDaily", "MinPaymentAmEx"), (card.InterestMethod, card.MinimumPaymentMethod));
    }

    [Theory]
    [OnBothEngines]
    public async Task A_plaid_account_belongs_to_one_account(DatabaseEngine engine)
    {
        await using var world = await EverydayWorld.CreateAsync(engine);
        (await world.SubmitAsync(Url, Card(("plaid_account", "Item,One")))).SavedId();
        (await world.SubmitAsync(Url, Card(("plaid_account", "Item,One")))).SavedId();
        var form = new FormValues { ["name"] = "Second", ["acct_type"] = "Bank", ["plaid_account"] = "Item,One" };
        Assert.Equal(
            ("plaid_account", "ERROR: This Plaid account is already used by the Account: Card (3). Please remove it from that account before adding it to another."),
            (await world.SubmitAsync(Url, form)).OnlyError());
        (await world.SubmitAsync(Url, Card(("plaid_account", "null,null")))).SavedId();
        (await world.SubmitAsync(Url, form)).SavedId();
    }

    [Theory]
    [InlineData("name", "", "Name cannot be empty")]
    [InlineData("name", "checking", "Name must be unique")]
    [InlineData("name", "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", "Cannot be longer than 50 characters")]
    [InlineData("acct_type", "Bogus", "\"Bogus\" is not a valid Account Type")]
    [InlineData("acct_type", "1", "\"1\" is not a valid Account Type")]
    [InlineData("ofxgetter_config_json", "{bad", "Invalid JSON!")]
    [InlineData("credit_limit", "abc", "Invalid Decimal value: \"abc\"")]
    [InlineData("apr", "1000", "Invalid Decimal value: \"1000\"")]
    [InlineData("prime_rate_margin", "--", "Invalid Decimal value: \"--\"")]
    [InlineData("interest_class_name", "Nope", "Invalid interest class")]
    [InlineData("interest_class_name", "", "Invalid interest class")]
    [InlineData("min_payment_class_name", "Nope", "Invalid minimum payment class name")]
    [InlineData("re_late_fee", "(", "Invalid regular expression.")]
    [InlineData("plaid_account", "Item,Three", "Plaid account does not exist")]
    [InlineData("plaid_account", "Item", "Invalid Plaid account; expected \"item_id,account_id\" or \"null,null\"")]
    [InlineData("is_active", "perhaps", "Invalid boolean value: \"perhaps\"")]
    public async Task A_bad_value_is_an_error_of_its_field(string field, string value, string message)
    {
        await using var world = await EverydayWorld.CreateAsync(DatabaseEngine.Sqlite);
        Assert.Equal((field, message), (await world.SubmitAsync(Url, Card((field, value)))).OnlyError());
    }

    [Fact]
    public async Task An_unknown_account_is_named()
    {
        await using var world = await EverydayWorld.CreateAsync(DatabaseEngine.Sqlite);
        Assert.Equal("Error: no Account with ID 99", (await world.SubmitAsync(Url, Card(("id", 99), ("name", "New")))).Failure());
    }

    private static Task<Account> AccountAsync(EverydayWorld world, int id) => world.ReadAsync(context => context.Accounts.SingleAsync(a => a.Id == id));

    private static FormValues Card(params (string Field, FormValue Value)[] changes)
    {
        var form = new FormValues { ["id"] = 3, ["name"] = "Card", ["acct_type"] = "Credit" };
        foreach (var (field, value) in changes)
        {
            form[field] = value;
        }

        return form;
    }
}
