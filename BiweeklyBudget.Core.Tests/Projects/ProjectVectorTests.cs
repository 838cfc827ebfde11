using BiweeklyBudget.Core.Projects;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Rows;
using BiweeklyBudget.Core.Tables;
using BiweeklyBudget.TestSupport;

namespace BiweeklyBudget.Core.Tests.Projects;

/// <summary>What projects cost, as the vectors have it; what they claim of budgets is tested with those.</summary>
[Trait("Category", "Vectors")]
public sealed class ProjectVectorTests(WorldDatabases databases) : IClassFixture<WorldDatabases>
{
    [Theory]
    [VectorsOnBothEngines("projects", "costs")]
    public async Task The_costs_of_a_project_and_of_its_lines(VectorCase vector, DatabaseEngine engine)
    {
        var database = await databases.WithAsync(engine, System.Text.Json.JsonDocument.Parse("""{"projects": [{"id": 1, "name": "P"}]}""").RootElement);
        await using var context = database.CreateContext();
        foreach (var (place, item) in new VectorRow(vector.Input).List("items").Index())
        {
            context.Add(new ProjectItem { Id = place + 1, ProjectId = 1, Name = "i", Quantity = item.Number("quantity"), UnitCost = item.Money("unit_cost"), IsActive = item.Flag("is_active", true) });
        }

        await context.SaveChangesAsync();
        var expected = new VectorRow(vector.Expected);
        var project = (await new ProjectList(context).FindAsync(1, default))!;
        Assert.Equal((expected.Money("total_cost"), expected.Money("remaining_cost")), (project.TotalCost, project.RemainingCost));
        var lines = vector.Expected.GetProperty("line_costs").EnumerateArray().Select(cost => decimal.Parse(cost.GetString()!, System.Globalization.CultureInfo.InvariantCulture)).ToList();
        Assert.Equal(lines, (await new ProjectItemList(context).ReadAsync(1, new TableQuery(), default)).Rows.Select(row => row.Cost));
        Assert.Equal(lines.Order(), (await new ProjectItemList(context).ReadAsync(1, new TableQuery { Order = [new SortedColumn("line_cost", false)] }, default)).Rows.Select(row => row.Cost));
    }

    [Theory]
    [VectorsOnBothEngines("projects", "page_totals")]
    public async Task The_costs_of_all_active_projects(VectorCase vector, DatabaseEngine engine)
    {
        var database = await databases.WithAsync(engine, vector.Input);
        await using var context = database.CreateContext();
        var expected = new VectorRow(vector.Expected);
        Assert.Equal(new ProjectTotals(expected.Money("total_active")!.Value, expected.Money("remaining_active")!.Value), await new ProjectList(context).TotalsAsync(default));
    }
}
