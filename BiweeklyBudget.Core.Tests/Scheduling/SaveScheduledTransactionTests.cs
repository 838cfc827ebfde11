using BiweeklyBudget.Core.Calendar;
using BiweeklyBudget.Core.Scheduling;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Tests.Forms;
using BiweeklyBudget.Hosting.Api;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Tests.Scheduling;

public sealed class SaveScheduledTransactionTests
{
    private const string Url = "/forms/scheduled";

    [Theory]
    [OnBothEngines]
    public async Task Each_type_stores_its_own_columns_and_clears_the_others(DatabaseEngine engine)
    {
        await using var world = await EverydayWorld.CreateAsync(engine);
        foreach (var (type, schedule) in new[]
        {
            ("weekly", new Schedule(DayOfWeek: 6)),
            ("annual", new Schedule(AnnualMonth: 2, AnnualDay: 29)),
            ("per_period", new Schedule(NumberPerPeriod: 3)),
            ("date", new Schedule(Date: new(2017, 8, 2))),
            ("monthly", new Schedule(DayOfMonth: 28)),
            ("anything", new Schedule(Date: new(2017, 8, 2))),
        })
        {
            var form = Form(type);
            form["id"] = 1;
            Assert.Equal("Successfully saved ScheduledTransaction 1 in database.", (await world.SubmitAsync(Url, form)).Success());
            Assert.Equal(schedule, await world.ReadAsync(async context => StoredSchedule.Of(await context.ScheduledTransactions.SingleAsync(s => s.Id == 1))));
        }
    }

    [Theory]
    [OnBothEngines]
    public async Task Whether_it_is_active_stays_as_it_is_unless_said(DatabaseEngine engine)
    {
        await using var world = await EverydayWorld.CreateAsync(engine);
        var id = (await world.SubmitAsync(Url, Form("weekly"))).SavedId();
        Assert.True(await ActiveAsync());
        var form = Form("weekly");
        form["id"] = id;
        form["is_active"] = false;
        await world.SubmitAsync(Url, form);
        form["is_active"] = (string?)null;
        (await world.SubmitAsync(Url, form)).SavedId();
        Assert.False(await ActiveAsync());

        Task<bool> ActiveAsync() => world.ReadAsync(context => context.ScheduledTransactions.Where(s => s.Id == id).Select(s => s.IsActive == true).SingleAsync());
    }

    [Theory]
    [InlineData("monthly", "day_of_month", "29", "Day of month must be from 1 to 28")]
    [InlineData("monthly", "day_of_month", "0", "Day of month must be from 1 to 28")]
    [InlineData("monthly", "day_of_month", "abc", "Invalid integer value: \"abc\"")]
    [InlineData("monthly", "day_of_month", "", "Invalid integer value: \"\"")]
    [InlineData("per_period", "num_per_period", "0", "Number per period must be from 1 to 32767")]
    [InlineData("per_period", "num_per_period", "99999999999", "Number per period must be from 1 to 32767")]
    [InlineData("weekly", "day_of_week", "7", "Day of week must be from 0 (Monday) to 6 (Sunday)")]
    [InlineData("weekly", "day_of_week", "-1", "Day of week must be from 0 (Monday) to 6 (Sunday)")]
    [InlineData("annual", "annual_month", "13", "Month must be from 1 to 12")]
    [InlineData("annual", "annual_day", "32", "Day must be from 1 to 31")]
    [InlineData("annual", "annual_day", "30", "This month never has that day")]
    [InlineData("date", "date", "", "Date \"\" is not valid (YYYY-MM-DD)")]
    [InlineData("date", "date", "2030-02-29", "Date \"2030-02-29\" is not valid (YYYY-MM-DD)")]
    [InlineData("weekly", "type", "", "Type cannot be empty")]
    [InlineData("weekly", "description", " ", "Description cannot be empty")]
    [InlineData("weekly", "amount", "0.0", "Amount cannot be zero")]
    [InlineData("weekly", "account", "None", "Transactions must have an account")]
    [InlineData("weekly", "budget", "None", "Transactions must have a budget")]
    public async Task A_bad_value_is_an_error_of_its_field(string type, string field, string value, string message)
    {
        await using var world = await EverydayWorld.CreateAsync(DatabaseEngine.Sqlite);
        var form = Form(type);
        form[field] = value;
        Assert.Equal((field, message), (await world.SubmitAsync(Url, form)).OnlyError());
    }

    [Theory]
    [InlineData("id", "Error: no ScheduledTransaction with ID 99")]
    [InlineData("account", "Error: no Account with ID 99")]
    [InlineData("budget", "Error: no Budget with ID 99")]
    public async Task Unknown_rows_are_named(string field, string message)
    {
        await using var world = await EverydayWorld.CreateAsync(DatabaseEngine.Sqlite);
        var form = Form("weekly");
        form[field] = "99";
        Assert.Equal(message, (await world.SubmitAsync(Url, form)).Failure());
    }

    private static FormValues Form(string type) => new()
    {
        ["description"] = "Scheduled",
        ["type"] = type,
        ["day_of_month"] = "28",
        ["num_per_period"] = "3",
        ["date"] = "2017-08-02",
        ["day_of_week"] = "6",
        ["annual_month"] = "2",
        ["annual_day"] = "29",
        ["amount"] = "12.34",
        ["account"] = "1",
        ["budget"] = "5",
        ["notes"] = "n",
    };
}
