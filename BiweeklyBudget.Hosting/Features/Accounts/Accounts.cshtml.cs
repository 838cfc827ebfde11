using BiweeklyBudget.Core;
using BiweeklyBudget.Core.Accounts;
using BiweeklyBudget.Core.Money;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BiweeklyBudget.Hosting.Features.Accounts;

/// <summary>All accounts by type (spec/ui.md §7); with an id in the address, that one's dialog is open.</summary>
internal sealed class AccountsModel(BudgetBook book) : PageModel
{
    private IReadOnlyList<AccountFigures> _active = [];

    /// <summary>Accounts that are not in use any more, by name.</summary>
    public IReadOnlyList<AccountDetails> Inactive { get; private set; } = [];

    /// <summary>The account whose dialog is open.</summary>
    public int? Opened { get; private set; }

    /// <summary>Active accounts of one type, by name.</summary>
    public IReadOnlyList<AccountFigures> OfType(AccountType type) => [.. _active.Where(a => a.Type == type)];

    public async Task<IActionResult> OnGetAsync(int? id, CancellationToken cancellationToken)
    {
        var all = await book.Accounts.ListAsync(cancellationToken);
        if (id is not null && all.All(a => a.Id != id))
        {
            return StatusCode(StatusCodes.Status404NotFound);
        }

        Opened = id;
        _active = await book.Accounts.ListActiveAsync(cancellationToken);
        Inactive = [.. all.Where(a => a.IsActive != true)];
        return Page();
    }
}
