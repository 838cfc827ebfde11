using BiweeklyBudget.Core;
using BiweeklyBudget.Core.Accounts;
using BiweeklyBudget.Core.Notifications;
using BiweeklyBudget.Core.Statements;
using BiweeklyBudget.Core.Tables;
using BiweeklyBudget.Hosting.Ui;
using BiweeklyBudget.Hosting.Ui.Forms;
using BiweeklyBudget.Hosting.Ui.Lists;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BiweeklyBudget.Hosting.Features.Statements;

/// <summary>
/// Bank transactions, the upload of statements, and how old each account's data is (spec/ui.md §10, spec/bank-data.md, defect 37).
/// With an account and a FITID in the address, that bank transaction's dialog is open.
/// </summary>
internal sealed class OfxModel(BudgetBook book, FormChoices choices, PageNotifications notifications) : PageModel
{
    private const int ShownImports = 5;

    private static readonly IReadOnlyList<SortedColumn> Newest = [new("date", true)];

    public ListQuery List { get; private set; } = null!;

    public TablePage<BankTransactionLine> Rows { get; private set; } = null!;

    public ToolbarModel Toolbar { get; private set; } = null!;

    public PagerModel Pager => new(List, Rows.Total, Rows.Filtered, Url.Content("~/ofx.csv") + Download.QueryOf(List, ("account", 2)));

    /// <summary>Address of the dialog that is open, below the app's path.</summary>
    public string? Opened { get; private set; }

    /// <summary>Imports that may be undone.</summary>
    public IReadOnlyList<UndoableImport> Imports { get; private set; } = [];

    /// <summary>Active accounts with the age of their data.</summary>
    public IReadOnlyList<AccountFigures> Accounts { get; private set; } = [];

    /// <summary>How many bank transactions wait to be reconciled.</summary>
    public int Waiting { get; private set; }

    // The account of the address is that of the dialog; the one of the query is the filter.
    public async Task<IActionResult> OnGetAsync([FromRoute] int? account, [FromRoute] string? fitid, CancellationToken cancellationToken)
    {
        if (account is not null)
        {
            var id = FitIdAddress.Read(HttpContext, segments: 2, fitid ?? "");
            if (await book.Statements.FindAsync(account.Value, id, cancellationToken) is null)
            {
                return StatusCode(StatusCodes.Status404NotFound);
            }

            Opened = FitIdAddress.Dialog(account.Value, id);
        }

        List = new ListQuery(Request, "/ofx", StatementSection.Columns, Newest, "account");
        Rows = await ReadAsync(cancellationToken);
        if (List.MoveInto(Rows.Filtered))
        {
            Rows = await ReadAsync(cancellationToken);
        }

        Toolbar = new ToolbarModel(
            Url.Content("~/ofx"),
            List,
            [new("account", "Account", await choices.AllAccountsAsync(List.Id("account"), cancellationToken))],
            [("date", "Date"), ("amount", "Amount"), ("account", "Account"), ("name", "Name"), ("last_stmt_date", "Last Stmt Date")]);
        Imports = await book.Statements.ListUndoableAsync(ShownImports, cancellationToken);
        Accounts = await book.Accounts.ListActiveAsync(cancellationToken);
        Waiting = (await notifications.ReadAsync(cancellationToken)).FirstOrDefault(note => note.Topic == NotificationTopic.UnreconciledBankTransactions)?.Count ?? 0;
        return Page();
    }

    private Task<TablePage<BankTransactionLine>> ReadAsync(CancellationToken cancellationToken) => book.Statements.ListAsync(List.Table, List.Id("account"), cancellationToken);
}
