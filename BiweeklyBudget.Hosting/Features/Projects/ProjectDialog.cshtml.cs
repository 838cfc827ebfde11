using BiweeklyBudget.Core;
using BiweeklyBudget.Core.Projects;
using BiweeklyBudget.Hosting.Ui.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace BiweeklyBudget.Hosting.Features.Projects;

/// <summary>The dialog of one project (spec/ui.md §12.1).</summary>
internal sealed class ProjectDialogModel(BudgetBook book, FormChoices choices) : PageModel
{
    public ProjectDetails Project { get; private set; } = null!;

    public IReadOnlyList<SelectListItem> Budgets { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancellationToken)
    {
        if (await book.Projects.FindAsync(id, cancellationToken) is not { } found)
        {
            return StatusCode(StatusCodes.Status404NotFound);
        }

        Project = found;
        Budgets = await choices.StandingBudgetsAsync(found.StandingBudgetId, cancellationToken);
        return Page();
    }
}
