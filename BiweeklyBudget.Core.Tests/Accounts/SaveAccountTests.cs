using BiweeklyBudget.Core.Accounts;
using BiweeklyBudget.Core.CreditPayoff;
using BiweeklyBudget.Core.Money;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Rows;
using BiweeklyBudget.Core.Tests.Forms;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Tests.Accounts;

public sealed class SaveAccountTests
{
    /// <summary>What an edit may change, and the columns that it changes then.</summary>
    private static readonly (Func<AccountChange, AccountChange> Edit, string[] Columns)[] Edits =
    [
        (c => c with { Name = "Plastic" }, ["name"]),
        (c => c with { Description = null }, ["description"]),
        (c => c with { Type = AccountType.Other }, ["acct_type"]),
        (c => c with { IsActive = false }, ["is_active"]),
        (c => c with { IsReconciled = true }, ["reconcile_trans"]),
        (c => c with { NegatesBankAmounts = false }, ["negate_ofx_amounts"]),
        (c => c with { AppendsMemoToName = false }, ["ofx_cat_memo_to_name"]),
        (c => c with { CreditLimit = null }, ["credit_limit"]),
        (c => c with { Apr = 0.2m }, ["apr"]),
        (c => c with { PrimeRateMargin = -0.01m }, ["prime_rate_margin"]),
        (c => c with { InterestCalculation = InterestCalculation.AdbCompoundedDaily }, ["interest_class_name"]),
        (c => c with { MinimumPaymentRule = MinimumPaymentRule.MinPaymentCiti }, ["min_payment_class_name"]),
        (c => c with { InterestChargePattern = "x" }, ["re_interest_charge"]),
        (c => c with { InterestPaidPattern = null }, ["re_interest_paid"]),
        (c => c with { PaymentPattern = " " }, ["re_payment"]),
        (c => c with { LateFeePattern = "x" }, ["re_late_fee"]),
        (c => c with { OtherFeePattern = "x" }, ["re_other_fee"]),
        (c => c with { VaultCredentialsPath = "other" }, ["vault_creds_path"]),
        (c => c with { StatementDownloadJson = "[]" }, ["ofxgetter_config_json"]),
        (c => c with { PlaidAccount = new("Item", "One") }, ["plaid_account_id"]),
        (c => c with { PlaidAccount = null }, ["plaid_account_id", "plaid_item_id"]),
    ];

