using BiweeklyBudget.Core.CreditPayoff;
using BiweeklyBudget.Core.Forms;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Tests.Forms;
using BiweeklyBudget.TestSupport;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Tests.CreditPayoff;

/// <summary>Settings and the user's own order of cards.</summary>
public sealed class SavePayoffTests
{
    [Theory]
    [OnBothEngines]
    public async Task Settings_are_stored_as_upstream_writes_them(DatabaseEngine engine)
    {
        await using var database = await TestDatabase.CreatedAsync(engine);
        var body = """
            {"onetimes": [{"date": "2017-10-01", "amount": 1000, "enabled": false, "more": 1}],
             "increases": [{"date": "2018-3-1", "amount": "800", "enabled": true}, {"date": "", "amount": "5", "enabled": true}, {"date": "2017-09-15", "amount": " 500.50 ", "enabled": true}]}
            """;
        Assert.Equal("Successfully updated setting \"credit-payoff\" in database.", (await SaveAsync(database, body)).Success());
        Assert.Equal(
            """{"increases": [{"amount": "500.50", "date": "2017-09-15", "enabled": true}, {"amount": "800", "date": "2018-03-01", "enabled": true}], "onetimes": [{"amount": "1000", "date": "2017-10-01", "enabled": false}]}""",
            await StoredAsync(database, "credit-payoff"));

        Assert.IsType<SaveResult.Saved>(await SaveAsync(database, """{"increases": [], "onetimes": []}"""));
        Assert.Equal("""{"increases": [], "onetimes": []}""", await StoredAsync(database, "credit-payoff"));
    }

    [Theory]
    [OnBothEngines]
    public async Task The_same_settings_can_be_saved_again_and_at_once(DatabaseEngine engine)
    {
        await using var database = await TestDatabase.CreatedAsync(engine);
        var results = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => SaveAsync(database, """{"increases": [], "onetimes": []}""")));
        Assert.All(results, r => Assert.IsType<SaveResult.Saved>(r));
        Assert.Equal("""{"increases": [], "onetimes": []}""", await StoredAsync(database, "credit-payoff"));
    }

    [Theory]
    [InlineData("{bad")]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    public async Task What_is_no_json_object_is_refused(string body) => Assert.Equal("Error parsing JSON", (await RefusedAsync(body)).Failure());

    [Theory]
    [InlineData("""{"increases": []}""", "onetimes", "Must be a list of entries")]
    [InlineData("""{"increases": {}, "onetimes": []}""", "increases", "Must be a list of entries")]
    [InlineData("""{"increases": [5], "onetimes": []}""", "increases[0]", "Must be an entry with date, amount and enabled")]
    [InlineData("""{"increases": [{"date": "bogus", "amount": "5", "enabled": true}], "onetimes": []}""", "increases[0].date", "Date \"bogus\" is not valid (YYYY-MM-DD)")]
    [InlineData("""{"increases": [], "onetimes": [{"date": "", "amount": "", "enabled": true}, {"date": "2017-08-01", "amount": "1,000", "enabled": true}]}""", "onetimes[1].amount", "Invalid Decimal value: \"1,000\"")]
    [InlineData("""{"increases": [], "onetimes": [{"date": "2017-08-01", "amount": "-5", "enabled": true}]}""", "onetimes[0].amount", "Amount cannot be negative")]
    [InlineData("""{"increases": [], "onetimes": [{"date": "2017-08-01", "amount": "0", "enabled": true}]}""", "onetimes[0].amount", "Amount cannot be zero")]
    [InlineData("""{"increases": [], "onetimes": [{"date": "2017-08-01", "amount": "5"}]}""", "onetimes[0].enabled", "Must be true or false")]
    public async Task A_bad_entry_is_an_error_of_its_field_and_nothing_is_stored(string body, string field, string message) =>
        Assert.Equal((field, message), (await RefusedAsync(body)).OnlyError());

    [Fact]
    public void Stored_entries_that_make_no_sense_are_left_out_and_counted()
    {
        var settings = PayoffSettings.Read("""
            {"increases": [{"amount": "5", "date": "bogus", "enabled": true}, {"amount": "1,000", "date": "2017-08-01", "enabled": true}, 7, {"amount": "160.23", "date": "2017-08-02", "enabled": true}]}
            """);
        Assert.Equal([new PlannedChange(new DateOnly(2017, 8, 2), 160.23m, true)], settings.Increases);
        Assert.Equal(4, settings.Unreadable);
        Assert.Equal(1, PayoffSettings.Read("{bad").Unreadable);
        Assert.Equal(PayoffSettings.Empty, PayoffSettings.Read(null));
    }

    [Fact]
    public void Of_two_entries_with_the_same_day_the_later_one_counts()
    {
        var day = new DateOnly(2017, 7, 10);
        var settings = new PayoffSettings([new(day, 100m, true), new(day, 200m, true), new(day, 300m, false)], [new(day, 10m, true), new(day, 20m, true)]);
        Assert.Equal(220m, settings.PlanFrom(50m).TotalFor(BillingPeriod.Of(new DateOnly(2017, 7, 20))));
    }

    [Theory]
    [OnBothEngines]
    public async Task The_order_of_cards_is_stored_beside_the_settings(DatabaseEngine engine)
    {
        await using var database = await TestDatabase.CreatedAsync(engine);
        await using var context = database.CreateContext();
        Assert.Equal("Successfully saved the order of cards.", (await new SaveCardOrder(context).ExecuteAsync(new FormValues { ["order"] = "4, 3" })).Success());
        Assert.Equal("[4, 3]", await StoredAsync(database, "bb_credit-payoff-order"));
        Assert.Equal([4, 3], (await new PayoffReader(context).ReadAsync(new DateTime(2017, 7, 28, 0, 0, 0, DateTimeKind.Utc), default)).Order);
    }

    [Theory]
    [InlineData("")]
    [InlineData("3,x")]
    [InlineData("3,3")]
    public async Task A_senseless_order_is_refused(string order)
    {
        await using var database = await TestDatabase.CreatedAsync(DatabaseEngine.Sqlite);
        await using var context = database.CreateContext();
        Assert.Equal("order", (await new SaveCardOrder(context).ExecuteAsync(new FormValues { ["order"] = order })).OnlyError().Field);
        Assert.Empty(CardOrder.Read("{"));
    }

    private static async Task<SaveResult> RefusedAsync(string body)
    {
        await using var database = await TestDatabase.CreatedAsync(DatabaseEngine.Sqlite);
        var result = await SaveAsync(database, body);
        await using var context = database.CreateContext();
        Assert.False(await context.StoredSettings.AnyAsync());
        return result;
    }

    private static async Task<SaveResult> SaveAsync(TestDatabase database, string body)
    {
        await using var context = database.CreateContext();
        return await new SavePayoffSettings(context).ExecuteAsync(body);
    }

    private static async Task<string?> StoredAsync(TestDatabase database, string name)
    {
        await using var context = database.CreateContext();
        return (await context.StoredSettings.SingleAsync(s => s.Name == name)).Value;
    }
}
