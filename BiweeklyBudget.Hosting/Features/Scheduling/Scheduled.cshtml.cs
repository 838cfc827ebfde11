using BiweeklyBudget.Core;
using BiweeklyBudget.Core.Scheduling;
using BiweeklyBudget.Core.Tables;
using BiweeklyBudget.Hosting.Ui.Lists;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace BiweeklyBudget.Hosting.Features.Scheduling;

/// <summary>All scheduled transactions (spec/ui.md §6); with an id in the address, that one's dialog is open.</summary>
internal sealed class ScheduledModel(BudgetBook book) : PageModel
{
    private static readonly IReadOnlyList<SortedColumn> ActiveFirst = [new("is_active", true), new("schedule_type", true), new("recurrence_str", false), new("amount", false)];

    private static readonly (string Value, string Text)[] Types = [("date", "Date"), ("monthly", "Monthly"), ("per period", "Per Period"), ("weekly", "Weekly"), ("annual", "Annual")];

    public ListQuery List { get; private set; } = null!;

    public TablePage<ScheduledDetails> Rows { get; private set; } = null!;

    public ToolbarModel Toolbar { get; private set; } = null!;

    public PagerModel Pager => new(List, Rows.Total, Rows.Filtered, Url.Content("~/scheduled.csv") + Download.QueryOf(List, ("type", 1)));

    /// <summary>The scheduled transaction whose dialog is open.</summary>
    public int? Opened { get; private set; }

    public async Task<IActionResult> OnGetAsync(int? id, CancellationToken cancellationToken)
    {
        if (id is not null && !await book.Scheduled.ExistsAsync(id.Value, cancellationToken))
        {
            return StatusCode(StatusCodes.Status404NotFound);
        }

        Opened = id;
        List = new ListQuery(Request, "/scheduled", ScheduledSection.Columns, ActiveFirst, "type");
        Rows = await ReadAsync(cancellationToken);
        if (List.MoveInto(Rows.Filtered))
        {
            Rows = await ReadAsync(cancellationToken);
        }

        Toolbar = new ToolbarModel(
            Url.Content("~/scheduled"),
            List,
            [new("type", "Type", [.. Types.Select(t => new SelectListItem(t.Text, t.Value, t.Value == List.Value("type")))])],
            [("is_active", "Active"), ("schedule_type", "Type"), ("recurrence_str", "Recurrence"), ("amount", "Amount"), ("description", "Description")]);
        return Page();
    }

    private Task<TablePage<ScheduledDetails>> ReadAsync(CancellationToken cancellationToken) =>
        book.Scheduled.ListAsync(List.Table, List.Value("type") is { Length: > 0 } type ? type : null, cancellationToken);
}