    /// <summary>Changes that are refused, the property to blame, and why.</summary>
    private static readonly (Func<AccountChange, AccountChange> Edit, string Property, ProblemCode Code, string Message)[] Mistakes =
    [
        (c => c with { Name = " " }, nameof(AccountChange.Name), ProblemCode.Missing, "Name cannot be empty"),
        (c => c with { Name = "checking" }, nameof(AccountChange.Name), ProblemCode.Taken, "Name must be unique"),
        (c => c with { Name = new string('x', 51) }, nameof(AccountChange.Name), ProblemCode.TooLong, "Cannot be longer than 50 characters"),
        (c => c with { Description = new string('x', 255) }, nameof(AccountChange.Description), ProblemCode.TooLong, "Cannot be longer than 254 characters"),
        (c => c with { Type = (AccountType)9 }, nameof(AccountChange.Type), ProblemCode.BadFormat, "\"9\" is not a valid Account Type"),
        (c => c with { CreditLimit = 100_000_000_000_000m }, nameof(AccountChange.CreditLimit), ProblemCode.OutOfRange, "Amounts must lie between -99,999,999,999,999.9999 and 99,999,999,999,999.9999"),
        (c => c with { Apr = 10m }, nameof(AccountChange.Apr), ProblemCode.OutOfRange, "Invalid Decimal value: \"10\""),
        (c => c with { PrimeRateMargin = 0.12345m }, nameof(AccountChange.PrimeRateMargin), ProblemCode.OutOfRange, "Invalid Decimal value: \"0.12345\""),
        (c => c with { InterestCalculation = (InterestCalculation)9 }, nameof(AccountChange.InterestCalculation), ProblemCode.BadFormat, "Invalid interest class"),
        (c => c with { MinimumPaymentRule = (MinimumPaymentRule)9 }, nameof(AccountChange.MinimumPaymentRule), ProblemCode.BadFormat, "Invalid minimum payment class name"),
        (c => c with { InterestChargePattern = "(" }, nameof(AccountChange.InterestChargePattern), ProblemCode.BadFormat, "Invalid regular expression."),
        (c => c with { InterestPaidPattern = "(" }, nameof(AccountChange.InterestPaidPattern), ProblemCode.BadFormat, "Invalid regular expression."),
        (c => c with { PaymentPattern = "(" }, nameof(AccountChange.PaymentPattern), ProblemCode.BadFormat, "Invalid regular expression."),
        (c => c with { LateFeePattern = "(" }, nameof(AccountChange.LateFeePattern), ProblemCode.BadFormat, "Invalid regular expression."),
        (c => c with { OtherFeePattern = new string('x', 255) }, nameof(AccountChange.OtherFeePattern), ProblemCode.TooLong, "Cannot be longer than 254 characters"),
        (c => c with { VaultCredentialsPath = new string('x', 255) }, nameof(AccountChange.VaultCredentialsPath), ProblemCode.TooLong, "Cannot be longer than 254 characters"),
        (c => c with { StatementDownloadJson = "{bad" }, nameof(AccountChange.StatementDownloadJson), ProblemCode.BadFormat, "Invalid JSON!"),
        (c => c with { StatementDownloadJson = $"\"{new string('x', 65_534)}\"" }, nameof(AccountChange.StatementDownloadJson), ProblemCode.TooLong, "Cannot be longer than 65535 bytes"),
        (c => c with { PlaidAccount = new("Item", "Three") }, nameof(AccountChange.PlaidAccount), ProblemCode.NotFound, "Plaid account does not exist"),
    ];

    public static IEnumerable<object[]> EditsOnBothEngines() => from edit in Enumerable.Range(0, Edits.Length) from engine in new[] { DatabaseEngine.Sqlite, DatabaseEngine.MySql } select new object[] { edit, engine };

    public static IEnumerable<object[]> AllMistakes() => Enumerable.Range(0, Mistakes.Length).Select(mistake => new object[] { mistake });

    [Theory]
    [OnBothEngines]
    public async Task A_new_account_starts_with_a_balance_of_zero_that_no_statement_made(DatabaseEngine engine)
    {
        await using var world = await EverydayWorld.CreateAsync(engine);
        await using var book = world.OpenBook();
        var id = (await book.Accounts.SaveAsync(new AccountChange { Name = "Wallet", Type = AccountType.Cash, Description = " " })).ValueOrThrow();
        var account = await AccountAsync(world, id);
        Assert.Equal(("Wallet", null, AccountType.Cash, true, true, false, false), (account.Name, account.Description, account.Type, account.IsActive, account.IsReconciled, account.NegatesBankAmounts, account.AppendsMemoToName));
        Assert.Equal((null, null), (account.InterestMethod, account.MinimumPaymentMethod));
        var balance = await world.ReadAsync(context => context.AccountBalances.SingleAsync(b => b.AccountId == id));
        Assert.Equal((0m, 0m, null, null, FormOperations.Now.UtcDateTime), (balance.Ledger, balance.Available, balance.LedgerDate, balance.AvailableDate, balance.OverallDate));
    }

