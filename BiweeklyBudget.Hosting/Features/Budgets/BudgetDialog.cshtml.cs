using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Rows;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Hosting.Features.Budgets;

/// <summary>The dialog of one budget (spec/ui.md §8.2).</summary>
internal sealed class BudgetDialogModel(BudgetDbContext database) : PageModel
{
    /// <summary>The stored one; a new one has the id 0.</summary>
    public Budget Stored { get; private set; } = new() { IsPeriodic = true };

    public IReadOnlyList<SelectListItem> Kinds => [new("Periodic", "true", Stored.IsPeriodic == true), new("Standing", "false", Stored.IsPeriodic != true)];

    public async Task<IActionResult> OnGetAsync(int? id, CancellationToken cancellationToken)
    {
        if (id is null)
        {
            return Page();
        }

        if (await database.Budgets.AsNoTracking().SingleOrDefaultAsync(b => b.Id == id, cancellationToken) is not { } found)
        {
            return StatusCode(StatusCodes.Status404NotFound);
        }

        Stored = found;
        return Page();
    }
}
