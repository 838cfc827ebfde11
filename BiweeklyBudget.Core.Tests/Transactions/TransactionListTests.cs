using System.Text.Json;
using BiweeklyBudget.Core.Budgets;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Tables;
using BiweeklyBudget.Core.Transactions;
using BiweeklyBudget.TestSupport;

namespace BiweeklyBudget.Core.Tests.Transactions;

public sealed class TransactionListTests(WorldDatabases databases) : IClassFixture<WorldDatabases>
{
    private static readonly JsonElement World = JsonDocument.Parse("""
        {"accounts": [{"id": 1, "name": "Zebra", "acct_type": "Bank"}, {"id": 2, "name": "apple", "acct_type": "Bank"}],
         "budgets": [{"id": 1, "name": "food"}, {"id": 2, "name": "pay", "is_income": true}],
         "scheduled": [{"id": 7, "description": "s", "amount": "5", "account_id": 1, "budget_id": 1, "day_of_month": 1}],
         "transactions": [
            {"id": 1, "date": "2017-07-03", "description": "100% cotton_shirt", "account_id": 1, "budgets": [{"budget_id": 1, "amount": "20"}, {"budget_id": 2, "amount": "5.5"}]},
            {"id": 2, "date": "2017-07-01", "description": "100 percent, 1000 cotton shirts", "account_id": 2, "sales_tax": "0.5", "budgets": [{"budget_id": 2, "amount": "-9.25"}]},
            {"id": 3, "date": "2017-07-02", "description": "a|b 50|% off", "account_id": 1, "scheduled_id": 7, "budgeted_amount": "3", "budgets": [{"budget_id": 1, "amount": "3"}]},
            {"id": 4, "date": "2017-07-02", "description": "COTTON socks", "account_id": 2, "budgets": []}],
         "reconciles": [{"id": 11, "txn_id": 3, "note": "n"}, {"id": 12, "txn_id": 1, "note": "n"}]}
        """).RootElement;

    [Theory]
    [OnBothEngines]
    public async Task Every_column_sorts_by_its_value_and_equal_rows_by_id(DatabaseEngine engine)
    {
        await using var context = (await databases.WithAsync(engine, World)).CreateContext();
        var expected = new Dictionary<string, int[]>
        {
            ["date"] = [2, 3, 4, 1],
            ["amount"] = [2, 4, 3, 1],
            ["account"] = [2, 4, 1, 3],
            ["scheduled"] = [1, 2, 4, 3],
            ["budgeted_amount"] = [1, 2, 4, 3],
            ["sales_tax"] = [1, 3, 4, 2],
            ["reconcile_id"] = [2, 4, 3, 1],
        };

        Assert.Equal(expected.Keys.Append("description").Order(), TransactionList.Columns.Order());
        foreach (var (column, ids) in expected)
        {
            Assert.Equal(ids, await IdsAsync(context, new TableQuery { Order = [new SortedColumn(column, false)] }));
            Assert.Equal(ids.Skip(1).Take(2), await IdsAsync(context, new TableQuery { Order = [new SortedColumn(column, false)], Skip = 1, Take = 2 }));
        }

        // '%' sorts before or after ' ' by the collation; both agree on letters and digits.
        Assert.Equal([1, 2, 3, 4], (await IdsAsync(context, new TableQuery { Order = [new SortedColumn("description", false)] })).Take(2).Order().Concat([3, 4]));
        Assert.Equal([1, 3, 4, 2], await IdsAsync(context, new TableQuery { Order = [new SortedColumn("date", true)] }));
        Assert.Equal([1, 4, 3, 2], await IdsAsync(context, new TableQuery { Order = [new SortedColumn("date", true), new SortedColumn("amount", false)] }));
        Assert.Equal([1, 2, 3, 4], await IdsAsync(context, new TableQuery()));
    }

