using System.Text.Json;
using BiweeklyBudget.Core.CreditPayoff;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Rows;
using BiweeklyBudget.Core.Tests.Forms;
using BiweeklyBudget.Hosting.Api;
using BiweeklyBudget.Hosting.Features.CreditPayoff;
using BiweeklyBudget.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;

namespace BiweeklyBudget.Core.Tests.CreditPayoff;

/// <summary>The stored prime rate, and what renews it. The clock begins at 2017-07-28 06:24:44.</summary>
public sealed class PrimeRateTests
{
    private const string Stored = """{"date":{"class":"datetime","date":28,"hour":6,"minute":24,"month":7,"second":44,"str":"2017-07-28 06:24:44","ts":1501223084.0,"tzname":"UTC","tzoffset":"\u002B0000","year":2017,"ymdstr":"2017-07-28"},"value":"0.0325"}""";

    private static readonly DateTime Now = FormOperations.Now.UtcDateTime;

    private readonly FakeTimeProvider _time = new(FormOperations.Now);

    [Theory]
    [OnBothEngines]
    public async Task A_fetched_rate_is_stored_for_two_days_in_upstreams_form(DatabaseEngine engine)
    {
        await using var database = await WithCardAsync(engine);
        var source = new RateSource(0.0325m);
        var first = await RenewAsync(database, source);
        Assert.Equal(new PrimeRateReading(new PrimeRate(0.0325m, Now, IsEnteredByHand: false), null), first);
        Assert.Equal(Stored, await StoredAsync(database));
        Assert.Equal(first.Known, PrimeRate.Read(Stored));

        _time.Advance(PrimeRate.Lifetime);
        Assert.Equal(first, await RenewAsync(database, source));
        Assert.Equal(1, source.Requests);
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(_time.GetUtcNow().UtcDateTime, (await RenewAsync(database, source)).Known!.AsOf);
        Assert.Equal(2, source.Requests);
    }

    [Theory]
    [OnBothEngines]
    public async Task In_an_outage_the_last_known_rate_goes_on_and_a_rate_by_hand_replaces_it(DatabaseEngine engine)
    {
        await using var database = await WithCardAsync(engine);
        var source = new RateSource("It is down.");
        Assert.Equal(new PrimeRateReading(null, "It is down."), await RenewAsync(database, source));
        var old = new PrimeRate(0.04m, Now.AddDays(-9), IsEnteredByHand: false);
        await StoreAsync(database, old.ToJson());
        Assert.Equal(new PrimeRateReading(old, "It is down."), await RenewAsync(database, source));
        await using (var book = RateSource.Book(database.CreateContext(), _time))
        {
            var plans = await book.CreditPayoff.PlanAsync();
            Assert.True(plans.FollowsPrimeRate);
            Assert.True(plans.PrimeRate!.IsOld(Now));
            Assert.Equal(0.06m, Assert.Single(plans.Report.Cards).Apr);
        }

        Assert.Equal("Successfully saved the prime rate.", (await EnterAsync(database, "7.5")).Success());
        var byHand = new PrimeRate(0.075m, Now, IsEnteredByHand: true);
        Assert.Equal(new PrimeRateReading(byHand, null), await RenewAsync(database, source));
        Assert.Equal(2, source.Requests);
    }

    [Theory]
    [OnBothEngines]
    public async Task Nobody_is_asked_as_long_as_no_card_follows_the_rate(DatabaseEngine engine)
    {
        await using var database = await WithCardAsync(engine, """{"id": 3, "name": "Card", "acct_type": "Credit", "apr": "0.1"}""");
        var source = new RateSource(0.0325m);
        Assert.Equal(new PrimeRateReading(null, null), await RenewAsync(database, source));
        Assert.Equal(0, source.Requests);
        Assert.Null(await StoredAsync(database));
    }

    [Theory]
    [OnBothEngines]
    public async Task A_rate_that_is_entered_while_another_one_is_asked_for_stays(DatabaseEngine engine)
    {
        await using var database = await WithCardAsync(engine);
        foreach (var percent in new[] { "7.5", "8.5" })
        {
            var source = new RateSource(async () =>
            {
                await EnterAsync(database, percent);
                return new PrimeRateAnswer(0.0325m, null);
            });
            var rate = decimal.Parse(percent, System.Globalization.CultureInfo.InvariantCulture) / 100;
            Assert.Equal(new PrimeRateReading(new PrimeRate(rate, _time.GetUtcNow().UtcDateTime, IsEnteredByHand: true), null), await RenewAsync(database, source));
            _time.Advance(TimeSpan.FromDays(3));
        }
    }

    [Theory]
    [OnBothEngines]
    public async Task Renewed_by_many_at_once_one_of_their_rates_is_stored(DatabaseEngine engine)
    {
        await using var database = await WithCardAsync(engine);
        var readings = await Task.WhenAll(Enumerable.Range(1, 6).Select(i => Task.Run(() => RenewAsync(database, new RateSource(0.01m * i)))));
        var stored = PrimeRate.Read(await StoredAsync(database));
        Assert.All(readings, reading => Assert.Equal(new PrimeRateReading(stored, null), reading));
    }

