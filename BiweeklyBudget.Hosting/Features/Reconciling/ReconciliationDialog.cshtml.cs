using BiweeklyBudget.Core;
using BiweeklyBudget.Core.Reconciling;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BiweeklyBudget.Hosting.Features.Reconciling;

/// <summary>The dialog with a reconciliation's two sides, where it can be undone (spec/ui.md §9.5).</summary>
internal sealed class ReconciliationDialogModel(BudgetBook book) : PageModel
{
    /// <summary>The reconciliation.</summary>
    public ReconciliationDetails Details { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancellationToken)
    {
        if (await book.Reconciling.FindAsync(id, cancellationToken) is not { } found)
        {
            return StatusCode(StatusCodes.Status404NotFound);
        }

        Details = found;
        return Page();
    }
}
