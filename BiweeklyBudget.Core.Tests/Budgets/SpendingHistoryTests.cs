using System.Text.Json;
using BiweeklyBudget.Core.Budgets;
using BiweeklyBudget.Core.Calendar;
using BiweeklyBudget.Core.Money;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Rows;
using BiweeklyBudget.TestSupport;
using static System.FormattableString;

namespace BiweeklyBudget.Core.Tests.Budgets;

[Trait("Category", "Vectors")]
public sealed class SpendingHistoryTests(WorldDatabases databases) : IClassFixture<WorldDatabases>
{
    private const string Area = "charts";

    [Theory]
    [VectorsOnBothEngines(Area, "budget_spending")]
    public async Task Spending_by_period_and_by_month(VectorCase vector, DatabaseEngine engine)
    {
        var input = vector.Input.GetProperty("world");
        var world = new VectorRow(input);
        var today = DateOnly.FromDateTime(world.Instant("now")!.Value);
        await using var context = (await databases.WithAsync(engine, input)).CreateContext();
        var history = new SpendingHistory(context);
        var chart = vector.Input.GetProperty("aggregation").GetString() == "by-month"
            ? await history.ReadByMonthAsync(today, default)
            : await history.ReadByPayPeriodAsync(PayCalendar.Fortnightly(world.Date("pay_period_start_date")!.Value), today, default);

        Assert.Equal(vector.Expected.GetProperty("keys").EnumerateArray().Select(key => key.GetString()), chart.Names);
        Assert.Equal(vector.Expected.GetProperty("data").EnumerateArray().Select(Line), chart.Spans.Select(span => Line(span.Label, span.Amounts)));
    }

    [Theory]
    [OnBothEngines]
    public async Task One_transaction_of_long_ago_makes_no_chart_of_a_thousand_years(DatabaseEngine engine)
    {
        var world = World("""
            {"accounts": [{"id": 1, "name": "bank", "acct_type": "Bank"}], "budgets": [{"id": 1, "name": "food"}, {"id": 2, "name": "fuel"}],
             "transactions": [
                {"id": 1, "date": "1000-01-01", "description": "a slip", "account_id": 1, "budgets": [{"budget_id": 1, "amount": "1"}]},
                {"id": 2, "date": "2017-06-30", "description": "true", "account_id": 1, "budgets": [{"budget_id": 1, "amount": "2"}]}]}
            """);
        await using var context = (await databases.WithAsync(engine, world)).CreateContext();
        var chart = await new SpendingHistory(context).ReadByPayPeriodAsync(PayCalendar.Fortnightly(new DateOnly(2017, 7, 21)), new DateOnly(2017, 7, 28), default);
        Assert.Equal([(1m, 0m), (2m, 0m), (0m, 0m)], chart.Spans.Select(span => (span.Amounts["food"], span.Amounts["fuel"])));
        Assert.Equal(["2017-06-23", "2017-07-07"], chart.Spans.Skip(1).Select(span => span.Label));
        Assert.Equal((1, true), (chart.Together, chart.LeavesGaps));
        Assert.Equal(["1000-01", "2017-06"], (await new SpendingHistory(context).ReadByMonthAsync(new DateOnly(2017, 7, 28), default)).Spans.Select(span => span.Label));
    }

    [Theory]
    [OnBothEngines]
    public async Task Of_very_many_periods_several_are_drawn_together_and_nothing_is_lost(DatabaseEngine engine)
    {
        // 1,500 fortnights and 1,500 months, a unit in each.
        const int count = 1500;
        var first = new DateOnly(1890, 1, 1);
        await using var database = await TestDatabase.CreatedAsync(engine);
        await using var context = database.CreateContext();
        context.AddRange(new Account { Id = 1, Name = "bank", Type = AccountType.Bank }, new Budget { Id = 1, Name = "food", StartingBalance = 1m });
        await context.SaveChangesAsync();
        context.Transactions.AddRange(Enumerable.Range(0, count).Select(n => new Transaction { Date = first.AddMonths(n), Description = "x", AccountId = 1, Splits = { new() { BudgetId = 1, Amount = 1m } } }));
        await context.SaveChangesAsync();
        var (history, today) = (new SpendingHistory(context), first.AddMonths(count + 12));
        foreach (var chart in new[] { await history.ReadByMonthAsync(today, default), await history.ReadByPayPeriodAsync(PayCalendar.Fortnightly(new DateOnly(2017, 7, 21)), today, default) })
        {
            Assert.Equal(2, chart.Together);
            Assert.InRange(chart.Spans.Count, count / 2, SpendingChart.MostSpans);
            Assert.Equal(count, chart.Spans.Sum(span => span.Amounts["food"]));
            Assert.All(chart.Spans.SkipLast(1), span => Assert.InRange(span.Amounts["food"], 1m, 2m));
        }
    }