    [Theory]
    [OnBothEngines]
    public async Task Pages_sorted_by_date_and_more_follow_one_another_whatever_shares_a_day(DatabaseEngine engine)
    {
        // 40 transactions on 7 days, two of them without any date; amounts fall while ids rise.
        var transactions = Enumerable.Range(1, 40).Select(id => $$"""
            {"id": {{id}}, "date": {{(id % 20 == 0 ? "null" : $"\"2017-07-0{(id % 7) + 1}\"")}}, "description": "t", "account_id": {{(id % 2) + 1}}, "budgets": [{"budget_id": 1, "amount": "{{(100 - id) / 3}}"}]}
            """);
        var world = JsonDocument.Parse($$"""
            {"accounts": [{"id": 1, "name": "b", "acct_type": "Bank"}, {"id": 2, "name": "a", "acct_type": "Bank"}], "budgets": [{"id": 1, "name": "food"}], "transactions": [{{string.Join(',', transactions)}}]}
            """).RootElement;
        await using var context = (await databases.WithAsync(engine, world)).CreateContext();
        var rows = (await new TransactionList(context).ReadAsync(new TableQuery(), new TransactionFilter(), default)).Rows;

        foreach (var descending in new[] { true, false })
        {
            var byDate = descending ? rows.OrderByDescending(row => row.Date ?? DateOnly.MinValue) : rows.OrderBy(row => row.Date ?? DateOnly.MinValue);
            await AssertPagesAsync(byDate.ThenBy(row => row.Amount).ThenByDescending(row => row.AccountName).ThenBy(row => row.Id), new("date", descending), new("amount", false), new("account", true));

            // Pages of two columns are compiled queries.
            await AssertPagesAsync(byDate.ThenBy(row => row.Amount).ThenBy(row => row.Id), new("date", descending), new("amount", false));
            await AssertPagesAsync(byDate.ThenByDescending(row => row.Amount).ThenBy(row => row.Id), new("date", descending), new("amount", true));
            await AssertPagesAsync(byDate.ThenByDescending(row => row.AccountName).ThenBy(row => row.Id), new("date", descending), new("account", true));
            await AssertPagesAsync(byDate.ThenBy(row => row.Id), new("date", descending), new("unknown", true));
        }

        async Task AssertPagesAsync(IEnumerable<TransactionDetails> sorted, params SortedColumn[] order)
        {
            var expected = sorted.Select(row => row.Id).ToList();
            Assert.Equal(expected, await IdsAsync(context, new TableQuery { Order = order }));
            for (var skip = 0; skip <= 45; skip += 3)
            {
                Assert.Equal(expected.Skip(skip).Take(5), await IdsAsync(context, new TableQuery { Order = order, Skip = skip, Take = 5 }));
            }
        }
    }

    [Theory]
    [OnBothEngines]
    public async Task Search_takes_every_character_for_itself_and_ignores_case(DatabaseEngine engine)
    {
        await using var context = (await databases.WithAsync(engine, World)).CreateContext();

        Assert.Equal([1, 2, 4], await IdsAsync(context, new TableQuery { Search = "cotton" }));
        Assert.Equal([1], await IdsAsync(context, new TableQuery { Search = "100%" }));
        Assert.Equal([1], await IdsAsync(context, new TableQuery { Search = "n_s" }));
        Assert.Equal([3], await IdsAsync(context, new TableQuery { Search = "a|b" }));
        Assert.Equal([3], await IdsAsync(context, new TableQuery { Search = "50|%" }));
        Assert.Equal([2], await IdsAsync(context, new TableQuery { Search = "1000" }));
        Assert.Empty(await IdsAsync(context, new TableQuery { Search = "'; drop table transactions; --" }));
        Assert.Equal([1, 2, 3, 4], await IdsAsync(context, new TableQuery { Search = "zz" }));
    }

