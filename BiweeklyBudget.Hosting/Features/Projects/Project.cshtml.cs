using BiweeklyBudget.Core;
using BiweeklyBudget.Core.Budgets;
using BiweeklyBudget.Core.Projects;
using BiweeklyBudget.Core.Tables;
using BiweeklyBudget.Hosting.Ui.Lists;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BiweeklyBudget.Hosting.Features.Projects;

/// <summary>One project with its bill of materials (spec/ui.md §12.2), and the standing budget that pays for it.</summary>
internal sealed class ProjectModel(BudgetBook book) : PageModel
{
    private static readonly IReadOnlyList<SortedColumn> ActiveFirst = [new("is_active", true), new("id", false)];

    public ProjectDetails Project { get; private set; } = null!;

    /// <summary>The budget's money and what all its projects claim of it; null when the project has none.</summary>
    public StandingBudget? Budget { get; private set; }

    public ListQuery List { get; private set; } = null!;

    public TablePage<ProjectItemDetails> Rows { get; private set; } = null!;

    public ToolbarModel Toolbar { get; private set; } = null!;

    public PagerModel Pager => new(List, Rows.Total, Rows.Filtered, Url.Content($"~/projects/{Project.Id}/items.csv") + Download.QueryOf(List));

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancellationToken)
    {
        if (await book.Projects.FindAsync(id, cancellationToken) is not { } found)
        {
            return StatusCode(StatusCodes.Status404NotFound);
        }

        Project = found;
        List = new ListQuery(Request, $"/projects/{id}", ProjectSection.ItemColumns, ActiveFirst);
        Rows = await book.Projects.ListItemsAsync(id, List.Table, cancellationToken);
        if (List.MoveInto(Rows.Filtered))
        {
            Rows = await book.Projects.ListItemsAsync(id, List.Table, cancellationToken);
        }

        Budget = found.StandingBudgetId is { } budget ? (await book.Budgets.ListStandingAsync(cancellationToken)).FirstOrDefault(standing => standing.Id == budget) : null;
        Toolbar = new ToolbarModel(
            Url.Content($"~/projects/{id}"),
            List,
            [],
            [("is_active", "Active"), ("name", "Name"), ("quantity", "Quantity"), ("unit_cost", "Unit Cost"), ("line_cost", "Line Cost"), ("notes", "Notes")]);
        return Page();
    }
}
