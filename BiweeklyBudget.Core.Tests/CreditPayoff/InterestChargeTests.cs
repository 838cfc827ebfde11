using System.Text.Json;
using BiweeklyBudget.Core.CreditPayoff;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Tests.Forms;
using BiweeklyBudget.Hosting.Api;
using BiweeklyBudget.TestSupport;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Tests.CreditPayoff;

/// <summary>Interest charges: which one counts, and those entered by hand.</summary>
public sealed class InterestChargeTests
{
    private static readonly DateTimeOffset Now = new(2017, 7, 28, 6, 24, 44, TimeSpan.Zero);

    private const string World = """
        {
          "accounts": [{"id": 3, "name": "One", "acct_type": "Credit"}, {"id": 4, "name": "Two", "acct_type": "Credit"}],
          "ofx_statements": [
            {"id": 1, "account_id": 3, "filename": "old", "file_mtime": "2017-06-20T00:00:00Z", "as_of": "2017-06-26T06:24:43Z", "ledger_bal": "-1"},
            {"id": 2, "account_id": 3, "filename": "a", "file_mtime": "2017-07-20T00:00:00Z", "as_of": "2017-07-26T18:24:44Z", "ledger_bal": "-5498.65"},
            {"id": 3, "account_id": 3, "filename": "b", "file_mtime": "2017-07-21T00:00:00Z", "as_of": "2017-07-26T18:24:44Z", "ledger_bal": "-2"},
            {"id": 4, "account_id": 3, "filename": "c", "file_mtime": "2017-07-22T00:00:00Z", "as_of": "2017-06-26T06:24:44Z"},
            {"id": 5, "account_id": 4, "filename": "a", "as_of": "2017-07-26T18:24:44Z"}
          ]
        }
        """;

    [Theory]
    [OnBothEngines]
    public async Task A_charge_by_hand_is_a_bank_transaction_of_the_statement(DatabaseEngine engine)
    {
        await using var database = await WorldAsync(engine);
        Assert.Equal("Successfully saved OFXTransaction with FITID 20170728062444-MANUAL-CCPAYOFF in database.", (await SaveAsync(database, "3", "a", "-46.89")).Success());
        await using var context = database.CreateContext();
        var saved = await context.BankTransactions.SingleAsync();
        Assert.Equal(
            (3, 2, "20170728062444-MANUAL-CCPAYOFF", "debit", new DateTime(2017, 7, 26, 18, 24, 44), 46.89m, "Interest Charged - MANUALLY ENTERED", true),
            (saved.AccountId, saved.StatementId, saved.FitId, saved.TransactionType!, saved.DatePosted!.Value, saved.Amount!.Value, saved.Name!, saved.IsInterestCharge!.Value));
        Assert.Equal(46.89m, (await CardsAsync(database))[0].LastInterest);
    }

    [Theory]
    [OnBothEngines]
    public async Task The_same_charge_twice_is_refused_and_another_in_the_same_second_is_not(DatabaseEngine engine)
    {
        await using var database = await WorldAsync(engine);
        Assert.IsType<FormAnswer.Saved>(await SaveAsync(database, "3", "a", "46.89"));
        Assert.Equal("The same interest charge was already entered for this statement; nothing was saved.", (await SaveAsync(database, "3", "a", "46.890")).Failure());
        Assert.Equal("Successfully saved OFXTransaction with FITID 20170728062444-MANUAL-CCPAYOFF-2 in database.", (await SaveAsync(database, "3", "b", "46.89")).Success());
        Assert.Equal("Successfully saved OFXTransaction with FITID 20170728062444-MANUAL-CCPAYOFF in database.", (await SaveAsync(database, "4", "a", "46.89")).Success());
    }

    [Theory]
    [OnBothEngines]
    public async Task Entries_at_the_same_moment_are_all_kept(DatabaseEngine engine)
    {
        await using var database = await WorldAsync(engine);
        var results = await Task.WhenAll(Enumerable.Range(1, 6).Select(i => SaveAsync(database, "3", "a", i.ToString(System.Globalization.CultureInfo.InvariantCulture))));
        Assert.All(results, r => Assert.IsType<FormAnswer.Saved>(r));
        await using var context = database.CreateContext();
        Assert.Equal([1m, 2m, 3m, 4m, 5m, 6m], (await context.BankTransactions.Select(t => t.Amount!.Value).ToListAsync()).Order());
    }

