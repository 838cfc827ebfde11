using System.Globalization;
using System.Text.Json;
using BiweeklyBudget.Core.Fuel;
using BiweeklyBudget.Core.Money;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Tests.Forms;
using BiweeklyBudget.Hosting.Features.Fuel;
using BiweeklyBudget.TestSupport;

namespace BiweeklyBudget.Core.Tests.Fuel;

/// <summary>The cases of <c>fuel.json</c>.</summary>
[Trait("Category", "Vectors")]
public sealed class FuelVectorTests(WorldDatabases databases) : IClassFixture<WorldDatabases>
{
    private const string Area = "fuel";

    /// <summary>The figures of each fill when it was saved: upstream leaves them as they were then, we renew them when a neighbour comes.</summary>
    [Theory]
    [VectorsOnBothEngines(Area, "fill_sequence")]
    public async Task Distance_and_economy_of_fills_in_their_order(VectorCase vector, DatabaseEngine engine)
    {
        var database = await databases.WithAsync(engine, vector.Input);
        await using var book = FormOperations.Book(database.CreateContext());
        var used = new HashSet<(int?, int?)>();
        foreach (var (fill, expected) in new VectorRow(vector.Input).List("fills").Zip(vector.Expected.EnumerateArray().ToList()))
        {
            var (vehicle, odometer) = (fill.Number("vehicle_id")!.Value, fill.Number("odometer_miles")!.Value);
            var outcome = await book.Fuel.SaveAsync(new FuelFillChange { VehicleId = vehicle, Date = fill.Date("date")!.Value, Odometer = odometer, Location = "Shell", TotalCost = 1m, Volume = fill.Money("gallons")!.Value });
            if (!used.Add((vehicle, odometer)))
            {
                KnownDifferences.Rule(Area, "equal-readings-refused");
                Assert.IsType<Outcome<SavedFuelFill>.Invalid>(outcome);
                continue;
            }

            var saved = await book.Fuel.FindAsync(outcome.ValueOrThrow().Id);
            Assert.Equal((Number(expected, "calculated_miles"), Decimal(expected, "calculated_mpg")), (saved!.Distance, saved.Economy));
            Assert.Equal(saved.Economy, outcome.ValueOrThrow().Economy);
        }
    }

    [Theory]
    [Vectors(Area, "gallons_shown")]
    public void Volumes_are_cut_to_three_decimals(VectorCase vector) =>
        Assert.Equal(vector.Expected.GetProperty("shown").GetString(), FuelText.Volume(new VectorRow(vector.Input).Money("gallons"), new MoneyFormat("en_US", "USD").Notation));

    [Theory]
    [VectorsOnBothEngines(Area, "price_chart")]
    public async Task The_chart_of_prices(VectorCase vector, DatabaseEngine engine)
    {
        var database = await databases.WithAsync(engine, vector.Input);
        await using var book = FormOperations.Book(database.CreateContext());
        var chart = await book.Fuel.PricesAsync();
        Assert.Equal(["price"], chart.Names);
        Assert.Equal(vector.Expected.GetProperty("data").EnumerateArray().Select(point => (point.GetProperty("date").GetString(), (decimal?)point.GetProperty("price").GetDecimal())), chart.Points.Select(point => ((string?)Day(point.Date), point.Values[0])));
    }

    /// <summary>Upstream drops the first day (spec/fuel.md, defect 10): it is checked against the world, all others against the vector.</summary>
    [Theory]
    [VectorsOnBothEngines(Area, "economy_chart")]
    public async Task The_chart_of_economy(VectorCase vector, DatabaseEngine engine)
    {
        KnownDifferences.Rule(Area, "economy-chart-keeps-its-first-day");
        var database = await databases.WithAsync(engine, vector.Input);
        await using var book = FormOperations.Book(database.CreateContext());
        var chart = await book.Fuel.EconomyAsync();
        Assert.Equal(vector.Expected.GetProperty("keys").EnumerateArray().Select(key => key.GetString()), chart.Names);
        var expected = vector.Expected.GetProperty("data").EnumerateArray().Select(point => Line(point.GetProperty("date").GetString()!, chart.Names.Select(name => Decimal(point, name)))).ToList();
        if (FirstDay(vector, chart.Names) is { } first)
        {
            expected.Insert(0, first);
        }

        Assert.Equal(expected, chart.Points.Select(point => Line(Day(point.Date), point.Values)));
    }

    private static string? FirstDay(VectorCase vector, IReadOnlyList<string> names)
    {
        var world = new VectorRow(vector.Input);
        var active = world.List("vehicles").Where(vehicle => vehicle.Flag("is_active", true) == true).ToDictionary(vehicle => vehicle.Id, vehicle => vehicle.Text("name")!);
        var fills = world.List("fuel_fills").Where(fill => active.ContainsKey(fill.Number("vehicle_id")!.Value) && fill.Money("calculated_mpg") is not null).ToList();
        if (fills.Count == 0)
        {
            return null;
        }

        var day = fills.Min(fill => fill.Date("date"))!.Value;
        var ofDay = fills.Where(fill => fill.Date("date") == day).OrderBy(fill => fill.Number("odometer_miles")).ToLookup(fill => active[fill.Number("vehicle_id")!.Value], fill => fill.Money("calculated_mpg"));
        return Line(Day(day), names.Select(name => ofDay[name].LastOrDefault()));
    }

    private static string Line(string day, IEnumerable<decimal?> values) => $"{day} {string.Join(", ", values.Select(value => value?.ToString("0.0000", CultureInfo.InvariantCulture) ?? "-"))}";

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static int? Number(JsonElement row, string name) => row.GetProperty(name) is { ValueKind: JsonValueKind.Number } value ? value.GetInt32() : null;

    private static decimal? Decimal(JsonElement row, string name) => row.GetProperty(name) switch
    {
        { ValueKind: JsonValueKind.Number } value => value.GetDecimal(),
        { ValueKind: JsonValueKind.String } value => decimal.Parse(value.GetString()!, CultureInfo.InvariantCulture),
        _ => null,
    };
}
