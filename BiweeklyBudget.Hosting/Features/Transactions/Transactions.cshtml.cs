using BiweeklyBudget.Core;
using BiweeklyBudget.Core.Tables;
using BiweeklyBudget.Core.Transactions;
using BiweeklyBudget.Hosting.Ui.Forms;
using BiweeklyBudget.Hosting.Ui.Lists;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BiweeklyBudget.Hosting.Features.Transactions;

/// <summary>All transactions (spec/ui.md §5); with an id in the address, that one's dialog is open.</summary>
internal sealed class TransactionsModel(BudgetBook book, FormChoices choices) : PageModel
{
    private static readonly IReadOnlyList<SortedColumn> Newest = [new("date", true), new("amount", false)];

    public ListQuery List { get; private set; } = null!;

    public TablePage<TransactionDetails> Rows { get; private set; } = null!;

    public ToolbarModel Toolbar { get; private set; } = null!;

    public PagerModel Pager => new(List, Rows.Total, Rows.Filtered, Url.Content("~/transactions.csv") + Download.QueryOf(List, ("account", TransactionEndpoints.AccountColumn), ("budget", TransactionEndpoints.BudgetColumn)));

    /// <summary>The transaction whose dialog is open.</summary>
    public int? Opened { get; private set; }

    public async Task<IActionResult> OnGetAsync(int? id, CancellationToken cancellationToken)
    {
        if (id is not null && !await book.Transactions.ExistsAsync(id.Value, cancellationToken))
        {
            return StatusCode(StatusCodes.Status404NotFound);
        }

        Opened = id;
        List = new ListQuery(Request, "/transactions", TransactionSection.Columns, Newest, "account", "budget");
        Rows = await ReadAsync(cancellationToken);
        if (List.MoveInto(Rows.Filtered))
        {
            Rows = await ReadAsync(cancellationToken);
        }

        Toolbar = new ToolbarModel(
            Url.Content("~/transactions"),
            List,
            [new("account", "Account", await choices.AllAccountsAsync(List.Id("account"), cancellationToken)), new("budget", "Budget", await choices.AllBudgetsAsync(List.Id("budget"), cancellationToken))],
            [("date", "Date"), ("amount", "Amount"), ("description", "Description"), ("account", "Account")]);
        return Page();
    }

    private Task<TablePage<TransactionDetails>> ReadAsync(CancellationToken cancellationToken) =>
        book.Transactions.ListAsync(List.Table, new TransactionFilter(List.Id("account"), List.Id("budget")), cancellationToken);
}