    [Theory]
    [InlineData("99", "x", "1", "ERROR: No Account with ID 99")]
    [InlineData("3", "nope", "1", "ERROR: No OFXStatement for account 3 with filename nope")]
    public async Task An_unknown_account_or_statement_is_named(string id, string fileName, string amount, string message)
    {
        await using var database = await WorldAsync(DatabaseEngine.Sqlite);
        Assert.Equal(message, (await SaveAsync(database, id, fileName, amount)).Failure());
    }

    [Theory]
    [InlineData("id", "x", "Invalid integer value: \"x\"")]
    [InlineData("id", "", "Account cannot be empty")]
    [InlineData("filename", "", "Statement cannot be empty")]
    [InlineData("interest_amt", "abc", "Invalid Decimal value: \"abc\"")]
    public async Task A_bad_field_is_an_error_of_its_own(string field, string value, string message)
    {
        await using var database = await WorldAsync(DatabaseEngine.Sqlite);
        var form = new FormValues { ["id"] = "3", ["filename"] = "a", ["interest_amt"] = "1" };
        form[field] = value;
        Assert.Equal((field, message), (await SubmitAsync(database, form)).OnlyError());
    }

    [Theory]
    [OnBothEngines]
    public async Task A_charge_is_entered_by_a_command(DatabaseEngine engine)
    {
        await using var database = await WorldAsync(engine);
        await using var book = FormOperations.Book(database.CreateContext());
        var charge = new InterestCharge { AccountId = 3, FileName = "a", Amount = 46.89m };
        Assert.Equal("20170728062444-MANUAL-CCPAYOFF", (await book.CreditPayoff.EnterInterestAsync(charge)).ValueOrThrow());
        Assert.Equal(ProblemCode.Repeated, Assert.IsType<Outcome<string>.Refused>(await book.CreditPayoff.EnterInterestAsync(charge with { Amount = -46.89m })).Reason.Code);
        Assert.Equal("20170728062444-MANUAL-CCPAYOFF-2", (await book.CreditPayoff.EnterInterestAsync(charge with { Amount = 0m })).ValueOrThrow());
        Assert.Equal(ProblemCode.NotFound, Assert.IsType<Outcome<string>.Refused>(await book.CreditPayoff.EnterInterestAsync(charge with { FileName = "none" })).Reason.Code);
        Assert.Equal(
            [new Problem("FileName", ProblemCode.Missing, "Statement cannot be empty"), new Problem("Amount", ProblemCode.OutOfRange, "Amounts must lie between -99,999,999,999,999.9999 and 99,999,999,999,999.9999")],
            Assert.IsType<Outcome<string>.Invalid>(await book.CreditPayoff.EnterInterestAsync(charge with { FileName = " ", Amount = 100_000_000_000_000m })).Problems);
    }

    [Theory]
    [OnBothEngines]
    public async Task A_check_says_nothing_about_what_is_not_known_and_enters_nothing(DatabaseEngine engine)
    {
        await using var database = await WorldAsync(engine);
        await using var book = FormOperations.Book(database.CreateContext());
        var charge = new InterestCharge { AccountId = 3, FileName = "a", Amount = 1m };
        Assert.Empty(await book.CreditPayoff.CheckAsync(charge));
        Assert.Empty(await book.CreditPayoff.CheckAsync(charge with { AccountId = 99 }, new HashSet<string> { "AccountId" }));
        Assert.Empty(await book.CreditPayoff.CheckAsync(charge with { FileName = "", Amount = 100_000_000_000_000m }, new HashSet<string> { "FileName", "Amount" }));
        Assert.Equal("ERROR: No Account with ID 99", Assert.Single(await book.CreditPayoff.CheckAsync(charge with { AccountId = 99 })).Message);
        await using var context = database.CreateContext();
        Assert.False(await context.BankTransactions.AnyAsync());
    }

