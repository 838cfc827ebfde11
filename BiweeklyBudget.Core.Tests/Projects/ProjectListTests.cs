using System.Text.Json;
using BiweeklyBudget.Core.Money;
using BiweeklyBudget.Core.Projects;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Rows;
using BiweeklyBudget.Core.Tables;
using BiweeklyBudget.TestSupport;

namespace BiweeklyBudget.Core.Tests.Projects;

public sealed class ProjectListTests(WorldDatabases databases) : IClassFixture<WorldDatabases>
{
    private const int Many = 5_000;

    private static readonly JsonElement World = JsonDocument.Parse("""
        {"budgets": [{"id": 1, "name": "house", "is_periodic": false, "current_balance": "100"}],
         "projects": [{"id": 1, "name": "roof_x", "notes": "tiles", "standing_budget_id": 1}, {"id": 2, "name": "Deck", "is_active": false}, {"id": 3, "name": "cellar", "notes": "roof of it"}, {"id": 4}],
         "bom_items": [
            {"id": 1, "project_id": 1, "name": "tile", "quantity": 3, "unit_cost": "0.3333"}, {"id": 2, "project_id": 1, "name": "nail", "quantity": 1, "unit_cost": "9", "is_active": false, "url": "https://nails.example"},
            {"id": 3, "project_id": 2, "name": "board", "quantity": 2, "unit_cost": "5"}, {"id": 4, "project_id": 3, "name": "lamp", "quantity": null, "unit_cost": "8"}, {"id": 5, "project_id": 3, "quantity": 8, "unit_cost": null}]}
        """).RootElement;

    [Theory]
    [OnBothEngines]
    public async Task Every_column_sorts_by_its_value_and_nothing_counts_as_nothing(DatabaseEngine engine)
    {
        await using var context = (await databases.WithAsync(engine, World)).CreateContext();
        Assert.Equal([1, 2, 3, 4], (await Projects(new TableQuery())).Rows.Select(row => row.Id));
        Assert.Equal([2, 1], (await Projects(Sorted("total_cost", true) with { Take = 2 })).Rows.Select(row => row.Id));
        Assert.Equal([2, 1], (await Projects(Sorted("remaining_cost", true) with { Take = 2 })).Rows.Select(row => row.Id));
        Assert.Equal([4, 3, 2, 1], (await Projects(Sorted("name", false))).Rows.Select(row => row.Name is null ? 4 : row.Id));
        var roof = (await new ProjectList(context).FindAsync(1, default))!;
        Assert.Equal((9.9999m, 0.9999m, "house"), (roof.TotalCost, roof.RemainingCost, roof.StandingBudgetName));
        Assert.Equal((0m, 0m), ((await new ProjectList(context).FindAsync(3, default))!.TotalCost, (await new ProjectList(context).FindAsync(4, default))!.TotalCost));
        Assert.Null(await new ProjectList(context).FindAsync(99, default));
        Assert.Equal([2, 1], (await Items(Sorted("line_cost", true))).Rows.Select(row => row.Id));
        Assert.Equal([1, 2], (await Items(Sorted("unit_cost", false))).Rows.Select(row => row.Id));
        foreach (var column in ProjectList.Columns)
        {
            Assert.Equal(4, (await Projects(Sorted(column, true))).Rows.Count);
        }

        foreach (var column in ProjectItemList.Columns)
        {
            Assert.Equal(2, (await Items(Sorted(column, true))).Rows.Count);
        }

        Task<TablePage<ProjectDetails>> Projects(TableQuery query) => new ProjectList(context).ReadAsync(query, default);
        Task<TablePage<ProjectItemDetails>> Items(TableQuery query) => new ProjectItemList(context).ReadAsync(1, query, default);
    }

    [Theory]
    [OnBothEngines]
    public async Task The_search_looks_in_every_text_and_takes_its_characters_as_they_are(DatabaseEngine engine)
    {
        await using var context = (await databases.WithAsync(engine, World)).CreateContext();
        Assert.Equal([1, 3], await ProjectsAsync("ROOF"));
        Assert.Equal([1], await ProjectsAsync("f_x"));
        Assert.Equal([], await ProjectsAsync("o_f"));
        Assert.Equal([1, 2, 3, 4], await ProjectsAsync("ro"));
        var nails = await new ProjectItemList(context).ReadAsync(1, new TableQuery { Search = "nails.EX" }, default);
        Assert.Equal((2, 1, 2), (nails.Total, nails.Filtered, Assert.Single(nails.Rows).Id));
        Assert.Equal(0, (await new ProjectItemList(context).ReadAsync(99, new TableQuery(), default)).Total);

        async Task<IEnumerable<int>> ProjectsAsync(string search) => (await new ProjectList(context).ReadAsync(new TableQuery { Search = search }, default)).Rows.Select(row => row.Id);
    }

    [Theory]
    [OnBothEngines]
    public async Task Five_thousand_items_take_as_many_statements_as_five_and_add_up_exactly(DatabaseEngine engine)
    {
        var database = await databases.WithAsync(engine, World);
        var few = await CountAsync(database);
        await using (var context = database.CreateContext())
        {
            context.AddRange(Enumerable.Range(1, Many).Select(number => new ProjectItem { ProjectId = 1, Name = "many", Quantity = number % 7, UnitCost = number / 10_000m, IsActive = number % 2 == 0 }));
            await context.SaveChangesAsync();
        }

        Assert.Equal(few, await CountAsync(database));
        await using var after = database.CreateContext();
        var roof = (await new ProjectList(after).FindAsync(1, default))!;
        var numbers = Enumerable.Range(1, Many).ToList();
        Assert.Equal(9.9999m + numbers.Sum(number => number % 7 * (number / 10_000m)), roof.TotalCost);
        Assert.Equal(0.9999m + numbers.Where(number => number % 2 == 0).Sum(number => number % 7 * (number / 10_000m)), roof.RemainingCost);
    }

    [Theory]
    [OnBothEngines]
    public async Task The_greatest_costs_add_up_to_the_last_digit(DatabaseEngine engine)
    {
        await using var context = (await databases.WithAsync(engine, World)).CreateContext();
        context.AddRange(Enumerable.Range(1, 20).Select(_ => new ProjectItem { ProjectId = 4, Name = "house", Quantity = 1, UnitCost = StorableAmount.Largest }));
        await context.SaveChangesAsync();
        Assert.Equal(20 * StorableAmount.Largest, (await new ProjectList(context).FindAsync(4, default))!.TotalCost);
        Assert.Equal((20 * StorableAmount.Largest) + 0.9999m, (await new ProjectList(context).TotalsAsync(default)).Remaining);
    }

    private static TableQuery Sorted(string column, bool isDescending) => new() { Order = [new SortedColumn(column, isDescending)] };

    private static async Task<int[]> CountAsync(TestDatabase database)
    {
        var counter = new StatementCounter();
        await using var context = database.CreateContext(counter.Attach);
        return
        [
            await counter.CountAsync(() => new ProjectList(context).ReadAsync(Sorted("total_cost", true) with { Take = 25, Search = "roo" }, default)),
            await counter.CountAsync(() => new ProjectList(context).TotalsAsync(default)),
            await counter.CountAsync(() => new ProjectList(context).FindAsync(1, default)),
            await counter.CountAsync(() => new ProjectItemList(context).ReadAsync(1, Sorted("line_cost", true) with { Take = 25, Skip = 1 }, default)),
            await counter.CountAsync(() => new ImportProjectItems(context).PreviewAsync(1, "Name\nmany\n", default)),
        ];
    }
}
