using BiweeklyBudget.Core.Fuel;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Tests.Changes;
using BiweeklyBudget.Core.Tests.Forms;

namespace BiweeklyBudget.Core.Tests.Fuel;

/// <summary>An everyday world with two vehicles, 1 Car and 2 Van.</summary>
internal sealed class FuelWorld : IAsyncDisposable
{
    private FuelWorld(EverydayWorld world)
    {
        World = world;
        Book = world.OpenBook();
    }

    public EverydayWorld World { get; }

    public BudgetBook Book { get; }

    public static async Task<FuelWorld> CreateAsync(DatabaseEngine engine)
    {
        var world = new FuelWorld(await EverydayWorld.CreateAsync(engine));
        (await world.Book.Fuel.SaveAsync(new VehicleChange { Name = "Car" })).ValueOrThrow();
        (await world.Book.Fuel.SaveAsync(new VehicleChange { Name = "Van" })).ValueOrThrow();
        return world;
    }

    /// <summary>Saves a fill of ten units of volume.</summary>
    /// <returns>Its id.</returns>
    public async Task<int> FillAsync(int vehicle, int odometer) => (await Book.Fuel.SaveAsync(EveryOperation.Fill(vehicle, odometer))).ValueOrThrow().Id;

    /// <summary>Number of the latest change.</summary>
    public Task<long> LastChangeAsync() => World.ReadAsync(context => Task.FromResult(context.Changes.Max(change => change.Id)));

    public async Task UndoAsync(long change) => (await Book.Changes.UndoAsync(change)).ValueOrThrow();

    /// <summary>Distance and economy of each fill of a vehicle, by odometer.</summary>
    public async Task<IReadOnlyList<(int Odometer, int? Distance, decimal? Economy)>> FiguresAsync(int vehicle) =>
    [
        .. (await Book.Fuel.ListAsync(new Core.Tables.TableQuery(), vehicle)).Rows.OrderBy(fill => fill.Odometer).Select(fill => (fill.Odometer!.Value, fill.Distance, fill.Economy)),
    ];

    public static IReadOnlyList<Problem> ProblemsOf<T>(Outcome<T> outcome) => Assert.IsType<Outcome<T>.Invalid>(outcome).Problems;

    public async ValueTask DisposeAsync()
    {
        await Book.DisposeAsync();
        await World.DisposeAsync();
    }
}