    [Theory]
    [OnBothEngines]
    public async Task Statements_of_the_last_32_days_are_offered_newest_first(DatabaseEngine engine)
    {
        await using var database = await WorldAsync(engine);
        var counter = new StatementCounter();
        await using var book = FormOperations.Book(database.CreateContext(counter.Attach));
        Assert.Equal(1, await counter.CountAsync(() => book.CreditPayoff.ListStatementsAsync(3)));
        var asOf = new DateTime(2017, 7, 26, 18, 24, 44, DateTimeKind.Utc);
        Assert.Equal(
            [new StatementChoice("b", asOf, -2m), new StatementChoice("a", asOf, -5498.65m), new StatementChoice("c", Now.UtcDateTime.AddDays(-32), null)],
            await book.CreditPayoff.ListStatementsAsync(3));
        Assert.Empty(await book.CreditPayoff.ListStatementsAsync(99));
    }

    [Theory]
    [OnBothEngines]
    public async Task A_charge_is_known_by_its_mark_or_by_name_and_type_and_the_newest_counts(DatabaseEngine engine)
    {
        await using var database = await WorldAsync(engine, """
            , "ofx_transactions": [
              {"account_id": 3, "statement_id": 2, "fitid": "1", "trans_type": "debit", "date_posted": "2017-07-20T00:00:00Z", "amount": "-5", "name": "INTEREST CHARGE ON PURCHASES"},
              {"account_id": 3, "statement_id": 2, "fitid": "2", "date_posted": "2017-07-21T00:00:00Z", "amount": "6", "name": "Fin Chg", "is_interest_charge": true},
              {"account_id": 3, "statement_id": 2, "fitid": "3", "trans_type": "debit", "date_posted": "2017-07-22T00:00:00Z", "amount": "-7", "name": "Interest paid"},
              {"account_id": 4, "statement_id": 5, "fitid": "4", "date_posted": "2017-07-02T00:00:00Z", "amount": "-8", "name": "Your interest Charge"},
              {"account_id": 4, "statement_id": 5, "fitid": "5", "trans_type": "Purchase", "date_posted": "2017-07-03T00:00:00Z", "amount": "-9", "name": "Interest Charge"},
              {"account_id": 4, "statement_id": 5, "fitid": "6", "trans_type": "DEBIT", "date_posted": "2017-07-04T00:00:00Z", "amount": "-10", "name": "Interest Charge"}]
            """);
        Assert.Equal([6m, 8m], (await CardsAsync(database)).Select(c => c.LastInterest));
    }

    [Theory]
    [OnBothEngines]
    public async Task Plans_take_three_statements_whatever_the_number_of_cards(DatabaseEngine engine)
    {
        await using var database = await WorldAsync(engine);
        var counter = new StatementCounter();
        Assert.Equal(3, await PlanAsync());
        await using (var more = database.CreateContext())
        {
            await VectorWorld.LoadAsync(more, JsonDocument.Parse("""{"accounts": [{"id": 5, "name": "c", "acct_type": "Credit"}, {"id": 6, "name": "d", "acct_type": "Credit"}]}""").RootElement);
        }

        Assert.Equal(3, await PlanAsync());

        async Task<int> PlanAsync()
        {
            await using var book = FormOperations.Book(database.CreateContext(counter.Attach));
            return await counter.CountAsync(() => book.CreditPayoff.PlanAsync());
        }
    }

    private static async Task<TestDatabase> WorldAsync(DatabaseEngine engine, string more = "")
    {
        var database = await TestDatabase.CreatedAsync(engine);
        await using var context = database.CreateContext();
        await VectorWorld.LoadAsync(context, JsonDocument.Parse(World.TrimEnd()[..^1] + more + "}").RootElement);
        return database;
    }

    private static Task<FormAnswer> SaveAsync(TestDatabase database, string id, string fileName, string amount) =>
        SubmitAsync(database, new FormValues { ["id"] = id, ["filename"] = fileName, ["interest_amt"] = amount });

    private static async Task<FormAnswer> SubmitAsync(TestDatabase database, FormValues form)
    {
        await using var context = database.CreateContext();
        return await FormOperations.SubmitAsync(context, "/forms/credit-payoff-account-ofx", form);
    }

    private static async Task<IReadOnlyList<CreditCard>> CardsAsync(TestDatabase database)
    {
        await using var context = database.CreateContext();
        return (await new PayoffReader(context).ReadAsync(Now.UtcDateTime, default)).Cards;
    }
}
