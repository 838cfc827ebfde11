using BiweeklyBudget.Core.Changes;
using BiweeklyBudget.Core.Deleting;
using BiweeklyBudget.Core.Fuel;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Tests.Changes;

namespace BiweeklyBudget.Core.Tests.Fuel;

/// <summary>Random entries, corrections, deletions, imports and undos of fills, against a model that works every figure out from nothing.</summary>
public sealed class RandomFuelTests
{
    private const int Steps = 120;

    [Theory]
    [OnBothEngines]
    public async Task Whatever_is_done_the_figures_are_those_of_the_readings_and_everything_can_be_taken_back(DatabaseEngine engine)
    {
        await using var world = await FuelWorld.CreateAsync(engine);
        var random = new Random(20170728);
        var start = await world.World.ReadAsync(TableImages.TakeAsync);
        var states = new List<(long Change, SortedDictionary<string, string> Before)>();
        var model = new Dictionary<int, (int Vehicle, int Odometer, decimal Volume)>();
        for (var step = 0; step < Steps; step++)
        {
            var before = await world.World.ReadAsync(TableImages.TakeAsync);
            var last = await world.LastChangeAsync();
            await StepAsync(world.Book, random, model);
            await CheckAsync(world, model, step);
            if (await world.LastChangeAsync() is var change && change > last)
            {
                states.Add((change, before));
            }

            // Now and then the latest step is taken back and done again.
            if (step % 5 == 0 && states.Count > 0)
            {
                var done = await world.World.ReadAsync(TableImages.TakeAsync);
                var undo = (await world.Book.Changes.UndoAsync(states[^1].Change)).ValueOrThrow();
                Assert.Empty(TableImages.Difference(states[^1].Before, await world.World.ReadAsync(TableImages.TakeAsync)));
                var redo = (await world.Book.Changes.UndoAsync(undo)).ValueOrThrow();
                Assert.Empty(TableImages.Difference(done, await world.World.ReadAsync(TableImages.TakeAsync)));
                states[^1] = (redo, states[^1].Before);
            }
        }

        for (var index = states.Count - 1; index >= 0; index--)
        {
            (await world.Book.Changes.UndoAsync(states[index].Change)).ValueOrThrow();
            Assert.Empty(TableImages.Difference(states[index].Before, await world.World.ReadAsync(TableImages.TakeAsync)));
        }

        Assert.Empty(TableImages.Difference(start, await world.World.ReadAsync(TableImages.TakeAsync)));
    }

    private static async Task StepAsync(BudgetBook book, Random random, Dictionary<int, (int Vehicle, int Odometer, decimal Volume)> model)
    {
        var (vehicle, odometer, volume) = (random.Next(1, 3), random.Next(0, 40) * 100, random.Next(1, 200_000) / 10_000m);
        var isTaken = model.Values.Any(fill => fill.Vehicle == vehicle && fill.Odometer == odometer);
        var chosen = model.Count == 0 ? 0 : model.Keys.ElementAt(random.Next(model.Count));
        switch (random.Next(10))
        {
            case < 5 or _ when model.Count == 0:
                var outcome = await book.Fuel.SaveAsync(EveryOperation.Fill(vehicle, odometer) with { Volume = volume, Payment = random.Next(3) == 0 ? new FuelPayment(1, 3) : null });
                Assert.Equal(!isTaken, outcome.IsSaved);
                if (!isTaken)
                {
                    model.Add(outcome.ValueOrThrow().Id, (vehicle, odometer, volume));
                }

                break;
            case < 8:
                var stays = model[chosen].Vehicle == vehicle && model[chosen].Odometer == odometer;
                var saved = await book.Fuel.SaveAsync((await book.Fuel.FindAsync(chosen))!.ToChange() with { VehicleId = vehicle, Odometer = odometer, Volume = volume });
                Assert.Equal(!isTaken || stays, saved.IsSaved);
                if (saved.IsSaved)
                {
                    model[chosen] = (vehicle, odometer, volume);
                }

                break;
            default:
                (await book.Deleting.DeleteAsync(Deletion.Of(RecordKind.FuelFill, chosen))).ValueOrThrow();
                model.Remove(chosen);
                break;
        }
    }

    private static async Task CheckAsync(FuelWorld world, Dictionary<int, (int Vehicle, int Odometer, decimal Volume)> model, int step)
    {
        foreach (var vehicle in new[] { 1, 2 })
        {
            var expected = new List<(int, int?, decimal?)>();
            int? before = null;
            foreach (var (_, odometer, volume) in model.Values.Where(fill => fill.Vehicle == vehicle).OrderBy(fill => fill.Odometer))
            {
                var distance = odometer - before;
                expected.Add((odometer, distance, distance is { } way ? decimal.Floor(way / volume * 1000m) / 1000m : null));
                before = odometer;
            }

            Assert.True(expected.SequenceEqual(await world.FiguresAsync(vehicle)), $"step {step}, vehicle {vehicle}: {string.Join(' ', expected)} but {string.Join(' ', await world.FiguresAsync(vehicle))}");
        }
    }
}