    [Theory]
    [OnBothEngines]
    public async Task A_rate_is_entered_by_a_command_and_found_again(DatabaseEngine engine)
    {
        await using var database = await TestDatabase.CreatedAsync(engine);
        await using var book = RateSource.Book(database.CreateContext(), _time);
        Assert.Null(await book.CreditPayoff.FindPrimeRateAsync());
        var saved = (await book.CreditPayoff.SavePrimeRateAsync(0.075m)).ValueOrThrow();
        Assert.Equal(new PrimeRate(0.075m, Now, IsEnteredByHand: true), saved);
        Assert.Equal(saved, await book.CreditPayoff.FindPrimeRateAsync());

        var problem = new Problem("Rate", ProblemCode.OutOfRange, "Must be between 0 and 100 percent");
        Assert.Equal([problem], Assert.IsType<Outcome<PrimeRate>.Invalid>(await book.CreditPayoff.SavePrimeRateAsync(7.5m)).Problems);
        Assert.Equal([problem], await book.CreditPayoff.CheckPrimeRateAsync(-0.01m));
        Assert.Empty(await book.CreditPayoff.CheckPrimeRateAsync(-0.01m, new HashSet<string> { "Rate" }));
        Assert.Empty(await book.CreditPayoff.CheckPrimeRateAsync(1m));
        Assert.Equal(saved, await book.CreditPayoff.FindPrimeRateAsync());
    }

    [Theory]
    [InlineData("", "Invalid Decimal value: \"\"")]
    [InlineData("much", "Invalid Decimal value: \"much\"")]
    [InlineData("100.5", "Must be between 0 and 100 percent")]
    [InlineData("-1", "Must be between 0 and 100 percent")]
    public async Task A_senseless_rate_is_an_error_of_its_field(string entered, string message)
    {
        await using var database = await TestDatabase.CreatedAsync(DatabaseEngine.Sqlite);
        Assert.Equal(("prime_rate", message), (await EnterAsync(database, entered)).OnlyError());
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{\"value\": \"0.0325\"}")]
    [InlineData("{\"value\": \"x\", \"date\": {\"year\": 2017, \"month\": 7, \"date\": 28, \"hour\": 1, \"minute\": 2, \"second\": 3}}")]
    [InlineData("{\"value\": \"0.0325\", \"date\": {\"year\": 2017, \"month\": 13, \"date\": 28, \"hour\": 1, \"minute\": 2, \"second\": 3}}")]
    public async Task A_stored_rate_that_makes_no_sense_is_unknown_and_renewed(string json)
    {
        Assert.Null(PrimeRate.Read(json));
        await using var database = await WithCardAsync(DatabaseEngine.Sqlite);
        await StoreAsync(database, json);
        Assert.Equal(0.0325m, (await RenewAsync(database, new RateSource(0.0325m))).Known!.Rate);
        Assert.Equal(Stored, await StoredAsync(database));
    }

    [Fact]
    public void The_epoch_of_a_stored_rate_does_not_count() =>
        Assert.Equal(
            new DateTime(2017, 7, 28, 1, 2, 3, DateTimeKind.Utc),
            PrimeRate.Read("{\"value\": \"0.0325\", \"date\": {\"ts\": 1.0, \"year\": 2017, \"month\": 7, \"date\": 28, \"hour\": 1, \"minute\": 2, \"second\": 3}}")!.AsOf);

    private static async Task<TestDatabase> WithCardAsync(
        DatabaseEngine engine,
        string card = """{"id": 3, "name": "Card", "acct_type": "Credit", "interest_class_name": "AdbCompoundedDaily", "min_payment_class_name": "MinPaymentAmEx", "prime_rate_margin": "0.02"}""")
    {
        var database = await TestDatabase.CreatedAsync(engine);
        await using var context = database.CreateContext();
        await VectorWorld.LoadAsync(context, JsonDocument.Parse($$"""
            {
              "accounts": [{{card}}],
              "account_balances": [{"id": 1, "account_id": 3, "ledger": "-100", "ledger_date": "2017-07-27T00:00:00Z"}],
              "ofx_statements": [{"id": 1, "account_id": 3, "filename": "a", "as_of": "2017-07-27T00:00:00Z"}],
              "ofx_transactions": [{"account_id": 3, "statement_id": 1, "fitid": "1", "trans_type": "debit", "date_posted": "2017-07-27T00:00:00Z", "amount": "-1", "name": "Interest Charge"}]
            }
            """).RootElement);
        return database;
    }

    private static async Task<FormAnswer> EnterAsync(TestDatabase database, string percent, TimeProvider time)
    {
        await using var book = RateSource.Book(database.CreateContext(), time);
        return FormAnswer.Of(await new PrimeRateForm().SubmitAsync(book, new FormValues { ["prime_rate"] = percent }, CancellationToken.None));
    }

    private static async Task<string?> StoredAsync(TestDatabase database)
    {
        await using var context = database.CreateContext();
        return await context.StoredSettings.Where(setting => setting.Name == "prime_rate").Select(setting => setting.Value).SingleOrDefaultAsync();
    }

    private static async Task StoreAsync(TestDatabase database, string json)
    {
        await using var context = database.CreateContext();
        context.StoredSettings.Add(new StoredSetting { Name = "prime_rate", Value = json });
        await context.SaveChangesAsync();
    }

    private Task<FormAnswer> EnterAsync(TestDatabase database, string percent) => EnterAsync(database, percent, _time);

    private async Task<PrimeRateReading> RenewAsync(TestDatabase database, IPrimeRateSource source)
    {
        await using var book = RateSource.Book(database.CreateContext(), _time);
        return await book.CreditPayoff.RenewPrimeRateAsync(source);
    }
}
