using BiweeklyBudget.Core.CreditPayoff;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Rows;
using BiweeklyBudget.Core.Tests.Forms;
using BiweeklyBudget.Hosting.Api;
using BiweeklyBudget.Hosting.Features.CreditPayoff;
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

        Assert.IsType<FormAnswer.Saved>(await SaveAsync(database, """{"increases": [], "onetimes": []}"""));
        Assert.Equal("""{"increases": [], "onetimes": []}""", await StoredAsync(database, "credit-payoff"));
    }

    [Theory]
    [OnBothEngines]
    public async Task The_same_settings_can_be_saved_again_and_at_once(DatabaseEngine engine)
    {
        await using var database = await TestDatabase.CreatedAsync(engine);
        var results = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => SaveAsync(database, """{"increases": [], "onetimes": []}""")));
        Assert.All(results, r => Assert.IsType<FormAnswer.Saved>(r));
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
    public async Task All_mistakes_are_told_together_in_the_order_of_the_entries()
    {
        // Only some of them are mistakes of spelling, and rows without a date or an amount are no entries.
        var refused = Assert.IsType<FormAnswer.Refused>(await RefusedAsync("""
            {"onetimes": [{"amount": "-1", "date": "2017-08-01", "enabled": 7}],
             "increases": [{"date": "", "amount": "x", "enabled": true}, {"date": "2017-08-01", "amount": "0", "enabled": true}, {"date": "bogus", "amount": "0", "enabled": true}, 5]}
            """));
        Assert.Equal(
            [
                "onetimes: ", "increases: ", "increases[1].amount: Amount cannot be zero", "increases[2].date: Date \"bogus\" is not valid (YYYY-MM-DD)", "increases[2].amount: Amount cannot be zero",
                "increases[3]: Must be an entry with date, amount and enabled", "onetimes[0].amount: Amount cannot be negative", "onetimes[0].enabled: Invalid boolean value: \"7\"",
            ],
            refused.Errors.Select(field => $"{field.Key}: {string.Join(" ", field.Value)}"));
    }

    [Theory]
    [InlineData(1000, null)]
    [InlineData(1001, "Cannot have more than 1000 entries")]
    public async Task A_list_is_bounded(int entries, string? message)
    {
        await using var database = await TestDatabase.CreatedAsync(DatabaseEngine.Sqlite);
        await using var book = FormOperations.Book(database.CreateContext());
        PlannedChange[] changes = [.. Enumerable.Repeat(new PlannedChange(new DateOnly(2017, 8, 1), 1m, true), entries)];
        Assert.Equal(message, (await book.CreditPayoff.CheckAsync(new PayoffSettingsChange { Increases = [], OneTimes = changes })).SingleOrDefault()?.Message);
        var body = string.Join(", ", changes.Select(_ => """{"date": "2017-08-01", "amount": "1", "enabled": true}"""));
        var answer = await SaveAsync(database, $$"""{"increases": [], "onetimes": [{{body}}]}""");
        if (message is not null)
        {
            Assert.Equal(("onetimes", message), answer.OnlyError());
            return;
        }

        // 65,535 characters: 1000 entries of 57 characters fit, twice as many do not.
        Assert.IsType<FormAnswer.Saved>(answer);
        var refused = await book.CreditPayoff.SaveSettingsAsync(new PayoffSettingsChange { Increases = changes, OneTimes = changes });
        Assert.Equal(new Problem(null, ProblemCode.TooMany, "There are too many entries; nothing was saved."), Assert.IsType<Outcome<PayoffSettings>.Refused>(refused).Reason);
    }

    [Theory]
    [OnBothEngines]
    public async Task Settings_are_read_and_saved_unchanged_or_changed_in_one_place(DatabaseEngine engine)
    {
        const string Json = """{"increases": [{"amount": "500.50", "date": "2017-09-15", "enabled": true}], "onetimes": [{"amount": "1000", "date": "2017-10-01", "enabled": false}]}""";
        await using var database = await TestDatabase.CreatedAsync(engine);
        await using (var context = database.CreateContext())
        {
            context.StoredSettings.Add(new StoredSetting { Name = "credit-payoff", Value = Json, DefaultValue = "[]", IsJson = true });
            await context.SaveChangesAsync();
        }

        await using var book = FormOperations.Book(database.CreateContext());
        var stored = (await book.CreditPayoff.PlanAsync()).Settings;
        Assert.Equal(Json, stored.ToJson());
        var saved = (await book.CreditPayoff.SaveSettingsAsync(stored.ToChange())).ValueOrThrow();
        Assert.Equal(stored.ToJson(), saved.ToJson());
        await using (var context = database.CreateContext())
        {
            var row = await context.StoredSettings.SingleAsync();
            Assert.Equal((Json, "[]", true), (row.Value, row.DefaultValue, row.IsJson));
        }

        await book.CreditPayoff.SaveSettingsAsync(stored.ToChange() with { OneTimes = [new PlannedChange(new DateOnly(2017, 10, 2), 7m, true), new PlannedChange(new DateOnly(2017, 10, 1), 8m, true)] });
        Assert.Equal(
            """{"increases": [{"amount": "500.50", "date": "2017-09-15", "enabled": true}], "onetimes": [{"amount": "8", "date": "2017-10-01", "enabled": true}, {"amount": "7", "date": "2017-10-02", "enabled": true}]}""",
            await StoredAsync(database, "credit-payoff"));
    }

    [Fact]
    public async Task A_problem_names_the_entry_and_nothing_is_said_about_what_is_not_known()
    {
        await using var database = await TestDatabase.CreatedAsync(DatabaseEngine.Sqlite);
        await using var book = FormOperations.Book(database.CreateContext());
        var day = new DateOnly(2017, 8, 1);
        var change = new PayoffSettingsChange { Increases = [new(day, 1m, true), new(day, -1m, true)], OneTimes = [new(day, 0m, false)] };
        Problem[] problems = [new("Increases[1].Amount", ProblemCode.OutOfRange, "Amount cannot be negative"), new("OneTimes[0].Amount", ProblemCode.OutOfRange, "Amount cannot be zero")];
        Assert.Equal(problems, Assert.IsType<Outcome<PayoffSettings>.Invalid>(await book.CreditPayoff.SaveSettingsAsync(change)).Problems);
        Assert.Equal(problems, await book.CreditPayoff.CheckAsync(change));
        Assert.Equal(problems[..1], await book.CreditPayoff.CheckAsync(change, new HashSet<string> { "OneTimes[0].Amount" }));
    }

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
        Assert.Equal("Successfully saved the order of cards.", (await FormOperations.SubmitAsync(context, "/forms/credit-payoff-order", new FormValues { ["order"] = "4, 3" })).Success());
        Assert.Equal("[4, 3]", await StoredAsync(database, "bb_credit-payoff-order"));
        Assert.Equal([4, 3], (await new PayoffReader(context).ReadAsync(new DateTime(2017, 7, 28, 0, 0, 0, DateTimeKind.Utc), default)).Order);
    }

    [Theory]
    [OnBothEngines]
    public async Task An_order_is_saved_by_a_command(DatabaseEngine engine)
    {
        await using var database = await TestDatabase.CreatedAsync(engine);
        await using var book = FormOperations.Book(database.CreateContext());
        Assert.Equal([5, 3], (await book.CreditPayoff.SaveOrderAsync([5, 3])).ValueOrThrow());
        Assert.Equal("[5, 3]", await StoredAsync(database, "bb_credit-payoff-order"));
        foreach (var (order, code) in new (int[], ProblemCode)[] { ([], ProblemCode.Missing), ([3, 3], ProblemCode.Repeated), ([.. Enumerable.Range(1, 1001)], ProblemCode.TooMany) })
        {
            var problem = Assert.Single(Assert.IsType<Outcome<IReadOnlyList<int>>.Invalid>(await book.CreditPayoff.SaveOrderAsync(order)).Problems);
            Assert.Equal(("Accounts", code), (problem.Property, problem.Code));
            Assert.Equal([problem], await book.CreditPayoff.CheckOrderAsync(order));
            Assert.Empty(await book.CreditPayoff.CheckOrderAsync(order, new HashSet<string> { "Accounts" }));
        }

        Assert.Equal("[5, 3]", await StoredAsync(database, "bb_credit-payoff-order"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("3,x")]
    [InlineData("3,3")]
    public async Task A_senseless_order_is_refused(string order)
    {
        await using var database = await TestDatabase.CreatedAsync(DatabaseEngine.Sqlite);
        await using var context = database.CreateContext();
        Assert.Equal("order", (await FormOperations.SubmitAsync(context, "/forms/credit-payoff-order", new FormValues { ["order"] = order })).OnlyError().Field);
        Assert.Empty(CardOrder.Read("{"));
    }

    private static async Task<FormAnswer> RefusedAsync(string body)
    {
        await using var database = await TestDatabase.CreatedAsync(DatabaseEngine.Sqlite);
        var result = await SaveAsync(database, body);
        await using var context = database.CreateContext();
        Assert.False(await context.StoredSettings.AnyAsync());
        return result;
    }

    private static async Task<FormAnswer> SaveAsync(TestDatabase database, string body)
    {
        await using var context = database.CreateContext();
        return FormAnswer.Of(await PayoffSettingsForm.SubmitAsync(FormOperations.Book(context), body, CancellationToken.None));
    }

    private static async Task<string?> StoredAsync(TestDatabase database, string name)
    {
        await using var context = database.CreateContext();
        return (await context.StoredSettings.SingleAsync(s => s.Name == name)).Value;
    }
}
