using BiweeklyBudget.Core.Changes;
using BiweeklyBudget.Core.Deleting;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Tests.Changes;

namespace BiweeklyBudget.Core.Tests.Fuel;

/// <summary>What is taken back brings the figures of its neighbours with it, and they stand in nobody's way.</summary>
public sealed class FuelUndoTests
{
    [Theory]
    [OnBothEngines]
    public async Task An_undo_brings_back_the_figures_of_the_neighbours(DatabaseEngine engine)
    {
        await using var world = await FuelWorld.CreateAsync(engine);
        await world.FillAsync(1, 1000);
        var second = await world.FillAsync(1, 1100);
        await world.FillAsync(1, 1300);
        var before = await world.FiguresAsync(1);

        (await world.Book.Deleting.DeleteAsync(Deletion.Of(RecordKind.FuelFill, second))).ValueOrThrow();
        await world.UndoAsync(await world.LastChangeAsync());
        Assert.Equal(before, await world.FiguresAsync(1));

        (await world.Book.Fuel.SaveAsync((await world.Book.Fuel.FindAsync(second))!.ToChange() with { Odometer = 1500 })).ValueOrThrow();
        await world.UndoAsync(await world.LastChangeAsync());
        Assert.Equal(before, await world.FiguresAsync(1));
    }

    [Theory]
    [OnBothEngines]
    public async Task A_fill_can_be_taken_back_although_neighbours_came_later(DatabaseEngine engine)
    {
        await using var world = await FuelWorld.CreateAsync(engine);
        await world.FillAsync(1, 1000);
        var adding = await world.LastChangeAsync();
        await world.FillAsync(1, 1300);
        var addingLast = await world.LastChangeAsync();
        await world.FillAsync(1, 1200);

        // The last one's figures were changed when the one between them came; that is no reason to keep it.
        await world.UndoAsync(addingLast);
        Assert.Equal([(1000, null, null), (1200, 200, 20m)], await world.FiguresAsync(1));
        await world.UndoAsync(adding);
        Assert.Equal([(1200, null, null)], await world.FiguresAsync(1));
        await world.UndoAsync(await world.LastChangeAsync());
        Assert.Equal([(1000, null, null), (1200, 200, 20m)], await world.FiguresAsync(1));
    }

    [Theory]
    [OnBothEngines]
    public async Task A_fill_that_was_corrected_since_and_a_reading_that_was_taken_are_refused(DatabaseEngine engine)
    {
        await using var world = await FuelWorld.CreateAsync(engine);
        var fill = await world.FillAsync(1, 1000);
        var adding = await world.LastChangeAsync();
        (await world.Book.Fuel.SaveAsync((await world.Book.Fuel.FindAsync(fill))!.ToChange() with { Notes = "corrected" })).ValueOrThrow();
        Assert.Equal(ProblemCode.Outdated, Assert.IsType<Outcome<long>.Refused>(await world.Book.Changes.UndoAsync(adding)).Reason.Code);

        (await world.Book.Deleting.DeleteAsync(Deletion.Of(RecordKind.FuelFill, fill))).ValueOrThrow();
        var deletion = await world.LastChangeAsync();
        await world.FillAsync(1, 1000);
        Assert.Equal("Another fill was entered at the reading 1000 meanwhile; nothing was changed.", Assert.IsType<Outcome<long>.Refused>(await world.Book.Changes.UndoAsync(deletion)).Reason.Message);
    }

    [Theory]
    [OnBothEngines]
    public async Task A_fill_with_its_transaction_goes_and_comes_again_as_one(DatabaseEngine engine)
    {
        await using var world = await FuelWorld.CreateAsync(engine);
        var before = await world.World.ReadAsync(TableImages.TakeAsync);
        (await world.Book.Fuel.SaveAsync(EveryOperation.Fill(1, 1000) with { Payment = new Core.Fuel.FuelPayment(1, 4) })).ValueOrThrow();
        var after = await world.World.ReadAsync(TableImages.TakeAsync);

        await world.UndoAsync(await world.LastChangeAsync());
        Assert.Empty(TableImages.Difference(before, await world.World.ReadAsync(TableImages.TakeAsync)));
        await world.UndoAsync(await world.LastChangeAsync());
        Assert.Empty(TableImages.Difference(after, await world.World.ReadAsync(TableImages.TakeAsync)));
    }
}
