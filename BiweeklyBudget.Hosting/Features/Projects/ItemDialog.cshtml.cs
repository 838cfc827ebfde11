using BiweeklyBudget.Core;
using BiweeklyBudget.Core.Projects;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BiweeklyBudget.Hosting.Features.Projects;

/// <summary>The dialog of one item (spec/ui.md §12.2). The address of a new one says its <c>project</c>.</summary>
internal sealed class ItemDialogModel(BudgetBook book) : PageModel
{
    /// <summary>The stored one; null for a new one.</summary>
    public ProjectItemDetails? Stored { get; private set; }

    public int ProjectId { get; private set; }

    public async Task<IActionResult> OnGetAsync(int? id, int? project, CancellationToken cancellationToken)
    {
        if (id is not null)
        {
            Stored = await book.Projects.FindItemAsync(id.Value, cancellationToken);
            ProjectId = Stored?.ProjectId ?? 0;
            return Stored is null ? StatusCode(StatusCodes.Status404NotFound) : Page();
        }

        ProjectId = project ?? 0;
        return await book.Projects.FindAsync(ProjectId, cancellationToken) is null ? StatusCode(StatusCodes.Status404NotFound) : Page();
    }
}