    [Theory]
    [OnBothEngines]
    public async Task A_card_without_methods_gets_the_usual_ones_when_it_is_added_or_becomes_one(DatabaseEngine engine)
    {
        await using var world = await EverydayWorld.CreateAsync(engine);
        await using var book = world.OpenBook();
        var added = (await book.Accounts.SaveAsync(new AccountChange { Name = "New card", Type = AccountType.Credit, Apr = 0.1799m })).ValueOrThrow();
        var became = (await book.Accounts.SaveAsync((await book.Accounts.FindAsync(2))!.ToChange() with { Type = AccountType.Credit })).ValueOrThrow();
        foreach (var id in new[] { added, became })
        {
            var card = await AccountAsync(world, id);
            Assert.Equal(("AdbCompoundedDaily", "MinPaymentAmEx"), (card.InterestMethod, card.MinimumPaymentMethod));
        }
    }

    [Theory]
    [OnBothEngines]
    public async Task Credit_fields_of_other_types_are_kept_as_stored(DatabaseEngine engine)
    {
        await using var world = await EverydayWorld.CreateAsync(engine);
        await FillCardAsync(world);
        await using var book = world.OpenBook();
        await book.Accounts.SaveAsync(new AccountChange { Id = 3, Name = "Card", Type = AccountType.Other, CreditLimit = 5m, Apr = 0.5m, InterestCalculation = InterestCalculation.AdbCompoundedDaily });
        var account = await AccountAsync(world, 3);
        Assert.Equal((AccountType.Other, 2000m, 0.1999m, 0.0525m), (account.Type, account.CreditLimit, account.Apr, account.PrimeRateMargin));
        Assert.Equal(("SimpleInterest", "MinPaymentDiscover"), (account.InterestMethod, account.MinimumPaymentMethod));
        var before = await world.ReadAsync(DatabaseSnapshot.TakeAsync);
        (await book.Accounts.SaveAsync((await book.Accounts.FindAsync(3))!.ToChange() with { Description = "No card any more" })).ValueOrThrow();
        Assert.Equal(["description"], await ChangedAsync(world, before));
    }

    [Theory]
    [OnBothEngines]
    public async Task Saving_what_was_read_changes_nothing(DatabaseEngine engine)
    {
        await using var world = await EverydayWorld.CreateAsync(engine);
        await world.ChangeAsync(async context =>
        {
            (await context.Accounts.SingleAsync(a => a.Id == 2)).InterestMethod = "OfAnotherProgram";
            context.Add(new Account { Id = 5, Name = "Odd card", Type = AccountType.Credit, InterestMethod = "OfAnotherProgram", MinimumPaymentMethod = "1" });
        });
        await CheckAsync();
        await FillCardAsync(world);
        await CheckAsync();

        async Task CheckAsync()
        {
            var before = await world.ReadAsync(DatabaseSnapshot.TakeAsync);
            await using var book = world.OpenBook();
            foreach (var account in await book.Accounts.ListAsync())
            {
                Assert.Equal(account.Id, (await book.Accounts.SaveAsync(account.ToChange())).ValueOrThrow());
                Assert.Equal(account, await book.Accounts.FindAsync(account.Id));
            }

            Assert.Empty((await world.ReadAsync(DatabaseSnapshot.TakeAsync)).Since(before));
        }
    }

