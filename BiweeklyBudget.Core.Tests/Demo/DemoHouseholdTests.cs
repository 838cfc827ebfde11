using BiweeklyBudget.Core.PayPeriods;
using BiweeklyBudget.Core.Settings;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.TestSupport;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Tests.Demo;

public sealed class DemoHouseholdTests
{
    private static readonly DateOnly Payday = new(2026, 3, 6);

    [Theory]
    [OnBothEngines]
    public async Task The_made_up_household_has_a_past_a_present_and_a_future(DatabaseEngine engine)
    {
        await using var database = await TestDatabase.CreatedAsync(engine);
        var household = await OpenAsync(database);

        await household.WriteDemoAsync(Payday);

        await using var book = household.OpenBook();
        var current = book.Calendar.Containing(book.Today);
        Assert.Equal(Payday, current.Start);
        var periods = await book.PayPeriods.ForecastAsync(book.Calendar.From(book.Calendar.Plus(current, -12), 26));
        Assert.All(periods.Take(12), period => Assert.True(period.Totals.Spent > 0 && period.Entries.Any(entry => entry.ReconciliationId is not null), period.Period.ToString()));
        Assert.Contains(periods[12].Entries, entry => entry.Kind == PeriodEntryKind.Transaction);
        Assert.All(periods.Skip(12), period => Assert.Contains(period.Entries, entry => entry.Kind == PeriodEntryKind.Scheduled));
        Assert.All(periods.SelectMany(period => period.Entries).Where(entry => entry.Kind == PeriodEntryKind.Transaction), entry => Assert.True(entry.Date <= book.Today));
        Assert.NotEmpty(await book.Budgets.ListActiveStandingAsync());
        await using var context = database.CreateContext();
        var fills = await context.FuelFills.OrderBy(fill => fill.Date).ToListAsync();
        Assert.Equal(13, fills.Count);
        Assert.All(fills.Skip(1).Zip(fills, (fill, before) => (fill, before)), pair => Assert.Equal((int)pair.fill.CalculatedMiles!, pair.fill.OdometerMiles - pair.before.OdometerMiles));
        Assert.NotEmpty(await book.Notifications.ListAsync());
    }

    [Theory]
    [OnBothEngines]
    public async Task A_database_that_holds_accounts_is_left_alone(DatabaseEngine engine)
    {
        await using var database = await TestDatabase.CreatedAsync(engine);
        var household = await OpenAsync(database);
        await household.WriteDemoAsync(Payday);
        var before = await CountAsync(database);

        await Assert.ThrowsAsync<InvalidOperationException>(() => household.WriteDemoAsync(Payday.AddDays(14)));

        Assert.Equal(before, await CountAsync(database));
    }

    private static Task<BudgetEngine> OpenAsync(TestDatabase database) => BudgetEngine.OpenAsync(new BudgetSettings
    {
        ConnectionString = database.Url,
        PayPeriodStartDate = Payday,
        ReconcileBeginDate = Payday.AddDays(-56),
        FrozenTime = new DateTimeOffset(2026, 3, 13, 12, 0, 0, TimeSpan.Zero),
    });

    private static async Task<(int Accounts, int Transactions, int BankTransactions)> CountAsync(TestDatabase database)
    {
        await using var context = database.CreateContext();
        return (await context.Accounts.CountAsync(), await context.Transactions.CountAsync(), await context.BankTransactions.CountAsync());
    }
}
