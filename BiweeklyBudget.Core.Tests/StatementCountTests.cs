using System.Text.Json;
using BiweeklyBudget.Core.Accounts;
using BiweeklyBudget.Core.Budgets;
using BiweeklyBudget.Core.Notifications;
using BiweeklyBudget.Core.PayPeriods;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.TestSupport;

namespace BiweeklyBudget.Core.Tests;

/// <summary>The number of SQL statements behind a page is a constant, never a function of the number of rows (design.md, Storage).</summary>
public sealed class StatementCountTests
{
    private static readonly DateTime Now = new(2017, 7, 28, 6, 24, 44, DateTimeKind.Utc);

    private static readonly DateOnly Today = DateOnly.FromDateTime(Now);

    private static readonly PayPeriod Current = new(new DateOnly(2017, 7, 21));

    [Theory]
    [OnBothEngines]
    public async Task Pages_send_the_same_few_statements_over_little_and_much_data(DatabaseEngine engine)
    {
        await using var database = await TestDatabase.CreatedAsync(engine);
        var empty = await CountAsync(database);
        await using (var context = database.CreateContext())
        {
            await VectorWorld.LoadAsync(context, JsonDocument.Parse("""{"accounts": [{"id": 1, "name": "a", "acct_type": "Bank"}], "budgets": [{"id": 1, "name": "b"}]}""").RootElement);
        }

        var small = await CountAsync(database);
        await using (var context = database.CreateContext())
        {
            await VectorWorld.ClearAsync(context);
            await LargeData.FillAsync(context);
        }

        Assert.Equal(empty, small);
        Assert.Equal(small, await CountAsync(database));
        Assert.Equal(new Counts(PeriodPage: 4, Home: 5, ListOfPeriods: 3, Notifications: 4, BalanceChart: 2), small);
    }

    [Theory]
    [OnBothEngines]
    public async Task Much_data_gives_the_figures_that_its_arithmetic_gives(DatabaseEngine engine)
    {
        await using var database = await TestDatabase.CreatedAsync(engine);
        await using var context = database.CreateContext();
        await LargeData.FillAsync(context);

        var period = (await new PayPeriodForecast(context).ReadAsync(Current.Plus(-1), 5, Today, default))[0];
        var days = Enumerable.Range(1, 20000).Where(n => period.Period.Contains(new DateOnly(2007, 7, 29).AddDays(n * 3652 / 20000))).ToList();
        Assert.Equal(days, period.Entries.Where(e => e.Kind == PeriodEntryKind.Transaction).Select(e => e.Id).Order());
        Assert.Equal(
            days.Sum(n => SpentOnExpenses(1 + (n % 32), 1 + (n % 90)) + (n % 2 == 0 ? SpentOnExpenses(1 + (n / 2 % 31), 1 + (n / 2 % 80)) : 0)),
            period.Totals.Spent);

        // 1000 bank transactions, the numbers from 19001 on, are not reconciled.
        var figures = await new NotificationReader(context).ReadFiguresAsync(new NotificationContext(Now, Current.Start, new DateOnly(2007, 1, 1), 2), default);
        Assert.Equal(1000, figures.UnreconciledBankTransactions);
        Assert.Equal(Enumerable.Range(25, 8).Sum(n => n * 100), figures.Funds.Standing);

        static int SpentOnExpenses(int budget, int amount) => budget is > 1 and <= 24 ? amount : 0;
    }

    private static async Task<Counts> CountAsync(TestDatabase database)
    {
        var counter = new StatementCounter();
        await using var context = database.CreateContext(counter.Attach);
        var forecast = new PayPeriodForecast(context);
        return new Counts(
            PeriodPage: await counter.CountAsync(async () =>
            {
                await forecast.ReadAsync(Current.Previous, 5, Today, default);
                await new StandingBudgets(context).ReadActiveAsync(default);
            }),
            Home: await counter.CountAsync(async () =>
            {
                await forecast.ReadAsync(Current, 9, Today, default);
                await new StandingBudgets(context).ReadActiveAsync(default);
                await new AccountOverview(context).ReadActiveAsync(new DateOnly(2017, 1, 1), Now, 2, default);
            }),
            ListOfPeriods: await counter.CountAsync(() => forecast.ReadAsync(Current.Previous, 10, Today, default)),
            Notifications: await counter.CountAsync(() => new NotificationReader(context).ReadAsync(new NotificationContext(Now, Current.Start, new DateOnly(2017, 1, 1), 2), default)),
            BalanceChart: await counter.CountAsync(() => new BalanceHistory(context).ReadAsync(default)));
    }

    private sealed record Counts(int PeriodPage, int Home, int ListOfPeriods, int Notifications, int BalanceChart);
}
