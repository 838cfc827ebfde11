using System.Text.Json;
using BiweeklyBudget.Core.Budgets;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.TestSupport;

namespace BiweeklyBudget.Core.Tests.Budgets;

[Trait("Category", "Vectors")]
public sealed class StandingBudgetsTests(WorldDatabases databases) : IClassFixture<WorldDatabases>
{
    [Theory]
    [VectorsOnBothEngines("projects", "standing_allocation")]
    public async Task What_projects_claim_of_the_standing_budgets(VectorCase vector, DatabaseEngine engine)
    {
        var database = await databases.WithAsync(engine, vector.Input);
        await using var context = database.CreateContext();
        var expected = vector.Expected.EnumerateObject()
            .Select(b => (Id: int.Parse(b.Name, System.Globalization.CultureInfo.InvariantCulture), Figures: new VectorRow(b.Value)))
            .OrderBy(b => b.Id)
            .Select(b => (b.Id, b.Figures.Money("balance")!.Value, b.Figures.Money("allocated")!.Value, b.Figures.Money("unallocated")!.Value));
        Assert.Equal(expected, (await new StandingBudgets(context).ReadActiveAsync(default)).Select(b => (b.Id, b.Balance, b.Allocated, b.Unallocated)));
    }

    [Theory]
    [OnBothEngines]
    public async Task Items_of_one_price_in_several_projects_all_count_and_missing_figures_count_as_nothing(DatabaseEngine engine)
    {
        var world = JsonDocument.Parse("""
            {"budgets": [
                {"id": 1, "name": "house", "is_periodic": false, "current_balance": "100.5"}, {"id": 2, "name": "no balance", "is_periodic": false},
                {"id": 3, "name": "inactive", "is_periodic": false, "is_active": false, "current_balance": "7"}, {"id": 4, "name": "neither", "is_periodic": null}, {"id": 5, "name": "periodic"}],
             "projects": [{"id": 1, "name": "roof", "standing_budget_id": 1}, {"id": 2, "name": "door", "standing_budget_id": 1}, {"id": 3, "name": "off", "standing_budget_id": 1, "is_active": false}, {"id": 4, "name": "empty", "standing_budget_id": 2}],
             "bom_items": [
                {"id": 1, "project_id": 1, "quantity": 3, "unit_cost": "0.3333"}, {"id": 2, "project_id": 2, "quantity": 2, "unit_cost": "0.3333"}, {"id": 3, "project_id": 2, "unit_cost": "40"},
                {"id": 4, "project_id": 2, "quantity": 5, "unit_cost": "9", "is_active": false}, {"id": 5, "project_id": 3, "quantity": 5, "unit_cost": "9"},
                {"id": 6, "project_id": 1, "quantity": null, "unit_cost": "8"}, {"id": 7, "project_id": 1, "quantity": 8, "unit_cost": null}]}
            """).RootElement;
        var database = await databases.WithAsync(engine, world);
        await using var context = database.CreateContext();

        // (3 + 2) x 0.3333 + 1 x 40 = 41.6665; 100.5 - 41.6665 = 58.8335.
        StandingBudget[] active = [new(1, "house", 100.5m, 41.6665m, 58.8335m), new(2, "no balance", 0m, 0m, 0m)];
        Assert.Equal(active, await new StandingBudgets(context).ReadActiveAsync(default));
        Assert.Equal([.. active, new StandingBudget(3, "inactive", 7m, 0m, 7m)], await new StandingBudgets(context).ReadAllAsync(default));
    }
}
