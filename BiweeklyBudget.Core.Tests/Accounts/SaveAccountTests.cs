using BiweeklyBudget.Core.Accounts;
using BiweeklyBudget.Core.Forms;
using BiweeklyBudget.Core.Money;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Rows;
using BiweeklyBudget.Core.Tests.Forms;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Tests.Accounts;

public sealed class SaveAccountTests
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
    public async Task Credit_fields_of_other_types_are_kept_as_stored(DatabaseEngine engine)
    {
        await using var world = await EverydayWorld.CreateAsync(engine);
        (await world.SubmitAsync(Url, Card(("acct_type", "Other"), ("credit_limit", "5"), ("apr", "0.5")))).SavedId();
        var account = await AccountAsync(world, 3);
        Assert.Equal((AccountType.Other, 2000m, null), (account.Type, account.CreditLimit, account.Apr));
    }

    [Theory]
    [OnBothEngines]
    public async Task A_changed_pattern_marks_all_bank_transactions_of_the_account_anew(DatabaseEngine engine)
    {
        await using var world = await EverydayWorld.CreateAsync(engine);
        await world.ChangeAsync(async context =>
        {
            var statement = context.Statements.Add(new Statement { AccountId = 3, FileName = "a" }).Entity;
            var other = context.Statements.Add(new Statement { AccountId = 1, FileName = "a" }).Entity;
            await context.SaveChangesAsync();
            context.AddRange(
                Bank(statement, "1", "INTEREST PAID"),
                Bank(statement, "2", "Paid interest"),
                Bank(statement, "3", null),
                Bank(statement, "4", BankTransactionFlags.ManualInterestName, interest: true),
                Bank(other, "1", "Interest paid"));
            context.AddRange(Enumerable.Range(0, 1200).Select(n => Bank(statement, $"many {n}", $"Interest {n}")));
        });
        (await world.SubmitAsync(Url, Card(("re_interest_paid", "interest (?P<what>paid|[0-9]+)"), ("re_interest_charge", "Paid"), ("re_payment", "^.*paid$")))).SavedId();
        var rows = await world.ReadAsync(context => context.BankTransactions.ToListAsync());
        Assert.Equal((true, false, true), Flags(3, "1"));
        Assert.Equal((false, true, false), Flags(3, "2"));
        Assert.Equal((false, false, false), Flags(3, "3"));
        Assert.Equal((false, true, false), Flags(3, "4"));
        Assert.Equal((false, false, false), Flags(1, "1"));
        Assert.Equal(1201, rows.Count(row => row.IsInterestPayment == true));
        (await world.SubmitAsync(Url, Card())).SavedId();
        rows = await world.ReadAsync(context => context.BankTransactions.ToListAsync());
        Assert.Equal([(3, "4")], rows.Where(row => row.IsInterestPayment == true || row.IsInterestCharge == true || row.IsPayment == true).Select(row => (row.AccountId, row.FitId)));

        (bool?, bool?, bool?) Flags(int account, string fitId)
        {
            var row = rows.Single(row => row.AccountId == account && row.FitId == fitId);
            return (row.IsInterestPayment, row.IsInterestCharge, row.IsPayment);
        }
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

    [Theory]
    [InlineData(64, """[1]""", true)]
    [InlineData(65, """[1]""", false)]
    [InlineData(1, """ "\ud83d\ude00" """, true)]
    [InlineData(1, """ "\ud83d" """, false)]
    [InlineData(1, """ {"\ude00": 1} """, false)]
    public async Task A_download_configuration_is_taken_when_it_can_be_given_back(int depth, string innermost, bool taken)
    {
        await using var world = await EverydayWorld.CreateAsync(DatabaseEngine.Sqlite);
        var text = new string('[', depth - 1) + innermost.Trim() + new string(']', depth - 1);
        var result = await world.SubmitAsync(Url, Card(("ofxgetter_config_json", text)));
        if (taken)
        {
            Assert.Equal(text, (await AccountAsync(world, result.SavedId())).StatementDownloadJson);
        }
        else
        {
            Assert.Equal(("ofxgetter_config_json", "Invalid JSON!"), result.OnlyError());
        }
    }

    [Fact]
    public async Task An_unknown_account_is_named()
    {
        await using var world = await EverydayWorld.CreateAsync(DatabaseEngine.Sqlite);
        Assert.Equal("Error: no Account with ID 99", (await world.SubmitAsync(Url, Card(("id", 99), ("name", "New")))).Failure());
    }

    [Fact]
    public async Task A_pattern_that_takes_too_long_is_given_up_with_a_warning()
    {
        await using var world = await EverydayWorld.CreateAsync(DatabaseEngine.Sqlite);
        await world.ChangeAsync(async context =>
        {
            var statement = context.Statements.Add(new Statement { AccountId = 3, FileName = "a" }).Entity;
            await context.SaveChangesAsync();
            context.AddRange(Enumerable.Range(0, 40).Select(n => Bank(statement, $"{n}", new string('a', 60) + "!")));
        });
        var saved = Assert.IsType<FormAnswer.Saved>(await world.SubmitAsync(Url, Card(("re_payment", @"((a+)+)(?=\1x)"))));
        Assert.Contains("takes too long", Assert.Single(saved.Warnings), StringComparison.Ordinal);
    }

    private static Task<Account> AccountAsync(EverydayWorld world, int id) => world.ReadAsync(context => context.Accounts.SingleAsync(a => a.Id == id));

    private static BankTransaction Bank(Statement statement, string fitId, string? name, bool interest = false) =>
        new() { AccountId = statement.AccountId, StatementId = statement.Id, FitId = fitId, Name = name, IsInterestCharge = interest };

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
