using BiweeklyBudget.Core;
using BiweeklyBudget.Core.Accounts;
using BiweeklyBudget.Core.Settings;
using BiweeklyBudget.Core.Storage.Rows;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Hosting.Features.Accounts;

/// <summary>All accounts by type (spec/ui.md §7); with an id in the address, that one's dialog is open.</summary>
internal sealed class AccountsModel(BudgetBook book, BudgetSettings settings, TimeProvider time) : PageModel
{
    private IReadOnlyList<AccountFigures> _active = [];

    /// <summary>Accounts that are not in use any more: id and name.</summary>
    public IReadOnlyList<KeyValuePair<int, string>> Inactive { get; private set; } = [];

    /// <summary>The account whose dialog is open.</summary>
    public int? Opened { get; private set; }

    /// <summary>Active accounts of one type, by name.</summary>
    public IReadOnlyList<AccountFigures> OfType(AccountType type) => [.. _active.Where(a => a.Type == type)];

    public async Task<IActionResult> OnGetAsync(int? id, CancellationToken cancellationToken)
    {
        if (id is not null && !await book.Database.Accounts.AnyAsync(a => a.Id == id, cancellationToken))
        {
            return StatusCode(StatusCodes.Status404NotFound);
        }

        Opened = id;
        _active = await new AccountOverview(book.Database).ReadActiveAsync(settings.ReconcileBeginDate!.Value, time.GetUtcNow().UtcDateTime, settings.StaleDataDays, cancellationToken);
        var inactive = await book.Database.Accounts.Where(a => a.IsActive != true).Select(a => new { a.Id, a.Name }).ToListAsync(cancellationToken);
        Inactive = [.. inactive.Select(a => KeyValuePair.Create(a.Id, a.Name ?? "")).OrderBy(a => a.Value, StringComparer.OrdinalIgnoreCase)];
        return Page();
    }
}
