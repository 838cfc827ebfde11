using System.Text.Json;
using BiweeklyBudget.Core.Scheduling;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Tables;

namespace BiweeklyBudget.Core.Tests.Scheduling;

public sealed class ScheduledListTests(WorldDatabases databases) : IClassFixture<WorldDatabases>
{
    private static readonly JsonElement World = JsonDocument.Parse("""
        {"accounts": [{"id": 1, "name": "Zebra", "acct_type": "Bank"}, {"id": 2, "name": "apple", "acct_type": "Bank"}],
         "budgets": [{"id": 1, "name": "food"}, {"id": 2, "name": "Bonus", "is_income": true}],
         "scheduled": [
            {"id": 1, "description": "fifteenth", "amount": "9.5", "account_id": 1, "budget_id": 1, "day_of_month": 15},
            {"id": 2, "description": "fourth_x", "amount": "10", "account_id": 2, "budget_id": 1, "day_of_month": 4},
            {"id": 3, "description": "sundays", "amount": "-3", "account_id": 1, "budget_id": 2, "day_of_week": 6},
            {"id": 4, "description": "mondays", "amount": "1", "account_id": 1, "budget_id": 1, "day_of_week": 0, "is_active": false},
            {"id": 5, "description": "christmas", "amount": "1", "account_id": 1, "budget_id": 1, "annual_month": 12, "annual_day": 25},
            {"id": 6, "description": "may", "amount": "1", "account_id": 1, "budget_id": 1, "annual_month": 5, "annual_day": 31},
            {"id": 7, "description": "daily", "amount": "1", "account_id": 1, "budget_id": 1, "num_per_period": 14},
            {"id": 8, "description": "twice", "amount": "1", "account_id": 1, "budget_id": 1, "num_per_period": 2},
            {"id": 9, "description": "once later", "amount": "1", "account_id": 1, "budget_id": 1, "date": "2017-10-02"},
            {"id": 10, "description": "once", "amount": "1", "account_id": 1, "budget_id": 1, "date": "2017-09-30"}]}
        """).RootElement;

    [Theory]
    [OnBothEngines]
    public async Task Recurrences_sort_by_kind_and_then_by_number_date_and_day(DatabaseEngine engine)
    {
        await using var context = (await databases.WithAsync(engine, World)).CreateContext();
        int[] ascending = [8, 7, 10, 9, 2, 1, 4, 3, 6, 5];

        Assert.Equal(ascending, await IdsAsync(context, new TableQuery { Order = [new SortedColumn("recurrence_str", false)] }));
        Assert.Equal(ascending.Reverse(), await IdsAsync(context, new TableQuery { Order = [new SortedColumn("recurrence_str", true)] }));
    }

    [Theory]
    [OnBothEngines]
    public async Task Other_columns_sort_by_their_value_and_equal_rows_by_id(DatabaseEngine engine)
    {
        await using var context = (await databases.WithAsync(engine, World)).CreateContext();

        Assert.Equal([3, 4, 5, 6, 7, 8, 9, 10, 1, 2], await IdsAsync(context, new TableQuery { Order = [new SortedColumn("amount", false)] }));
        Assert.Equal([3, 1, 2, 4, 5, 6, 7, 8, 9, 10], await IdsAsync(context, new TableQuery { Order = [new SortedColumn("budget", false)] }));
        Assert.Equal([2, 1, 3, 4, 5, 6, 7, 8, 9, 10], await IdsAsync(context, new TableQuery { Order = [new SortedColumn("account", false)] }));
        Assert.Equal([4, 1, 2, 3, 5, 6, 7, 8, 9, 10], await IdsAsync(context, new TableQuery { Order = [new SortedColumn("is_active", false)] }));
        Assert.Equal([3, 4, 7, 8, 1, 2, 9, 10, 5, 6], await IdsAsync(context, new TableQuery { Order = [new SortedColumn("schedule_type", true)] }));
        Assert.Equal([4, 3, 8, 7, 2, 1, 10, 9, 6, 5], await IdsAsync(context, new TableQuery { Order = [new SortedColumn("schedule_type", true), new SortedColumn("recurrence_str", false)] }));
        Assert.Equal([2, 1], await IdsAsync(context, new TableQuery { Order = [new SortedColumn("description", true)] }, "monthly"));
        Assert.Equal(8, ScheduledList.Columns.Count());
    }

    [Theory]
    [OnBothEngines]
    public async Task Search_and_type_must_both_be_met_and_are_counted(DatabaseEngine engine)
    {
        await using var context = (await databases.WithAsync(engine, World)).CreateContext();
        var list = new ScheduledList(context);

        var page = await list.ReadAsync(new TableQuery { Search = "once", Take = 1, Skip = 1 }, "date", default);
        Assert.Equal((10, 2, 10), (page.Total, page.Filtered, Assert.Single(page.Rows).Id));
        Assert.Equal([7, 8], await IdsAsync(context, new TableQuery(), "per period"));
        Assert.Equal([2], await IdsAsync(context, new TableQuery { Search = "h_x" }));
        Assert.Empty(await IdsAsync(context, new TableQuery { Search = "once" }, "monthly"));
        Assert.Empty(await IdsAsync(context, new TableQuery(), "none of these"));
    }

    [Theory]
    [OnBothEngines]
    public async Task A_single_one_has_the_names_that_belong_to_it(DatabaseEngine engine)
    {
        await using var context = (await databases.WithAsync(engine, World)).CreateContext();
        var list = new ScheduledList(context);

        var found = await list.FindAsync(3, default);
        Assert.Equal(("Zebra", "Bonus", true, "weekly", "Every Sunday"), (found!.AccountName, found.BudgetName, found.IsIncome, found.Schedule.TypeName, found.Schedule.Describe()));
        Assert.Null(await list.FindAsync(11, default));
    }

    private static async Task<IEnumerable<int>> IdsAsync(BudgetDbContext context, TableQuery query, string? type = null) =>
        (await new ScheduledList(context).ReadAsync(query, type, default)).Rows.Select(row => row.Id);
}
