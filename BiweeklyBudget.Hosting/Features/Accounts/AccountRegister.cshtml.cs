using System.Globalization;
using BiweeklyBudget.Core;
using BiweeklyBudget.Core.Tables;
using BiweeklyBudget.Core.Transactions;
using BiweeklyBudget.Hosting.Features.Transactions;
using BiweeklyBudget.Hosting.Ui.Forms;
using BiweeklyBudget.Hosting.Ui.Lists;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BiweeklyBudget.Hosting.Features.Accounts;

/// <summary>The transactions of one account, the newest first, with what it held after each.</summary>
internal sealed class AccountRegisterModel(BudgetBook book, FormChoices choices) : PageModel
{
    private static readonly IReadOnlyList<SortedColumn> Newest = [new("date", true)];

    public AccountRegister Register { get; private set; } = null!;

    public ListQuery List { get; private set; } = null!;

    public ToolbarModel Toolbar { get; private set; } = null!;

    public DateOnly Today => book.Today;

    /// <summary>Whether the page leaves no transaction out, so that each can say what the account held after it.</summary>
    public bool HasBalances => Register.Page.Rows.Any(entry => entry.Balance is not null);

    public PagerModel Pager => new(List, Register.Page.Total, Register.Page.Filtered, Url.Content("~/transactions.csv") + Download.QueryOf(List, (TransactionEndpoints.AccountColumn, Register.Account.Id), ("budget", TransactionEndpoints.BudgetColumn)));

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancellationToken)
    {
        var path = string.Create(CultureInfo.InvariantCulture, $"/accounts/{id}/transactions");
        List = new ListQuery(Request, path, [], Newest, "budget");
        if (await ReadAsync(id, cancellationToken) is not { } read)
        {
            return StatusCode(StatusCodes.Status404NotFound);
        }

        Register = read;
        if (List.MoveInto(Register.Page.Filtered))
        {
            Register = (await ReadAsync(id, cancellationToken))!;
        }

        Toolbar = new ToolbarModel(Url.Content("~" + path), List, [new("budget", "Budget", await choices.AllBudgetsAsync(List.Id("budget"), cancellationToken))], []);
        return Page();
    }

    private Task<AccountRegister?> ReadAsync(int id, CancellationToken cancellationToken) => book.Transactions.RegisterAsync(id, List.Table, List.Id("budget"), cancellationToken);
}
