using BiweeklyBudget.Core.Changes;
using BiweeklyBudget.Core.Deleting;
using BiweeklyBudget.Core.Fuel;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Tests.Changes;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Tests.Fuel;

/// <summary>Fills are entered, corrected and deleted, and the figures of their neighbours with them (spec/fuel.md, defects 4 to 6).</summary>
public sealed class SaveFuelFillTests
{
    [Theory]
    [OnBothEngines]
    public async Task A_late_entry_renews_the_next_higher_reading(DatabaseEngine engine)
    {
        await using var world = await FuelWorld.CreateAsync(engine);
        await world.FillAsync(1, 1000);
        await world.FillAsync(1, 1300);
        await world.FillAsync(2, 1250);
        await world.FillAsync(1, 1200);

        Assert.Equal([(1000, null, null), (1200, 200, 20m), (1300, 100, 10m)], await world.FiguresAsync(1));
        Assert.Equal([(1250, null, null)], await world.FiguresAsync(2));
    }

    [Theory]
    [OnBothEngines]
    public async Task A_corrected_reading_or_vehicle_renews_the_fills_at_both_places(DatabaseEngine engine)
    {
        await using var world = await FuelWorld.CreateAsync(engine);
        await world.FillAsync(1, 1000);
        var moved = await world.FillAsync(1, 1100);
        await world.FillAsync(1, 1300);
        await world.FillAsync(2, 500);
        await world.FillAsync(2, 2000);

        var change = (await world.Book.Fuel.FindAsync(moved))!.ToChange();
        (await world.Book.Fuel.SaveAsync(change with { Odometer = 1400 })).ValueOrThrow();
        Assert.Equal([(1000, null, null), (1300, 300, 30m), (1400, 100, 10m)], await world.FiguresAsync(1));

        var saved = (await world.Book.Fuel.SaveAsync(change with { VehicleId = 2, Odometer = 1400, Volume = 3m })).ValueOrThrow();
        Assert.Equal(new SavedFuelFill(moved, 300m, null), saved);
        Assert.Equal([(1000, null, null), (1300, 300, 30m)], await world.FiguresAsync(1));
        Assert.Equal([(500, null, null), (1400, 900, 300m), (2000, 600, 60m)], await world.FiguresAsync(2));
    }

    [Theory]
    [OnBothEngines]
    public async Task A_deleted_fill_leaves_its_place_to_the_one_before(DatabaseEngine engine)
    {
        await using var world = await FuelWorld.CreateAsync(engine);
        var first = await world.FillAsync(1, 1000);
        var second = await world.FillAsync(1, 1100);
        await world.FillAsync(1, 1333);

        (await world.Book.Deleting.DeleteAsync(Deletion.Of(RecordKind.FuelFill, second))).ValueOrThrow();
        Assert.Equal([(1000, null, null), (1333, 333, 33.3m)], await world.FiguresAsync(1));
        (await world.Book.Deleting.DeleteAsync(Deletion.Of(RecordKind.FuelFill, first))).ValueOrThrow();
        Assert.Equal([(1333, null, null)], await world.FiguresAsync(1));
        Assert.Equal("This fuel fill is not there any more.", Assert.IsType<Outcome<int>.Refused>(await world.Book.Deleting.DeleteAsync(Deletion.Of(RecordKind.FuelFill, first))).Reason.Message);
    }

    [Theory]
    [OnBothEngines]
    public async Task What_is_read_back_saves_unchanged(DatabaseEngine engine)
    {
        await using var world = await FuelWorld.CreateAsync(engine);
        await world.FillAsync(1, 1000);
        var id = await world.FillAsync(1, 1100);
        var before = await world.World.ReadAsync(TableImages.TakeAsync);

        (await world.Book.Fuel.SaveAsync((await world.Book.Fuel.FindAsync(id))!.ToChange())).ValueOrThrow();
        (await world.Book.Fuel.SaveAsync((await world.Book.Fuel.FindVehicleAsync(1))!.ToChange())).ValueOrThrow();
        Assert.Empty(TableImages.Difference(before, await world.World.ReadAsync(TableImages.TakeAsync)));
    }

    [Theory]
    [OnBothEngines]
    public async Task A_payment_is_a_transaction_of_the_total_cost_that_moves_a_standing_budget(DatabaseEngine engine)
    {
        await using var world = await FuelWorld.CreateAsync(engine);
        var saved = (await world.Book.Fuel.SaveAsync(EveryOperation.Fill(1, 1000) with { Location = " Corner ", Notes = " full ", Payment = new FuelPayment(2, 3) })).ValueOrThrow();

        var transaction = await world.World.TransactionAsync(saved.TransactionId!.Value);
        Assert.Equal((EveryOperation.Day, "Corner - FuelFill #1 (Car)", "full", 2, null, null), (transaction.Date, transaction.Description, transaction.Notes, transaction.AccountId, transaction.BudgetedAmount, transaction.ScheduledTransactionId));
        Assert.Equal([(3, 24.59m)], transaction.Splits.Select(split => (split.BudgetId!.Value, split.Amount)));
        Assert.Equal(1617.56m - 24.59m, await world.World.BalanceAsync(3));
    }

