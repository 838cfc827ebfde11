using BiweeklyBudget.Core;
using BiweeklyBudget.Core.Projects;
using BiweeklyBudget.Core.Tables;
using BiweeklyBudget.Hosting.Ui.Forms;
using BiweeklyBudget.Hosting.Ui.Lists;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace BiweeklyBudget.Hosting.Features.Projects;

/// <summary>All projects, and what the active ones cost (spec/ui.md §12.1).</summary>
internal sealed class ProjectsModel(BudgetBook book, FormChoices choices) : PageModel
{
    private static readonly IReadOnlyList<SortedColumn> ActiveFirst = [new("is_active", true), new("name", false)];

    public ListQuery List { get; private set; } = null!;

    public TablePage<ProjectDetails> Rows { get; private set; } = null!;

    public ToolbarModel Toolbar { get; private set; } = null!;

    public PagerModel Pager => new(List, Rows.Total, Rows.Filtered, Url.Content("~/projects.csv") + Download.QueryOf(List));

    /// <summary>What the active ones cost together.</summary>
    public ProjectTotals Totals { get; private set; } = null!;

    /// <summary>Budgets that may pay for a new one.</summary>
    public IReadOnlyList<SelectListItem> Budgets { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        List = new ListQuery(Request, "/projects", ProjectSection.Columns, ActiveFirst);
        Rows = await book.Projects.ListAsync(List.Table, cancellationToken);
        if (List.MoveInto(Rows.Filtered))
        {
            Rows = await book.Projects.ListAsync(List.Table, cancellationToken);
        }

        Totals = await book.Projects.TotalsAsync(cancellationToken);
        Budgets = await choices.StandingBudgetsAsync(chosen: null, cancellationToken);
        Toolbar = new ToolbarModel(Url.Content("~/projects"), List, [], [("is_active", "Active"), ("name", "Name"), ("total_cost", "Total Cost"), ("remaining_cost", "Remaining Cost"), ("notes", "Notes")]);
    }
}
