using System.Text.Json;
using BiweeklyBudget.Core.Calendar;
using BiweeklyBudget.Core.Settings;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.TestSupport;

namespace BiweeklyBudget.Core.Tests.PayPeriods;

public sealed class PayPeriodSectionTests(WorldDatabases databases) : IClassFixture<WorldDatabases>
{
    private const string World = """
        {"accounts": [{"id": 1, "name": "a", "acct_type": "Bank"}],
         "budgets": [{"id": 1, "name": "Food", "is_periodic": true, "starting_balance": "100"}],
         "transactions": [
            {"id": 1, "date": "2017-07-20", "description": "the period before", "account_id": 1, "budgets": [{"budget_id": 1, "amount": "130"}]},
            {"id": 2, "date": "2017-07-21", "description": "first day", "account_id": 1, "budgets": [{"budget_id": 1, "amount": "30"}]},
            {"id": 3, "date": "2017-08-18", "description": "two periods later", "account_id": 1, "budgets": [{"budget_id": 1, "amount": "7"}]}]}
        """;

    [Theory]
    [OnBothEngines]
    public async Task A_forecast_begins_with_the_current_period(DatabaseEngine engine)
    {
        await using var book = await BookAsync(engine);

        var forecast = await book.PayPeriods.ForecastAsync(26);

        Assert.Equal(book.Calendar.From(book.Calendar.Containing(new DateOnly(2017, 7, 21)), 26), forecast.Select(figures => figures.Period));
        Assert.All(forecast, figures => Assert.False(figures.IsPast));

        // What remains of 100 on Food: 100 - 30, 100, 100 - 7.
        Assert.Equal([(30m, 70m), (0m, 100m), (7m, 93m)], forecast.Take(3).Select(figures => (figures.Totals.Spent, figures.Budgets.Single().Remaining)));
        Assert.Equal("first day", Assert.Single(forecast[0].Entries).Description);
    }

    [Theory]
    [OnBothEngines]
    public async Task Periods_can_be_chosen_and_left_out(DatabaseEngine engine)
    {
        await using var book = await BookAsync(engine);
        var current = book.Calendar.Containing(book.Today);

        var chosen = await book.PayPeriods.ForecastAsync([book.Calendar.Previous(current), book.Calendar.Plus(current, 2)]);

        Assert.Equal([(true, 130m), (false, 7m)], chosen.Select(figures => (figures.IsPast, figures.Totals.Spent)));
        Assert.Equal((await book.PayPeriods.ForecastAsync(3))[2].Totals, chosen[1].Totals);
    }

    [Fact]
    public async Task Periods_that_make_no_sense_are_refused()
    {
        await using var book = await BookAsync(DatabaseEngine.Sqlite);
        var current = book.Calendar.Containing(book.Today);

        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => book.PayPeriods.ForecastAsync(0));
        await Assert.ThrowsAsync<ArgumentException>(() => book.PayPeriods.ForecastAsync([]));
        await Assert.ThrowsAsync<ArgumentException>(() => book.PayPeriods.ForecastAsync([current, current]));
        await Assert.ThrowsAsync<ArgumentException>(() => book.PayPeriods.ForecastAsync([book.Calendar.Next(current), current]));
        await Assert.ThrowsAsync<ArgumentException>(() => book.PayPeriods.ForecastAsync([current, new PayPeriod(current.End, current.End)]));
    }

    [Fact]
    public async Task Before_the_payday_is_known_there_is_no_current_period()
    {
        await using var database = await TestDatabase.CreatedAsync(DatabaseEngine.Sqlite);
        await using var book = (await BudgetEngine.OpenAsync(new BudgetSettings { ConnectionString = database.Url })).OpenBook();

        await Assert.ThrowsAsync<InvalidOperationException>(() => book.PayPeriods.ForecastAsync(1));
        await Assert.ThrowsAsync<InvalidOperationException>(() => book.Notifications.ListAsync());
    }

    private async Task<BudgetBook> BookAsync(DatabaseEngine engine)
    {
        var database = await databases.WithAsync(engine, JsonDocument.Parse(World).RootElement);
        var settings = new BudgetSettings
        {
            ConnectionString = database.Url,
            PayPeriodStartDate = new DateOnly(2017, 6, 23), // two periods earlier
            ReconcileBeginDate = new DateOnly(2017, 1, 1),
            FrozenTime = new DateTimeOffset(2017, 7, 28, 6, 24, 44, TimeSpan.Zero),
        };
        return (await BudgetEngine.OpenAsync(settings)).OpenBook();
    }
}
