using BiweeklyBudget.Core;
using BiweeklyBudget.Core.Budgets;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace BiweeklyBudget.Hosting.Features.Budgets;

/// <summary>The dialog of one budget (spec/ui.md §8.2).</summary>
internal sealed class BudgetDialogModel(BudgetBook book) : PageModel
{
    /// <summary>What is shown: the stored budget, or one to add.</summary>
    public BudgetChange Shown { get; private set; } = new() { Name = "", Kind = BudgetKind.Periodic };

    public IReadOnlyList<SelectListItem> Kinds => [new("Periodic", "true", Shown.Kind == BudgetKind.Periodic), new("Standing", "false", Shown.Kind == BudgetKind.Standing)];

    public async Task<IActionResult> OnGetAsync(int? id, CancellationToken cancellationToken)
    {
        if (id is null)
        {
            // The steps of setting up propose the first one.
            Shown = Shown with { Name = Request.Query["name"].ToString(), IsIncome = Request.Query["income"] == "true" };
            return Page();
        }

        if (await book.Budgets.FindAsync(id.Value, cancellationToken) is not { } found)
        {
            return StatusCode(StatusCodes.Status404NotFound);
        }

        Shown = found.ToChange();
        return Page();
    }
}
