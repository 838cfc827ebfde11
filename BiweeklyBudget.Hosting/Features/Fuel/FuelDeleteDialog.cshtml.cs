using BiweeklyBudget.Core;
using BiweeklyBudget.Core.Fuel;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BiweeklyBudget.Hosting.Features.Fuel;

/// <summary>Asks whether a fill is really to be deleted, and says what that means.</summary>
internal sealed class FuelDeleteDialogModel(BudgetBook book) : PageModel
{
    public FuelFillDetails Fill { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancellationToken)
    {
        if (await book.Fuel.FindAsync(id, cancellationToken) is not { } found)
        {
            return StatusCode(StatusCodes.Status404NotFound);
        }

        Fill = found;
        return Page();
    }
}
