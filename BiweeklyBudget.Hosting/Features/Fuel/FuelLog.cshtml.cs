using BiweeklyBudget.Core;
using BiweeklyBudget.Core.Fuel;
using BiweeklyBudget.Core.Settings;
using BiweeklyBudget.Core.Tables;
using BiweeklyBudget.Hosting.Ui.Forms;
using BiweeklyBudget.Hosting.Ui.Lists;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace BiweeklyBudget.Hosting.Features.Fuel;

/// <summary>The fuel log with its charts, and the vehicles (spec/fuel.md §4, spec/ui.md §11).</summary>
internal sealed class FuelLogModel(BudgetBook book) : PageModel
{
    private static readonly IReadOnlyList<SortedColumn> LatestFirst = [new("date", true), new("vehicle", false)];

    public ListQuery List { get; private set; } = null!;

    public TablePage<FuelFillDetails> Rows { get; private set; } = null!;

    public ToolbarModel Toolbar { get; private set; } = null!;

    public PagerModel Pager => new(List, Rows.Total, Rows.Filtered, Url.Content("~/fuel.csv") + Download.QueryOf(List, ("vehicle", 1)));

    /// <summary>All vehicles by id.</summary>
    public IReadOnlyList<VehicleDetails> Vehicles { get; private set; } = [];

    /// <summary>The household's words for units.</summary>
    public BudgetSettings Words => book.Settings.Current;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Vehicles = await book.Fuel.ListVehiclesAsync(cancellationToken);
        List = new ListQuery(Request, "/fuel", FuelSection.Columns, LatestFirst, "vehicle");
        Rows = await ReadAsync(cancellationToken);
        if (List.MoveInto(Rows.Filtered))
        {
            Rows = await ReadAsync(cancellationToken);
        }

        Toolbar = new ToolbarModel(
            Url.Content("~/fuel"),
            List,
            [new("vehicle", "Vehicle", [.. Vehicles.Where(vehicle => vehicle.IsActive == true).Select(vehicle => new SelectListItem(vehicle.Name, FieldText.Number(vehicle.Id), vehicle.Id == List.Id("vehicle")))])],
            [("date", "Date"), ("vehicle", "Vehicle"), ("odometer_miles", "Odometer"), ("calculated_mpg", Words.FuelEconomyAbbreviation), ("cost_per_gallon", "Price"), ("total_cost", "Total cost")]);
    }

    private Task<TablePage<FuelFillDetails>> ReadAsync(CancellationToken cancellationToken) => book.Fuel.ListAsync(List.Table, List.Id("vehicle"), cancellationToken);
}