    [Theory]
    [OnBothEngines]
    public async Task Without_transactions_there_is_nothing_to_draw(DatabaseEngine engine)
    {
        await using var context = (await databases.WithAsync(engine, World("""{"budgets": [{"id": 1, "name": "food"}]}"""))).CreateContext();
        var history = new SpendingHistory(context);

        foreach (var chart in new[] { await history.ReadByPayPeriodAsync(PayCalendar.Fortnightly(new DateOnly(2017, 7, 21)), new DateOnly(2017, 7, 28), default), await history.ReadByMonthAsync(new DateOnly(2017, 7, 28), default) })
        {
            Assert.Empty(chart.Names);
            Assert.Empty(chart.Spans);
        }
    }

    [Theory]
    [OnBothEngines]
    public async Task A_period_is_shown_from_its_last_day_on_whatever_the_anchor(DatabaseEngine engine)
    {
        var world = World("""
            {"accounts": [{"id": 1, "name": "bank", "acct_type": "Bank"}], "budgets": [{"id": 1, "name": "food"}],
             "transactions": [
                {"id": 1, "date": "2017-07-07", "description": "first day", "account_id": 1, "budgets": [{"budget_id": 1, "amount": "1"}]},
                {"id": 2, "date": "2017-07-20", "description": "last day", "account_id": 1, "budgets": [{"budget_id": 1, "amount": "2"}]},
                {"id": 3, "date": "2017-07-21", "description": "next period", "account_id": 1, "budgets": [{"budget_id": 1, "amount": "4"}]}]}
            """);
        await using var context = (await databases.WithAsync(engine, world)).CreateContext();
        var history = new SpendingHistory(context);

        foreach (var anchor in new[] { new DateOnly(2017, 7, 21), new DateOnly(1999, 1, 1).AddDays(-((new DateOnly(1999, 1, 1).DayNumber - new DateOnly(2017, 7, 21).DayNumber) % 14)), new DateOnly(2017, 7, 21).AddDays(14 * 900) })
        {
            Assert.Empty((await history.ReadByPayPeriodAsync(PayCalendar.Fortnightly(anchor), new DateOnly(2017, 7, 19), default)).Spans);
            var span = Assert.Single((await history.ReadByPayPeriodAsync(PayCalendar.Fortnightly(anchor), new DateOnly(2017, 7, 20), default)).Spans);
            Assert.Equal(("2017-07-07", 3m), (span.Label, span.Amounts["food"]));
        }
    }

    [Theory]
    [OnBothEngines]
    public async Task A_budget_whose_flags_were_never_set_is_left_out(DatabaseEngine engine)
    {
        var world = World("""
            {"accounts": [{"id": 1, "name": "bank", "acct_type": "Bank"}],
             "budgets": [{"id": 1, "name": "income unknown", "is_income": null}, {"id": 2, "name": "graphs unknown", "omit_from_graphs": null}, {"id": 3, "name": "shown"}],
             "transactions": [{"id": 1, "date": "2017-07-01", "description": "all", "account_id": 1, "budgets": [{"budget_id": 1, "amount": "1"}, {"budget_id": 2, "amount": "2"}, {"budget_id": 3, "amount": "4"}]}]}
            """);
        await using var context = (await databases.WithAsync(engine, world)).CreateContext();
        var history = new SpendingHistory(context);

        Assert.Equal(["shown"], (await history.ReadByPayPeriodAsync(PayCalendar.Fortnightly(new DateOnly(2017, 7, 21)), new DateOnly(2017, 7, 28), default)).Names);
        Assert.Equal(["shown"], (await history.ReadByMonthAsync(new DateOnly(2017, 7, 28), default)).Names);
    }

    private static JsonElement World(string json) => JsonDocument.Parse(json).RootElement;

    private static string Line(JsonElement item) =>
        Line(item.GetProperty("date").GetString()!, item.EnumerateObject().Where(p => p.Name != "date").ToDictionary(p => p.Name, p => p.Value.GetDecimal()));

    private static string Line(string date, IReadOnlyDictionary<string, decimal> amounts) =>
        $"{date} {string.Join(", ", amounts.OrderBy(amount => amount.Key, StringComparer.Ordinal).Select(amount => Invariant($"{amount.Key} {amount.Value:0.0000}")))}";
}