    [Theory]
    [MemberData(nameof(EditsOnBothEngines))]
    public async Task An_edit_changes_what_it_says_and_nothing_else(int edit, DatabaseEngine engine)
    {
        await using var world = await EverydayWorld.CreateAsync(engine);
        await FillCardAsync(world);
        await using var book = world.OpenBook();
        var before = await world.ReadAsync(DatabaseSnapshot.TakeAsync);
        (await book.Accounts.SaveAsync(Edits[edit].Edit((await book.Accounts.FindAsync(3))!.ToChange()))).ValueOrThrow();
        Assert.Equal(Edits[edit].Columns, await ChangedAsync(world, before));
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
        await using var book = world.OpenBook();
        var card = (await book.Accounts.FindAsync(3))!.ToChange();
        (await book.Accounts.SaveAsync(card with { InterestPaidPattern = "interest (?P<what>paid|[0-9]+)", InterestChargePattern = "Paid", PaymentPattern = "^.*paid$" })).ValueOrThrow();
        var rows = await world.ReadAsync(context => context.BankTransactions.ToListAsync());
        Assert.Equal((true, false, true), Flags(3, "1"));
        Assert.Equal((false, true, false), Flags(3, "2"));
        Assert.Equal((false, false, false), Flags(3, "3"));
        Assert.Equal((false, true, false), Flags(3, "4"));
        Assert.Equal((false, false, false), Flags(1, "1"));
        Assert.Equal(1201, rows.Count(row => row.IsInterestPayment == true));
        (await book.Accounts.SaveAsync(card)).ValueOrThrow();
        rows = await world.ReadAsync(context => context.BankTransactions.ToListAsync());
        Assert.Equal([(3, "4")], rows.Where(row => row.IsInterestPayment == true || row.IsInterestCharge == true || row.IsPayment == true).Select(row => (row.AccountId, row.FitId)));

        (bool?, bool?, bool?) Flags(int account, string fitId)
        {
            var row = rows.Single(row => row.AccountId == account && row.FitId == fitId);
            return (row.IsInterestPayment, row.IsInterestCharge, row.IsPayment);
        }
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
        await using var book = world.OpenBook();
        var saved = Assert.IsType<Outcome<int>.Saved>(await book.Accounts.SaveAsync((await book.Accounts.FindAsync(3))!.ToChange() with { PaymentPattern = @"((a+)+)(?=\1x)" }));
        Assert.Contains("takes too long", Assert.Single(saved.Warnings), StringComparison.Ordinal);
    }

    [Theory]
    [OnBothEngines]
    public async Task A_plaid_account_belongs_to_one_account(DatabaseEngine engine)
    {
        await using var world = await EverydayWorld.CreateAsync(engine);
        await using var book = world.OpenBook();
        var card = (await book.Accounts.FindAsync(3))!.ToChange() with { PlaidAccount = new PlaidAccountKey("Item", "One") };
        (await book.Accounts.SaveAsync(card)).ValueOrThrow();
        (await book.Accounts.SaveAsync(card)).ValueOrThrow();
        var second = new AccountChange { Name = "Second", Type = AccountType.Bank, PlaidAccount = new PlaidAccountKey("Item", "One") };
        Assert.Equal(
            [new Problem(nameof(AccountChange.PlaidAccount), ProblemCode.Taken, "ERROR: This Plaid account is already used by the Account: Card (3). Please remove it from that account before adding it to another.")],
            Assert.IsType<Outcome<int>.Invalid>(await book.Accounts.SaveAsync(second)).Problems);
        (await book.Accounts.SaveAsync(card with { PlaidAccount = null })).ValueOrThrow();
        (await book.Accounts.SaveAsync(second)).ValueOrThrow();
    }

    [Theory]
    [MemberData(nameof(AllMistakes))]
    public async Task A_mistake_is_named_with_its_property_unless_its_value_is_unknown(int mistake)
    {
        await using var world = await EverydayWorld.CreateAsync(DatabaseEngine.Sqlite);
        await using var book = world.OpenBook();
        var (edit, property, code, message) = Mistakes[mistake];
        var change = edit((await book.Accounts.FindAsync(3))!.ToChange());
        var expected = new[] { new Problem(property, code, message) };
        Assert.Equal(expected, Assert.IsType<Outcome<int>.Invalid>(await book.Accounts.SaveAsync(change)).Problems);
        Assert.Equal(expected, await book.Accounts.CheckAsync(change));
        Assert.Empty(await book.Accounts.CheckAsync(change, new HashSet<string> { property }));
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
        await using var book = world.OpenBook();
        var text = new string('[', depth - 1) + innermost.Trim() + new string(']', depth - 1);
        var result = await book.Accounts.SaveAsync((await book.Accounts.FindAsync(3))!.ToChange() with { StatementDownloadJson = text });
        if (taken)
        {
            Assert.Equal(text, (await AccountAsync(world, result.ValueOrThrow())).StatementDownloadJson);
        }
        else
        {
            Assert.Equal([new Problem(nameof(AccountChange.StatementDownloadJson), ProblemCode.BadFormat, "Invalid JSON!")], Assert.IsType<Outcome<int>.Invalid>(result).Problems);
        }
    }