    [Theory]
    [OnBothEngines]
    public async Task A_payment_that_cannot_be_made_leaves_no_fill(DatabaseEngine engine)
    {
        await using var world = await FuelWorld.CreateAsync(engine);
        foreach (var (payment, property, message) in new[]
        {
            (new FuelPayment(99, 3), "Payment.AccountId", "Account ID 99 is invalid."),
            (new FuelPayment(1, 99), "Payment.BudgetId", "Budget ID 99 is invalid."),
            (new FuelPayment(1, 5), "Payment.BudgetId", "New transactions cannot use an inactive budget (Old)."),
        })
        {
            var problem = Assert.Single(FuelWorld.ProblemsOf(await world.Book.Fuel.SaveAsync(EveryOperation.Fill(1, 1000) with { Payment = payment })));
            Assert.Equal((property, message), (problem.Property, problem.Message));
        }

        Assert.Equal((0, 0), await world.World.ReadAsync(async context => (await context.FuelFills.CountAsync(), await context.Transactions.CountAsync())));
    }

    [Theory]
    [OnBothEngines]
    public async Task A_long_place_gives_way_to_what_says_which_fill_it_was(DatabaseEngine engine)
    {
        await using var world = await FuelWorld.CreateAsync(engine);
        var place = new string('ü', 254);
        var saved = (await world.Book.Fuel.SaveAsync(EveryOperation.Fill(1, 1000) with { Location = place, Payment = new FuelPayment(1, 1) })).ValueOrThrow();
        Assert.Equal(new string('ü', 254 - " - FuelFill #1 (Car)".Length) + " - FuelFill #1 (Car)", (await world.World.TransactionAsync(saved.TransactionId!.Value)).Description);
        Assert.Equal(place, (await world.Book.Fuel.FindAsync(1))!.Location);
    }

    [Theory]
    [OnBothEngines]
    public async Task A_reading_belongs_to_one_fill_of_a_vehicle(DatabaseEngine engine)
    {
        await using var world = await FuelWorld.CreateAsync(engine);
        var first = await world.FillAsync(1, 1000);
        await world.FillAsync(2, 1000);
        var problem = Assert.Single(FuelWorld.ProblemsOf(await world.Book.Fuel.SaveAsync(EveryOperation.Fill(1, 1000))));
        Assert.Equal((nameof(FuelFillChange.Odometer), ProblemCode.Taken), (problem.Property, problem.Code));
        (await world.Book.Fuel.SaveAsync((await world.Book.Fuel.FindAsync(first))!.ToChange() with { Notes = "the same" })).ValueOrThrow();
    }

    [Theory]
    [OnBothEngines]
    public async Task A_figure_that_no_column_holds_stays_unknown(DatabaseEngine engine)
    {
        await using var world = await FuelWorld.CreateAsync(engine);
        await world.FillAsync(1, 0);
        await world.FillAsync(1, 32_767);
        (await world.Book.Fuel.SaveAsync(EveryOperation.Fill(1, int.MaxValue))).ValueOrThrow();
        (await world.Book.Fuel.SaveAsync(EveryOperation.Fill(1, 32_868) with { Volume = 0.0001m })).ValueOrThrow();
        Assert.Equal([(0, null, null), (32_767, 32_767, 3276.7m), (32_868, 101, null), (int.MaxValue, null, null)], await world.FiguresAsync(1));
    }

    [Fact]
    public async Task Figures_out_of_range_are_said_by_their_property()
    {
        await using var world = await FuelWorld.CreateAsync(DatabaseEngine.Sqlite);
        var fill = EveryOperation.Fill(99, -1) with
        {
            ReportedDistance = 32_768,
            LevelBefore = -1,
            LevelAfter = 101,
            Location = " ",
            Price = 0m,
            TotalCost = 0m,
            Volume = 0.00004m,
            ReportedEconomy = 1_000_000m,
            Notes = new string('n', 255),
        };

        Assert.Equal(
            [
                "Odometer: Must be from 0 to 2,147,483,647", "ReportedDistance: Must be from 0 to 32,767", "LevelBefore: Must be from 0 to 100", "LevelAfter: Must be from 0 to 100", "Location: Cannot be empty",
                "Price: Must be greater than zero", "TotalCost: Total Cost cannot be zero", "Volume: Must be greater than zero", "ReportedEconomy: Must be at most 999,999.9999", "Notes: Cannot be longer than 254 characters",
                "VehicleId: Invalid Vehicle ID 99",
            ],
            FuelWorld.ProblemsOf(await world.Book.Fuel.SaveAsync(fill)).Select(problem => $"{problem.Property}: {problem.Message}"));
        Assert.Equal("Error: no FuelFill with ID 7", Assert.IsType<Outcome<SavedFuelFill>.Refused>(await world.Book.Fuel.SaveAsync(EveryOperation.Fill(1, 1) with { Id = 7 })).Reason.Message);
    }
}
