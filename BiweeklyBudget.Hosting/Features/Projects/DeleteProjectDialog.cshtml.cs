using BiweeklyBudget.Core;
using BiweeklyBudget.Core.Projects;
using BiweeklyBudget.Core.Tables;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BiweeklyBudget.Hosting.Features.Projects;

/// <summary>The dialog that asks before a project is deleted with its items.</summary>
internal sealed class DeleteProjectDialogModel(BudgetBook book) : PageModel
{
    public ProjectDetails Project { get; private set; } = null!;

    /// <summary>How many items go with it.</summary>
    public int Items { get; private set; }

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancellationToken)
    {
        if (await book.Projects.FindAsync(id, cancellationToken) is not { } found)
        {
            return StatusCode(StatusCodes.Status404NotFound);
        }

        Project = found;
        Items = (await book.Projects.ListItemsAsync(id, new TableQuery { Take = 0 }, cancellationToken)).Total;
        return Page();
    }
}