    [Theory]
    [OnBothEngines]
    public async Task Search_finds_amounts_of_either_sign_days_and_months(DatabaseEngine engine)
    {
        await using var context = (await databases.WithAsync(engine, World)).CreateContext();
        var rows = (await new TransactionList(context).ReadAsync(new TableQuery(), new TransactionFilter(), default)).Rows;
        foreach (var amount in new[] { 25.5m, -25.5m, 77.77m })
        {
            var text = amount.ToString("0.00", System.Globalization.CultureInfo.InvariantCulture);
            Assert.Equal(rows.Where(row => Math.Abs(row.Amount) == Math.Abs(amount) || row.Description.Contains(text, StringComparison.Ordinal)).Select(row => row.Id), await IdsAsync(context, new TableQuery { Search = text }));
        }

        var day = rows.First(row => row.Date is not null).Date!.Value;
        Assert.Equal(rows.Where(row => row.Date == day).Select(row => row.Id), await IdsAsync(context, new TableQuery { Search = Core.Money.DateText.Day(day) }));
        Assert.Equal(rows.Where(row => row.Date is { } date && date.Year == day.Year && date.Month == day.Month).Select(row => row.Id), await IdsAsync(context, new TableQuery { Search = Core.Money.DateText.Day(day)[..7] }));
        Assert.Empty(await IdsAsync(context, new TableQuery { Search = "2017-02-30" }));
        Assert.Empty(await IdsAsync(context, new TableQuery { Search = "79228162514264337593543950335" }));
    }

    [Theory]
    [OnBothEngines]
    public async Task Filters_and_search_must_all_be_met_and_are_counted(DatabaseEngine engine)
    {
        await using var context = (await databases.WithAsync(engine, World)).CreateContext();
        var list = new TransactionList(context);

        var page = await list.ReadAsync(new TableQuery { Search = "cotton", Skip = 1, Take = 1 }, new TransactionFilter(BudgetId: 2), default);
        Assert.Equal((4, 2), (page.Total, page.Filtered));
        Assert.Equal(2, Assert.Single(page.Rows).Id);
        Assert.Equal([3], (await list.ReadAsync(new TableQuery { Search = "off" }, new TransactionFilter(1, 1), default)).Rows.Select(row => row.Id));
        Assert.Empty((await list.ReadAsync(new TableQuery(), new TransactionFilter(AccountId: 0), default)).Rows);
        Assert.Empty((await list.ReadAsync(new TableQuery { Take = 0 }, new TransactionFilter(), default)).Rows);
    }

    [Theory]
    [OnBothEngines]
    public async Task What_a_search_finds_is_counted_once_in_a_state_of_the_database_and_each_search_by_itself(DatabaseEngine engine)
    {
        var statements = new StatementCounter();
        var database = await databases.WithAsync(engine, World);
        await using var context = database.CreateContext(statements.Attach);
        var open = await context.OpenItemsAsync(new DateOnly(2017, 1, 1));
        async Task<int> FoundAsync(string search, int? budget = null) =>
            (await new TransactionList(context, open).ReadAsync(new TableQuery { Search = search, Take = 1 }, new TransactionFilter(BudgetId: budget), default)).Filtered;

        var first = await statements.CountAsync(async () => Assert.Equal(3, await FoundAsync("cotton")));
        var second = await statements.CountAsync(async () => Assert.Equal(3, await FoundAsync("cotton")));
        Assert.Equal(first - 1, second);
        Assert.Equal((2, 1, 3), (await FoundAsync("cotton", budget: 2), await FoundAsync("socks"), await FoundAsync("cotton")));
    }

    [Theory]
    [OnBothEngines]
    public async Task A_row_has_its_sum_names_and_splits_largest_first(DatabaseEngine engine)
    {
        await using var context = (await databases.WithAsync(engine, World)).CreateContext();
        var rows = (await new TransactionList(context).ReadAsync(new TableQuery(), new TransactionFilter(), default)).Rows;

        Assert.Equal((25.5m, "Zebra", 12), (rows[0].Amount, rows[0].AccountName, rows[0].ReconciliationId));
        Assert.Equal([new BudgetShare(1, "food", 20m, false), new BudgetShare(2, "pay", 5.5m, true)], rows[0].Splits);
        Assert.Equal((0m, null), (rows[3].Amount, rows[3].ReconciliationId));
        Assert.Empty(rows[3].Splits);

        var record = await new TransactionReader(context).FindAsync(1, default);
        Assert.Equal((25.5m, "Zebra", 2), (record!.Amount, record.AccountName, record.Splits.Count));
        Assert.Null(await new TransactionReader(context).FindAsync(99, default));
    }

    private static async Task<IEnumerable<int>> IdsAsync(BudgetDbContext context, TableQuery query) =>
        (await new TransactionList(context).ReadAsync(query, new TransactionFilter(), default)).Rows.Select(row => row.Id);
}