    [Fact]
    public async Task A_download_configuration_is_measured_in_bytes()
    {
        await using var world = await EverydayWorld.CreateAsync(DatabaseEngine.Sqlite);
        await using var book = world.OpenBook();
        var change = (await book.Accounts.FindAsync(3))!.ToChange();
        Assert.Empty(await book.Accounts.CheckAsync(change with { StatementDownloadJson = $"\"{new string('x', 65_533)}\"" }));
        var tooLong = Assert.Single(await book.Accounts.CheckAsync(change with { StatementDownloadJson = $"\"{new string('\u20ac', 21_845)}\"" }));
        Assert.Equal((nameof(AccountChange.StatementDownloadJson), ProblemCode.TooLong), (tooLong.Property, tooLong.Code));
    }

    [Fact]
    public async Task An_unknown_account_is_named()
    {
        await using var world = await EverydayWorld.CreateAsync(DatabaseEngine.Sqlite);
        await using var book = world.OpenBook();
        var change = new AccountChange { Id = 99, Name = "New", Type = AccountType.Bank };
        var reason = new Problem(null, ProblemCode.NotFound, "Error: no Account with ID 99") { Plain = "This account is not there any more: it was deleted meanwhile. Nothing was saved." };
        Assert.Equal(reason, Assert.IsType<Outcome<int>.Refused>(await book.Accounts.SaveAsync(change)).Reason);
        Assert.Equal([reason], await book.Accounts.CheckAsync(change));
    }

    [Fact]
    public void The_methods_that_an_account_can_have_are_those_that_payoff_plans_know()
    {
        Assert.Equal(Enum.GetNames<InterestCalculation>(), InterestMethod.All.Select(method => method.Name));
        Assert.Equal(Enum.GetNames<MinimumPaymentRule>(), MinimumPayment.All.Select(rule => rule.Name));
    }

    /// <summary>Gives the card something in every column.</summary>
    private static Task FillCardAsync(EverydayWorld world) => world.ChangeAsync(async context =>
    {
        var card = await context.Accounts.SingleAsync(a => a.Id == 3);
        card.Description = " of mine ";
        card.IsReconciled = false;
        card.NegatesBankAmounts = true;
        card.AppendsMemoToName = true;
        card.Apr = 0.1999m;
        card.PrimeRateMargin = 0.0525m;
        card.InterestMethod = "SimpleInterest";
        card.MinimumPaymentMethod = "MinPaymentDiscover";
        card.InterestChargePattern = "a";
        card.InterestPaidPattern = "b";
        card.PaymentPattern = "c";
        card.LateFeePattern = "d";
        card.OtherFeePattern = "e";
        card.VaultCredentialsPath = "secret/card";
        card.StatementDownloadJson = """{"a": 1}""";
        (card.PlaidItemId, card.PlaidAccountId) = ("Item", "Two");
    });

    /// <summary>The columns of the card that changed; nothing else may have.</summary>
    private static async Task<IEnumerable<string>> ChangedAsync(EverydayWorld world, DatabaseSnapshot before)
    {
        var change = Assert.Single((await world.ReadAsync(DatabaseSnapshot.TakeAsync)).Since(before));
        Assert.Equal(("accounts", "changed", "3"), (change.List, change.Change, change.Key));
        return change.Row.Keys.Order(StringComparer.Ordinal);
    }

    private static Task<Account> AccountAsync(EverydayWorld world, int id) => world.ReadAsync(context => context.Accounts.SingleAsync(a => a.Id == id));

    private static BankTransaction Bank(Statement statement, string fitId, string? name, bool interest = false) =>
        new() { AccountId = statement.AccountId, StatementId = statement.Id, FitId = fitId, Name = name, IsInterestCharge = interest };
}
