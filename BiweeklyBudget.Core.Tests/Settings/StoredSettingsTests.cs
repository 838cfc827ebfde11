using BiweeklyBudget.Core.Settings;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Rows;
using BiweeklyBudget.TestSupport;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Tests.Settings;

public sealed class StoredSettingsTests
{
    private static readonly DateOnly Payday = new(2017, 3, 17);

    [Theory]
    [OnBothEngines]
    public async Task Nothing_is_stored_at_first(DatabaseEngine engine)
    {
        await using var database = await TestDatabase.CreatedAsync(engine);
        await using var context = database.CreateContext();
        Assert.Equal(new StoredDates(null, null), await StoredSettings.ReadAsync(context, default));
    }

    [Theory]
    [OnBothEngines]
    public async Task The_first_payday_is_the_reconcile_begin_date_too(DatabaseEngine engine)
    {
        await using var database = await TestDatabase.CreatedAsync(engine);
        await using var context = database.CreateContext();
        Assert.Equal(new StoredDates(Payday, Payday), (await StoredSettings.SaveFirstPaydayAsync(context, Payday, default)).ValueOrThrow());
        Assert.Equal(new StoredDates(Payday, Payday), await StoredSettings.ReadAsync(context, default));
        var row = await context.StoredSettings.AsNoTracking().SingleAsync(s => s.Name == "PAY_PERIOD_START_DATE");
        Assert.Equal(("\"2017-03-17\"", true, null), (row.Value, row.IsJson, row.DefaultValue));
    }

    [Theory]
    [OnBothEngines]
    public async Task A_stored_reconcile_begin_date_stays(DatabaseEngine engine)
    {
        await using var database = await TestDatabase.CreatedAsync(engine);
        await using var context = database.CreateContext();
        context.StoredSettings.Add(new StoredSetting { Name = "RECONCILE_BEGIN_DATE", Value = "\"2016-01-01\"" });
        await context.SaveChangesAsync();
        Assert.Equal(new StoredDates(Payday, new DateOnly(2016, 1, 1)), (await StoredSettings.SaveFirstPaydayAsync(context, Payday, default)).ValueOrThrow());
    }

    [Theory]
    [OnBothEngines]
    public async Task A_stored_payday_stays(DatabaseEngine engine)
    {
        await using var database = await TestDatabase.CreatedAsync(engine);
        await using var context = database.CreateContext();
        await StoredSettings.SaveFirstPaydayAsync(context, Payday, default);
        Assert.Equal(new StoredDates(Payday, Payday), (await StoredSettings.SaveFirstPaydayAsync(context, Payday.AddDays(3), default)).ValueOrThrow());
    }

    [Theory]
    [OnBothEngines]
    public async Task A_value_that_is_no_date_is_replaced(DatabaseEngine engine)
    {
        await using var database = await TestDatabase.CreatedAsync(engine);
        await using var context = database.CreateContext();
        context.StoredSettings.Add(new StoredSetting { Name = "PAY_PERIOD_START_DATE", Value = "{\"broken" });
        context.StoredSettings.Add(new StoredSetting { Name = "RECONCILE_BEGIN_DATE", Value = null });
        await context.SaveChangesAsync();
        Assert.Equal(new StoredDates(null, null), await StoredSettings.ReadAsync(context, default));
        Assert.Equal(new StoredDates(Payday, Payday), (await StoredSettings.SaveFirstPaydayAsync(context, Payday, default)).ValueOrThrow());
    }

    [Theory]
    [OnBothEngines]
    public async Task Of_many_callers_at_once_one_wins_and_all_are_told(DatabaseEngine engine)
    {
        await using var database = await TestDatabase.CreatedAsync(engine);
        var results = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => Task.Run(async () =>
        {
            await using var context = database.CreateContext();
            return (await StoredSettings.SaveFirstPaydayAsync(context, Payday.AddDays(i), default)).ValueOrThrow();
        })));
        var winner = Assert.Single(results.Distinct());
        Assert.Equal(winner.PayPeriodStart, winner.ReconcileBegin);
        await using var read = database.CreateContext();
        Assert.Equal(winner, await StoredSettings.ReadAsync(read, default));
        Assert.Equal(2, await read.StoredSettings.CountAsync());
    }

    [Fact]
    public void Dates_that_are_set_win_over_stored_ones()
    {
        var begin = new DateOnly(2016, 1, 1);
        var unset = new BudgetSettings { ConnectionString = "" };
        var set = unset with { PayPeriodStartDate = Payday, ReconcileBeginDate = begin };
        Assert.Equal((Payday, begin), DatesOf(set.CompletedBy(Stored(Payday.AddDays(1), Payday.AddDays(2)))));
        Assert.Equal((Payday, begin), DatesOf(unset.CompletedBy(Stored(Payday, begin))));
        Assert.Equal(Payday, (unset with { PayPeriodStartDate = Payday }).CompletedBy(StoredHousehold.Empty).ReconcileBeginDate);
        Assert.Null(unset.CompletedBy(StoredHousehold.Empty).PayPeriodStartDate);
    }

    private static (DateOnly?, DateOnly?) DatesOf(BudgetSettings settings) => (settings.PayPeriodStartDate, settings.ReconcileBeginDate);

    private static StoredHousehold Stored(DateOnly payday, DateOnly begin) =>
        new(new Dictionary<string, string?> { ["PAY_PERIOD_START_DATE"] = $"\"{payday:yyyy-MM-dd}\"", ["RECONCILE_BEGIN_DATE"] = $"\"{begin:yyyy-MM-dd}\"" }, 0);
}
