using System.Globalization;
using BiweeklyBudget.Core.Changes;
using BiweeklyBudget.Core.Deleting;
using BiweeklyBudget.Core.Fuel;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Tables;
using BiweeklyBudget.Core.Tests.Changes;
using BiweeklyBudget.Core.Tests.Forms;
using BiweeklyBudget.TestSupport;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Tests.Fuel;

/// <summary>The log, the charts and every save take as many SQL statements over 20,000 fills as over two.</summary>
public sealed class FuelStatementCountTests
{
    private const int Many = 20_000;

    [Theory]
    [OnBothEngines]
    public async Task Statements_do_not_grow_with_the_log(DatabaseEngine engine)
    {
        await using var world = await FuelWorld.CreateAsync(engine);
        var few = await CountAsync(world);
        await GrowAsync(world.World);
        Assert.Equal(few, await CountAsync(world));
        Assert.Equal((3, 3, 2, 1), (few["log"], few["search"], few["economy"], few["prices"]));
        Assert.InRange(few["late entry"], 5, 20);
        Assert.InRange(few["undo"], 10, 30);

        Assert.Equal(FuelChart.MostPoints, Math.Max(FuelChart.MostPoints, (await world.Book.Fuel.PricesAsync()).Points.Count));
        Assert.Equal(Many + 2, (await world.Book.Fuel.ListAsync(new TableQuery { Take = 1 })).Total);
    }

    private static async Task<Dictionary<string, int>> CountAsync(FuelWorld world)
    {
        var counter = new StatementCounter();
        await using var context = world.World.Database.CreateContext(counter.Attach);
        await using var book = FormOperations.Book(context);
        var fuel = book.Fuel;
        await book.Fuel.ListVehiclesAsync();
        var counts = new Dictionary<string, int>
        {
            ["log"] = await counter.CountAsync(() => fuel.ListAsync(new TableQuery { Take = 25, Order = [new SortedColumn("date", true), new SortedColumn("vehicle", false)] })),
            ["search"] = await counter.CountAsync(() => fuel.ListAsync(new TableQuery { Search = "Shell", Take = 25 }, 1)),
            ["economy"] = await counter.CountAsync(() => fuel.EconomyAsync()),
            ["prices"] = await counter.CountAsync(() => fuel.PricesAsync()),
        };
        var odometer = 1_000_000;
        (await fuel.SaveAsync(EveryOperation.Fill(1, odometer + 500))).ValueOrThrow();
        var saved = (await fuel.SaveAsync(EveryOperation.Fill(1, odometer))).ValueOrThrow();
        counts["edit"] = await counter.CountAsync(async () => (await fuel.SaveAsync(EveryOperation.Fill(1, odometer + 10) with { Id = saved.Id })).ValueOrThrow());
        counts["delete"] = await counter.CountAsync(async () => (await book.Deleting.DeleteAsync(Deletion.Of(RecordKind.FuelFill, saved.Id))).ValueOrThrow());
        var deletion = await world.LastChangeAsync();
        counts["undo"] = await counter.CountAsync(async () => (await book.Changes.UndoAsync(deletion)).ValueOrThrow());
        counts["late entry"] = await counter.CountAsync(async () => saved = (await fuel.SaveAsync(EveryOperation.Fill(1, odometer + 200))).ValueOrThrow());
        foreach (var fill in (await fuel.ListAsync(new TableQuery { Order = [new SortedColumn("odometer_miles", true)], Take = 3 })).Rows)
        {
            (await book.Deleting.DeleteAsync(Deletion.Of(RecordKind.FuelFill, fill.Id))).ValueOrThrow();
        }

        return counts;
    }

    private static async Task GrowAsync(EverydayWorld world)
    {
        await using var context = world.Database.CreateContext();
        const string Numbers = "WITH RECURSIVE digits AS (SELECT 0 AS d UNION ALL SELECT d + 1 FROM digits WHERE d < 9), numbers AS (SELECT a.d + 10 * b.d + 100 * c.d + 1000 * e.d + 10000 * f.d AS n FROM digits a, digits b, digits c, digits e, digits f)";
        var scale = world.Database.Engine == DatabaseEngine.Sqlite ? 10_000 : 1;
        var date = world.Database.Engine == DatabaseEngine.Sqlite ? "date('1990-01-01', '+' || (n / 2) || ' days')" : "DATE_ADD('1990-01-01', INTERVAL (n DIV 2) DAY)";
        var text = string.Create(
            CultureInfo.InvariantCulture,
            $"INSERT INTO fuellog (date, vehicle_id, odometer_miles, reported_miles, calculated_miles, level_before, level_after, fill_location, cost_per_gallon, total_cost, gallons, reported_mpg, calculated_mpg, notes) {Numbers} SELECT {date}, 1 + n % 2, 1 + n, 1, 2, 10, 90, 'Shell', {2 * scale}, {20 * scale}, {10 * scale}, {25 * scale}, {scale}, '' FROM numbers WHERE n < {Many + 2}");
        await context.Database.ExecuteSqlRawAsync(text);
    }
}
