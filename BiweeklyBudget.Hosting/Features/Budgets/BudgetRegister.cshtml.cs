using System.Globalization;
using BiweeklyBudget.Core;
using BiweeklyBudget.Core.Budgets;
using BiweeklyBudget.Core.Calendar;
using BiweeklyBudget.Core.PayPeriods;
using BiweeklyBudget.Core.Tables;
using BiweeklyBudget.Core.Transactions;
using BiweeklyBudget.Hosting.Features.Transactions;
using BiweeklyBudget.Hosting.Ui.Forms;
using BiweeklyBudget.Hosting.Ui.Lists;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BiweeklyBudget.Hosting.Features.Budgets;

/// <summary>The transactions that have a share of one budget, the newest first, and what the budget has left.</summary>
internal sealed class BudgetRegisterModel(BudgetBook book, FormChoices choices) : PageModel
{
    private static readonly IReadOnlyList<SortedColumn> Newest = [new("date", true), new("amount", false)];

    public BudgetDetails Budget { get; private set; } = null!;

    /// <summary>What a standing budget has; null for a periodic one.</summary>
    public StandingBudget? Standing { get; private set; }

    /// <summary>The current pay period.</summary>
    public PayPeriod Period { get; private set; }

    /// <summary>What a periodic budget has left in the current period; null for a standing one, and for one that is neither in use nor used.</summary>
    public BudgetSum? Sum { get; private set; }

    public ListQuery List { get; private set; } = null!;

    public TablePage<TransactionDetails> Rows { get; private set; } = null!;

    public ToolbarModel Toolbar { get; private set; } = null!;

    /// <summary>Whether there are rows that the page does not show because of its search or filter.</summary>
    public bool IsFiltered => List.Value("q").Length > 0 || List.Value("account").Length > 0;

    public PagerModel Pager => new(List, IsFiltered ? Rows.Total : Rows.Filtered, Rows.Filtered, Url.Content("~/transactions.csv") + Download.QueryOf(List, (TransactionEndpoints.BudgetColumn, Budget.Id), ("account", TransactionEndpoints.AccountColumn)));

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancellationToken)
    {
        if (await book.Budgets.FindAsync(id, cancellationToken) is not { } found)
        {
            return StatusCode(StatusCodes.Status404NotFound);
        }

        Budget = found;
        var path = string.Create(CultureInfo.InvariantCulture, $"/budgets/{id}/transactions");
        List = new ListQuery(Request, path, TransactionSection.Columns, Newest, "account");
        Rows = await ReadAsync(cancellationToken);
        if (List.MoveInto(Rows.Filtered))
        {
            Rows = await ReadAsync(cancellationToken);
        }

        await ReadFiguresAsync(cancellationToken);
        Toolbar = new ToolbarModel(
            Url.Content("~" + path),
            List,
            [new("account", "Account", await choices.AllAccountsAsync(List.Id("account"), cancellationToken))],
            [("date", "Date"), ("amount", "Amount"), ("description", "Description"), ("account", "Account")]);
        return Page();
    }

    private async Task ReadFiguresAsync(CancellationToken cancellationToken)
    {
        if (Budget.Kind == BudgetKind.Standing)
        {
            Standing = (await book.Budgets.ListStandingAsync(cancellationToken)).FirstOrDefault(standing => standing.Id == Budget.Id);
            return;
        }

        var current = (await book.PayPeriods.ForecastAsync(1, cancellationToken))[0];
        Period = current.Period;
        Sum = current.Budgets.FirstOrDefault(sum => sum.BudgetId == Budget.Id);
    }

    private Task<TablePage<TransactionDetails>> ReadAsync(CancellationToken cancellationToken) =>
        book.Transactions.ListAsync(List.Table, new TransactionFilter(List.Id("account"), Budget.Id), cancellationToken);
}
