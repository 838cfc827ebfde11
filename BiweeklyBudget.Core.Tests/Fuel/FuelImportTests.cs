using System.Globalization;
using System.Text;
using BiweeklyBudget.Core.Fuel;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Tests.Changes;
using BiweeklyBudget.TestSupport;

namespace BiweeklyBudget.Core.Tests.Fuel;

/// <summary>Fills come in from CSV files: nothing before it is confirmed, nothing twice, mistakes by line.</summary>
public sealed class FuelImportTests
{
    private const string Heading = "Date,Vehicle,Odometer,Location,Total cost,Volume\n";

    [Theory]
    [OnBothEngines]
    public async Task A_file_is_imported_once_with_its_neighbours_figures_and_can_be_taken_back(DatabaseEngine engine)
    {
        await using var world = await FuelWorld.CreateAsync(engine);
        await world.FillAsync(1, 1300);
        var file = new StringBuilder("date;vehicle;odometer_miles;reported_miles;level_before;level_after;fill_location;cost_per_gallon;total_cost;gallons;reported_mpg;notes\r\n");
        for (var i = 0; i < 12; i++)
        {
            file.Append(CultureInfo.InvariantCulture, $"2017-07-{i + 1:00};car;{1000 + (i * 20)};20;10;90;\"Shell; \"\"A1\"\"\";2,459;24,59;10;24,5;note {i}\r\n");
        }

        var before = await world.World.ReadAsync(TableImages.TakeAsync);
        var preview = await world.Book.Fuel.PreviewAsync(file.ToString());
        Assert.Equal((null, 12, 0, 0), (preview.Mistake, preview.Count(FuelImportState.New), preview.Count(FuelImportState.Known), preview.Count(FuelImportState.Wrong)));
        Assert.Empty(TableImages.Difference(before, await world.World.ReadAsync(TableImages.TakeAsync)));

        Assert.Equal(new ImportedFuelFills(12, 0, 0), (await world.Book.Fuel.ImportAsync(file.ToString())).ValueOrThrow());
        Assert.Equal([(1000, null, null), (1020, 20, 2m)], (await world.FiguresAsync(1)).Take(2));
        Assert.Equal((1300, 80, 8m), (await world.FiguresAsync(1))[^1]);
        var fill = (await world.Book.Fuel.FindAsync(2))!;
        Assert.Equal(("Shell; \"A1\"", 2.459m, 24.59m, 24.5m, "note 0"), (fill.Location, fill.Price, fill.TotalCost, fill.ReportedEconomy, fill.Notes));

        Assert.Equal(new ImportedFuelFills(0, 12, 0), (await world.Book.Fuel.ImportAsync(file.ToString())).ValueOrThrow());
        Assert.Equal(13, (await world.FiguresAsync(1)).Count);
        await world.UndoAsync(await world.LastChangeAsync());
        Assert.Empty(TableImages.Difference(before, await world.World.ReadAsync(TableImages.TakeAsync)));
    }

