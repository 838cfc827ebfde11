using BiweeklyBudget.Core.Fuel;
using BiweeklyBudget.Hosting.Api.Description;

namespace BiweeklyBudget.Hosting.Features.Fuel;

/// <summary>What the routes of vehicles and the fuel log are for.</summary>
internal static class FuelOperations
{
    private const string Searched = "notes and location";
    private const string Units = "Distances and volumes are in the household's own units; the names say miles and gallons whatever they are.";

    private static Parameter Filter => new("columns[1][search][value]", Schemas.Text, "Only those of the vehicle with this id.");

    public static Operation Save() => Replying(
        FormOperation.Of(
            "saveFuelFill",
            Chapters.Fuel,
            "Add or change a fill",
            "Distance and economy by the odometer are worked out, also those of the vehicle's next fill. A reading lower than the last is a late entry; the reading of another fill is refused. " + Units,
            [
                Field.Key("fill"),
                Field.OfNumber("vehicle", "The vehicle's id.").Required,
                Field.OfDay("date", "The day of the fill.").Required,
                Field.OfNumber("odometer_miles", "The odometer.").Required,
                Field.OfNumber("reported_miles", "Distance since the last fill, as the vehicle shows it.").Required,
                Field.OfNumber("level_before", "How full the tank was, 0 to 100 percent.").Required,
                Field.OfNumber("level_after", "How full the tank is, 0 to 100 percent.").Required,
                Field.OfText("fill_location", "Where.").Required,
                Field.OfMeasure("cost_per_gallon", "Price of a unit of volume, above 0.").Required,
                Field.OfAmount("total_cost", "What it cost, above 0.").Required,
                Field.OfMeasure("gallons", "Volume, above 0.").Required,
                Field.OfMeasure("reported_mpg", "Economy as the vehicle shows it, above 0.").Required,
                Field.OfText("notes", "Blank for none."),
                Field.OfFlag("add_trans", "Whether a transaction of the total cost is made along with it; none is when this is left out. One that was made before is not changed."),
                Field.OfReference("account", "The account of the transaction, which must have one."),
                Field.OfReference("budget", "The budget of the transaction, which must have one that is in use."),
            ],
            """{"vehicle": "1", "date": "2017-07-28", "odometer_miles": "1256", "reported_miles": "245", "level_before": "10", "level_after": "100", "fill_location": "Shell", "cost_per_gallon": "2.459", "total_cost": "24.59", "gallons": "10.0", "reported_mpg": "24.5", "notes": "full", "add_trans": true, "account": "1", "budget": "2"}"""),
        new Dictionary<string, string>
        {
            ["fill_id"] = "The fill's id.",
            ["calculated_mpg"] = "Economy by the odometer; null when there is no lower reading to count from.",
            ["trans_id"] = "The transaction that was made; absent when none was.",
        });

    public static Operation Import() => Replying(
        FormOperation.Of(
            "importFuelFills",
            Chapters.Fuel,
            "Add the fills of a CSV file",
            "The file is one as the download is, with a heading; columns may stand in any order, and those without use are not read. A fill that the log has already – the same vehicle, day and odometer – is not added again; lines with mistakes are left out. At most 5,000 fills.",
            [new Field("csv", Schemas.Text, "The file's text.", IsRequired: true)],
            """{"csv": "Date,Vehicle,Odometer,Location,Price,Total cost,Volume\n2017-08-02,Veh1,2100,Shell,2.459,24.59,10.0\n"}"""),
        new Dictionary<string, string>
        {
            ["count_new"] = "Fills that were added.",
            ["count_known"] = "Lines whose fill was in the log already.",
            ["count_wrong"] = "Lines that were left out because of mistakes.",
        });

    public static Operation SaveVehicle() => FormOperation.Of(
        "saveVehicle",
        Chapters.Fuel,
        "Add or change a vehicle",
        "Fills of vehicles that are not in use stay, but neither the log nor the chart of economy shows them.",
        [
            Field.Key("vehicle"),
            Field.OfText("name", "No other vehicle has it.").Required,
            Field.OfFlag("is_active", "Whether it is in use; it is when this is left out."),
        ],
        """{"name": "Van", "is_active": true}""");

    public static Operation FindVehicle() => ReadOperation.OfRecord<VehicleJson>("findVehicle", Chapters.Fuel, "Read a vehicle");

    public static Operation Table() => TableOperation.Of<FuelFillRowJson>("listFuelFills", Chapters.Fuel, "List fills of vehicles in use", Searched, FuelSection.Columns, Filter);

    public static Operation Download() => TableOperation.OfDownload("downloadFuelFills", Chapters.Fuel, "Download fills of vehicles in use as CSV", Searched, FuelSection.Columns, Filter);

    public static Operation Economy() => ReadOperation.OfChart(
        "chartFuelEconomy",
        Chapters.Fuel,
        "Fuel economy over time",
        "Economy by the odometer of each vehicle in use, on each day on which one of them was filled; a vehicle without a fill on that day has its value before, or null.");

    public static Operation Prices() => new()
    {
        Id = "chartFuelPrices",
        Chapter = Chapters.Fuel,
        Summary = "Fuel prices over time",
        Text = "What a unit of volume cost at each fill of any vehicle, in use or not. At most 1,000 are sent; when there are more, `note` says which.",
        Answers = [Answer.OfTable<PriceChartJson>("The fills by day.")],
    };

    private static Operation Replying(Operation form, IReadOnlyDictionary<string, string> extras) =>
        form with { Answers = [FormOperation.Reply() with { Extras = extras, MeasuredExtras = ["calculated_mpg"], OptionalExtras = ["trans_id"] }] };
}
