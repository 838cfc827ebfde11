using BiweeklyBudget.Core.Changes;
using BiweeklyBudget.Core.Deleting;
using BiweeklyBudget.Core.Fuel;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Rows;
using BiweeklyBudget.Core.Tables;
using BiweeklyBudget.Core.Tests.Changes;
using BiweeklyBudget.Core.Tests.Forms;

namespace BiweeklyBudget.Core.Tests.Fuel;

/// <summary>Vehicles are added, changed and deleted (spec/fuel.md §5, defect 10).</summary>
public sealed class VehicleTests
{
    [Theory]
    [OnBothEngines]
    public async Task A_name_is_one_vehicles_whatever_blanks_and_case_it_is_written_in(DatabaseEngine engine)
    {
        await using var world = await FuelWorld.CreateAsync(engine);
        Assert.Equal("Name must be unique", Assert.Single(FuelWorld.ProblemsOf(await world.Book.Fuel.SaveAsync(new VehicleChange { Name = " cAR " }))).Message);
        Assert.Equal("Name cannot be empty", Assert.Single(FuelWorld.ProblemsOf(await world.Book.Fuel.SaveAsync(new VehicleChange { Name = " " }))).Message);
        (await world.Book.Fuel.SaveAsync(new VehicleChange { Id = 1, Name = " CAR ", IsActive = false })).ValueOrThrow();
        Assert.Equal(new VehicleDetails { Id = 1, Name = "CAR", IsActive = false }, await world.Book.Fuel.FindVehicleAsync(1));
        Assert.Equal("Error: no Vehicle with ID 9", Assert.IsType<Outcome<int>.Refused>(await world.Book.Fuel.SaveAsync(new VehicleChange { Id = 9, Name = "Bus" })).Reason.Message);
    }

    [Theory]
    [OnBothEngines]
    public async Task Of_two_first_vehicles_of_one_name_at_once_one_is_saved(DatabaseEngine engine)
    {
        await using var world = await EverydayWorld.CreateAsync(engine);
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
        {
            await using var book = world.OpenBook();
            return await book.Fuel.SaveAsync(new VehicleChange { Name = "Car" });
        }));

        Assert.Equal(1, outcomes.Count(outcome => outcome.IsSaved));
    }

    [Theory]
    [OnBothEngines]
    public async Task A_vehicle_is_deleted_only_without_fills_and_comes_back_by_undo(DatabaseEngine engine)
    {
        await using var world = await FuelWorld.CreateAsync(engine);
        var fill = await world.FillAsync(1, 1000);
        var refused = Assert.IsType<Outcome<int>.Refused>(await world.Book.Deleting.DeleteAsync(Deletion.Of(RecordKind.Vehicle, 1))).Reason;
        Assert.Equal((ProblemCode.InUse, "\"Car\" cannot be deleted: 1 fuel fill belongs to it."), (refused.Code, refused.Message));

        (await world.Book.Deleting.DeleteAsync(Deletion.Of(RecordKind.FuelFill, fill))).ValueOrThrow();
        (await world.Book.Deleting.DeleteAsync(Deletion.Of(RecordKind.Vehicle, 1))).ValueOrThrow();
        Assert.Equal([2], (await world.Book.Fuel.ListVehiclesAsync()).Select(vehicle => vehicle.Id));
        await world.UndoAsync(await world.LastChangeAsync());
        Assert.Equal(["Car", "Van"], (await world.Book.Fuel.ListVehiclesAsync()).Select(vehicle => vehicle.Name));
    }

    [Theory]
    [OnBothEngines]
    public async Task An_undo_does_not_make_two_vehicles_of_one_name(DatabaseEngine engine)
    {
        await using var world = await FuelWorld.CreateAsync(engine);
        (await world.Book.Deleting.DeleteAsync(Deletion.Of(RecordKind.Vehicle, 1))).ValueOrThrow();
        var deletion = await world.LastChangeAsync();
        (await world.Book.Fuel.SaveAsync(new VehicleChange { Name = "car" })).ValueOrThrow();

        Assert.Equal("The name Car was given to another vehicle meanwhile; nothing was changed.", Assert.IsType<Outcome<long>.Refused>(await world.Book.Changes.UndoAsync(deletion)).Reason.Message);
    }

    [Theory]
    [OnBothEngines]
    public async Task The_log_shows_vehicles_in_use_and_finds_in_notes_or_location(DatabaseEngine engine)
    {
        await using var world = await FuelWorld.CreateAsync(engine);
        await world.FillAsync(1, 1000);
        (await world.Book.Fuel.SaveAsync(EveryOperation.Fill(1, 1100) with { Location = "Corner", Notes = "100% full" })).ValueOrThrow();
        await world.FillAsync(2, 5);
        (await world.Book.Fuel.SaveAsync(new VehicleChange { Id = 2, Name = "Van", IsActive = false })).ValueOrThrow();

        Assert.Equal((2, 2), await CountAsync(""));
        Assert.Equal((2, 1), await CountAsync("sHELL"));
        Assert.Equal((2, 1), await CountAsync("100%"));
        Assert.Equal((2, 2), await CountAsync("xy"));
        Assert.Equal((2, 0), await CountAsync("", vehicle: 2));
        Assert.Equal(5, (await world.Book.Fuel.FindAsync(3))!.Odometer);
        Assert.Equal(["Car"], (await world.Book.Fuel.EconomyAsync()).Names);
        Assert.Equal(3, (await world.Book.Fuel.PricesAsync()).Points.Count);

        async Task<(int, int)> CountAsync(string search, int? vehicle = null)
        {
            var page = await world.Book.Fuel.ListAsync(new TableQuery { Search = search }, vehicle);
            return (page.Total, page.Filtered);
        }
    }

    [Theory]
    [OnBothEngines]
    public async Task Vehicles_that_another_program_gave_one_name_have_a_line_each(DatabaseEngine engine)
    {
        await using var world = await FuelWorld.CreateAsync(engine);
        await world.World.ChangeAsync(context =>
        {
            context.Vehicles.Add(new Vehicle { Name = "Car " });
            return Task.CompletedTask;
        });

        Assert.Equal(["Car (1)", "Car (3)", "Van"], (await world.Book.Fuel.EconomyAsync()).Names);
    }
}
