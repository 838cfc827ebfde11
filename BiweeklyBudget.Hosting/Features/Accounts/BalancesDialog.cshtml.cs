using BiweeklyBudget.Core;
using BiweeklyBudget.Core.Accounts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BiweeklyBudget.Hosting.Features.Accounts;

/// <summary>What an account held, and what it holds by a person's word. Two SQL statements.</summary>
internal sealed class BalancesDialogModel(BudgetBook book) : PageModel
{
    /// <summary>Most balances that are listed.</summary>
    public const int Most = 30;

    public AccountDetails Account { get; private set; } = null!;

    /// <summary>The current one first.</summary>
    public IReadOnlyList<StoredBalance> Balances { get; private set; } = [];

    public DateOnly Today => book.Today;

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancellationToken)
    {
        if (await book.Accounts.FindAsync(id, cancellationToken) is not { } account)
        {
            return StatusCode(StatusCodes.Status404NotFound);
        }

        Account = account;
        Balances = await book.Accounts.ListBalancesAsync(id, Most, cancellationToken);
        return Page();
    }
}