    [Theory]
    [OnBothEngines]
    public async Task Each_line_says_what_is_wrong_with_it_and_the_others_are_imported(DatabaseEngine engine)
    {
        await using var world = await FuelWorld.CreateAsync(engine);
        await world.FillAsync(1, 1000);
        var file = Heading
            + "2017-07-01,Car,900,Shell,20,9\n"
            + "2017-02-30,Bus,x,,zero,\n"
            + "\n"
            + "2017-07-02,Car,1000,Shell,20,9\n"
            + "2017-07-25,Car,1000,Shell,20,9\n"
            + "2017-07-01,Car,900,Shell,20,9\n"
            + "2017-07-03,Car,900,Shell,20,9\n"
            + "1817-07-03,Car,901,Shell,0,-1\n";

        var lines = (await world.Book.Fuel.PreviewAsync(file)).Lines;
        Assert.Equal(
            [
                (2, FuelImportState.New, ""),
                (3, FuelImportState.Wrong, "Vehicle: There is no vehicle \"Bus\"|Date: \"2017-02-30\" is not valid (YYYY-MM-DD)|Odometer: \"x\" is not a whole number|Total cost: \"zero\" is not a number|Volume: Cannot be empty|Location: Cannot be empty"),
                (5, FuelImportState.Wrong, "Odometer: Another fill of this vehicle has the same reading"),
                (6, FuelImportState.Known, ""),
                (7, FuelImportState.Known, ""),
                (8, FuelImportState.Wrong, "Odometer: Another fill of this vehicle has the same reading"),
                (9, FuelImportState.Wrong, "Total cost: Total Cost cannot be zero|Volume: Must be greater than zero|Date: Dates must lie between 1900-01-01 and 2200-12-31"),
            ],
            lines.Select(line => (line.Number, line.State, string.Join('|', line.Mistakes))));
        Assert.Equal(new ImportedFuelFills(1, 2, 4), (await world.Book.Fuel.ImportAsync(file)).ValueOrThrow());
        Assert.Equal([(900, null, null), (1000, 100, 10m)], await world.FiguresAsync(1));
    }

    [Theory]
    [InlineData("", "The file is empty.")]
    [InlineData("\r\n\r\n", "The file is empty.")]
    [InlineData("Date,Vehicle\n2017-07-01,Car\n", "The first line must name the columns; missing: Odometer, Location, Total cost, Volume.")]
    [InlineData("Date,Vehicle,Odometer,Location,Total cost,Volume,Gallons\n", "The heading has the column \"Volume\" twice.")]
    [InlineData(Heading, "The file has a heading and no fills.")]
    [InlineData(Heading + "2017-07-01,Car,900,Shell,20,9\n2017-07-02,Car,950,\"Shell,20,9\n2017-07-03,Car,990,Shell,20,9\n", "The quotation mark in line 3 is never closed.")]
    public async Task What_is_no_file_of_fills_is_refused(string file, string message)
    {
        await using var world = await FuelWorld.CreateAsync(DatabaseEngine.Sqlite);
        Assert.Equal(message, (await world.Book.Fuel.PreviewAsync(file)).Mistake);
        Assert.Equal(message, Assert.IsType<Outcome<ImportedFuelFills>.Refused>(await world.Book.Fuel.ImportAsync(file)).Reason.Message);
    }

    [Fact]
    public async Task A_file_has_at_most_5_000_fills()
    {
        await using var world = await FuelWorld.CreateAsync(DatabaseEngine.Sqlite);
        var file = Heading + string.Concat(Enumerable.Range(1, 5_001).Select(i => string.Create(CultureInfo.InvariantCulture, $"2017-07-01,Car,{i},Shell,20,9\n")));
        Assert.Equal("The file has more than 5,000 fills; please divide it.", (await world.Book.Fuel.PreviewAsync(file)).Mistake);
        var preview = await world.Book.Fuel.PreviewAsync(file[..(file.LastIndexOf("2017", StringComparison.Ordinal))]);
        Assert.Equal(5_000, preview.Count(FuelImportState.New));
    }

    [Theory]
    [OnBothEngines]
    public async Task A_preview_takes_as_many_statements_for_a_thousand_lines_as_for_one(DatabaseEngine engine)
    {
        await using var world = await FuelWorld.CreateAsync(engine);
        var counter = new StatementCounter();
        await using var context = world.World.Database.CreateContext(counter.Attach);
        await using var book = Forms.FormOperations.Book(context);
        var one = await counter.CountAsync(() => book.Fuel.PreviewAsync(Heading + "2017-07-01,Car,1,Shell,20,9\n"));
        var many = await counter.CountAsync(() => book.Fuel.PreviewAsync(Heading + string.Concat(Enumerable.Range(1, 1_000).Select(i => string.Create(CultureInfo.InvariantCulture, $"2017-07-01,{(i % 2 == 0 ? "Car" : "Van")},{i},Shell,20,9\n")))));
        Assert.InRange(many, 1, one);
    }
}
