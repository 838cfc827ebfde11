using BiweeklyBudget.Core;
using BiweeklyBudget.Core.Projects;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BiweeklyBudget.Hosting.Features.Projects;

/// <summary>The page that takes a file of items into a project, with a preview before.</summary>
internal sealed class ImportModel(BudgetBook book) : PageModel
{
    public ProjectDetails Project { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancellationToken)
    {
        if (await book.Projects.FindAsync(id, cancellationToken) is not { } found)
        {
            return StatusCode(StatusCodes.Status404NotFound);
        }

        Project = found;
        return Page();
    }
}
