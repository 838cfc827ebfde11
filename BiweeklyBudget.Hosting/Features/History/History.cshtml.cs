using System.Globalization;
using BiweeklyBudget.Core;
using BiweeklyBudget.Core.Changes;
using BiweeklyBudget.Core.Money;
using BiweeklyBudget.Core.Tables;
using BiweeklyBudget.Hosting.Features.PayPeriods;
using BiweeklyBudget.Hosting.Ui;
using BiweeklyBudget.Hosting.Ui.Lists;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace BiweeklyBudget.Hosting.Features.History;

/// <summary>What was saved, when and by whom, before and after; each change can be taken back from here. Six SQL statements.</summary>
internal sealed class HistoryModel(BudgetBook book, MoneyFormat money, DayFormat days) : PageModel
{
    private static readonly (RecordKind Kind, string Text)[] Kinds =
    [
        (RecordKind.Transaction, "Transactions"), (RecordKind.ScheduledTransaction, "Scheduled transactions"), (RecordKind.Budget, "Budgets"), (RecordKind.Account, "Accounts"), (RecordKind.Statement, "Bank files"),
        (RecordKind.Reconciliation, "Reconciliations"), (RecordKind.FuelFill, "Fuel"), (RecordKind.Project, "Projects"), (RecordKind.Setting, "Settings"),
    ];

    public ListQuery List { get; private set; } = null!;

    public IReadOnlyList<HistoryRow> Rows { get; private set; } = [];

    public PagerModel Pager { get; private set; } = null!;

    /// <summary>Whether anybody who saved something is known by name.</summary>
    public bool HasNames => Rows.Any(row => row.Change.Who is not null);

    public IEnumerable<SelectListItem> KindChoices => Kinds.Select(kind => new SelectListItem(kind.Text, kind.Kind.ToString(), List.Value("kind") == kind.Kind.ToString()));

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        List = new ListQuery(Request, "/history", [], [], "kind", "from", "to", "record", "change");
        var page = await ReadAsync(cancellationToken);
        if (List.MoveInto(page.Filtered))
        {
            page = await ReadAsync(cancellationToken);
        }

        var words = new RecordWords(await RecordNames.ReadAsync(book, page.Rows, cancellationToken), money, days);
        Rows = [.. page.Rows.Select(change => new HistoryRow(change, words.Of(change)))];
        Pager = new PagerModel(List, page.Total, page.Filtered, Download: null);
    }

    private Task<TablePage<ChangeDetails>> ReadAsync(CancellationToken cancellationToken)
    {
        var filter = new ChangeFilter
        {
            Ids = long.TryParse(List.Value("change"), NumberStyles.None, CultureInfo.InvariantCulture, out var change) ? [change] : null,
            From = Day("from"),
            To = Day("to")?.AddDays(1),
            Kind = Kinds.Where(kind => kind.Kind.ToString() == List.Value("kind")).Select(kind => (RecordKind?)kind.Kind).FirstOrDefault(),
            Text = List.Search,
            Record = RecordAddress.Read(List.Value("record")),
        };
        return book.Changes.ListAsync(filter, (List.Page - 1) * List.Size, List.Size, cancellationToken);
    }

    private DateTime? Day(string field) => PayPeriodEndpoints.TryReadDate(List.Value(field), out var day) && day < DateOnly.MaxValue ? day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc) : null;
}
