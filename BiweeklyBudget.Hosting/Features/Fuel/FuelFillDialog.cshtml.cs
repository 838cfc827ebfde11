using BiweeklyBudget.Core;
using BiweeklyBudget.Core.Fuel;
using BiweeklyBudget.Core.Money;
using BiweeklyBudget.Core.Settings;
using BiweeklyBudget.Hosting.Ui.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace BiweeklyBudget.Hosting.Features.Fuel;

/// <summary>The dialog of one fill (spec/fuel.md §6).</summary>
internal sealed class FuelFillDialogModel(BudgetBook book, FormChoices choices) : PageModel
{
    /// <summary>The stored one; null for a new one.</summary>
    public FuelFillDetails? Stored { get; private set; }

    /// <summary>The household's words for units.</summary>
    public BudgetSettings Words => book.Settings.Current;

    public string Date => Stored is null ? DateText.Day(book.Today) : DateText.Day(Stored.Date);

    public IReadOnlyList<SelectListItem> Vehicles { get; private set; } = [];

    public IReadOnlyList<SelectListItem> LevelsBefore => Levels(Stored is null ? Words.FuelLevels.Min(level => level.Percent) : Stored.LevelBefore);

    public IReadOnlyList<SelectListItem> LevelsAfter => Levels(Stored is null ? Words.FuelLevels.Max(level => level.Percent) : Stored.LevelAfter);

    public IReadOnlyList<SelectListItem> Accounts { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Budgets { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(int? id, CancellationToken cancellationToken)
    {
        if (id is not null)
        {
            if (await book.Fuel.FindAsync(id.Value, cancellationToken) is not { } found)
            {
                return StatusCode(StatusCodes.Status404NotFound);
            }

            Stored = found;
        }

        Vehicles =
        [
            .. (await book.Fuel.ListVehiclesAsync(cancellationToken)).Where(vehicle => vehicle.IsActive == true || vehicle.Id == Stored?.VehicleId)
                .Select(vehicle => new SelectListItem(vehicle.Name, FieldText.Number(vehicle.Id), vehicle.Id == Stored?.VehicleId)),
        ];
        Accounts = Choosing(await choices.AccountsAsync(chosen: null, cancellationToken), Words.DefaultAccountId);
        Budgets = Choosing(await choices.BudgetsAsync([], cancellationToken), Words.FuelBudgetId);
        return Page();
    }

    // One that is not in use is not offered, so nothing is chosen then.
    private static IReadOnlyList<SelectListItem> Choosing(IReadOnlyList<SelectListItem> items, int chosen) => [.. items.Select(item => new SelectListItem(item.Text, item.Value, item.Value == FieldText.Number(chosen)))];

    // Another program may have stored a level that nobody can choose here.
    private IReadOnlyList<SelectListItem> Levels(int? chosen)
    {
        var levels = Words.FuelLevels.Select(level => new SelectListItem(level.Label, FieldText.Number(level.Percent), level.Percent == chosen));
        return chosen is { } percent && Words.FuelLevels.All(level => level.Percent != percent) ? [new SelectListItem(FuelText.Level(percent), FieldText.Number(percent), selected: true), .. levels] : [.. levels];
    }
}
