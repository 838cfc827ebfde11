using BiweeklyBudget.Core;
using BiweeklyBudget.Core.Audit;
using BiweeklyBudget.Core.Changes;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Tables;
using BiweeklyBudget.Hosting.Composition;
using BiweeklyBudget.Hosting.Features.History;
using BiweeklyBudget.Hosting.Features.PayPeriods;
using BiweeklyBudget.Hosting.Ui.Lists;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace BiweeklyBudget.Hosting.Features.Audit;

/// <summary>Who did what, from where and when, for owners; and whether the log is whole.</summary>
internal sealed class AuditModel(BudgetBook book, CurrentBook current) : PageModel
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    /// <summary>The list.</summary>
    public ListQuery List { get; private set; } = null!;

    /// <summary>The entries, each with its change.</summary>
    public IReadOnlyList<AuditRow> Rows { get; private set; } = [];

    /// <summary>What stands below.</summary>
    public PagerModel Pager { get; private set; } = null!;

    /// <summary>Whether the log is whole.</summary>
    public CheckedAudit Check { get; private set; } = null!;

    /// <summary>Kinds to choose from.</summary>
    public IEnumerable<SelectListItem> KindChoices => AuditText.Kinds.Select(kind => new SelectListItem(kind.Text, kind.Kind.ToString(), List.Value("kind") == kind.Kind.ToString()));

    /// <summary>People to choose from.</summary>
    public IReadOnlyList<SelectListItem> PeopleChoices { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!current.Served.AsksForSignIn)
        {
            return NotFound();
        }

        List = new ListQuery(Request, "/security/audit", [], [], "kind", "who", "from", "to", "record");
        var page = await ReadAsync(cancellationToken);
        if (List.MoveInto(page.Filtered))
        {
            page = await ReadAsync(cancellationToken);
        }

        var changes = await ReadChangesAsync([.. page.Rows.Select(entry => entry.ChangeId).OfType<long>()], cancellationToken);
        Rows = [.. page.Rows.Select(entry => new AuditRow(entry, entry.ChangeId is { } id ? changes.GetValueOrDefault(id) : null))];
        Pager = new PagerModel(List, page.Total, page.Filtered, Download: null);
        PeopleChoices = [.. (await book.Users.ListAsync(cancellationToken)).Select(user => new SelectListItem(user.Name, user.Name, List.Value("who") == user.Name))];
        Check = await CheckAsync(Request.Query["check"] == "1", cancellationToken);
        return Page();
    }

    // All entries are read for it: what was found is good for a day, unless somebody wants to know.
    private async Task<CheckedAudit> CheckAsync(bool isAsked, CancellationToken cancellationToken)
    {
        var now = book.Now.UtcDateTime;
        if (isAsked || current.Served.Audit is not { } known || now - known.At >= Kept || now < known.At)
        {
            current.Served.Audit = known = new CheckedAudit(await book.Audit.VerifyAsync(mark: null, cancellationToken), now);
        }

        return known;
    }

    private async Task<Dictionary<long, ChangeDetails>> ReadChangesAsync(IReadOnlyCollection<long> ids, CancellationToken cancellationToken) =>
        ids.Count == 0 ? [] : (await book.Changes.ListAsync(new ChangeFilter { Ids = ids }, take: ids.Count, cancellationToken: cancellationToken)).Rows.ToDictionary(change => change.Id);

    private Task<TablePage<AuditEntry>> ReadAsync(CancellationToken cancellationToken)
    {
        var filter = new AuditFilter
        {
            From = Day("from"),
            To = Day("to")?.AddDays(1),
            Kind = AuditText.Kinds.Where(kind => kind.Kind.ToString() == List.Value("kind")).Select(kind => (AuditKind?)kind.Kind).FirstOrDefault(),
            Who = List.Value("who") is { Length: > 0 } who ? who : null,
            Record = RecordAddress.Read(List.Value("record")),
        };
        return book.Audit.ListAsync(filter, (List.Page - 1) * List.Size, List.Size, cancellationToken);
    }

    private DateTime? Day(string field) => PayPeriodEndpoints.TryReadDate(List.Value(field), out var day) && day < DateOnly.MaxValue ? day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc) : null;
}
