using BiweeklyBudget.Core;
using BiweeklyBudget.Core.Fuel;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BiweeklyBudget.Hosting.Features.Fuel;

/// <summary>The dialog of one vehicle (spec/fuel.md §5).</summary>
internal sealed class VehicleDialogModel(BudgetBook book) : PageModel
{
    /// <summary>The stored one; null for a new one.</summary>
    public VehicleDetails? Stored { get; private set; }

    public async Task<IActionResult> OnGetAsync(int? id, CancellationToken cancellationToken)
    {
        if (id is not null && (Stored = await book.Fuel.FindVehicleAsync(id.Value, cancellationToken)) is null)
        {
            return StatusCode(StatusCodes.Status404NotFound);
        }

        return Page();
    }
}
