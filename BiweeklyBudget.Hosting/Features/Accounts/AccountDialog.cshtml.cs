using BiweeklyBudget.Core;
using BiweeklyBudget.Core.Storage.Rows;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Hosting.Features.Accounts;

/// <summary>The dialog of one account (spec/ui.md §7.2).</summary>
internal sealed class AccountDialogModel(BudgetBook book) : PageModel
{
    private static readonly string[] InterestMethods = ["AdbCompoundedDaily", "SimpleInterest"];
    private static readonly string[] MinimumMethods = ["MinPaymentAmEx", "MinPaymentCiti", "MinPaymentDiscover"];

    /// <summary>The stored one; a new one has the id 0.</summary>
    public Account Stored { get; private set; } = new() { Type = AccountType.Bank };

    public IReadOnlyList<SelectListItem> Types => [.. Enum.GetNames<AccountType>().Select(name => new SelectListItem(name, name, name == Stored.Type?.ToString()))];

    public IReadOnlyList<SelectListItem> InterestMethodItems => [.. InterestMethods.Select(name => new SelectListItem(name, name, name == Stored.InterestMethod))];

    public IReadOnlyList<SelectListItem> MinimumMethodItems => [.. MinimumMethods.Select(name => new SelectListItem(name, name, name == Stored.MinimumPaymentMethod))];

    public IReadOnlyList<SelectListItem> PlaidAccounts { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(int? id, CancellationToken cancellationToken)
    {
        if (id is not null)
        {
            if (await book.Database.Accounts.AsNoTracking().SingleOrDefaultAsync(a => a.Id == id, cancellationToken) is not { } found)
            {
                return StatusCode(StatusCodes.Status404NotFound);
            }

            Stored = found;
        }

        PlaidAccounts = await ReadPlaidAccountsAsync(cancellationToken);
        return Page();
    }

    private async Task<IReadOnlyList<SelectListItem>> ReadPlaidAccountsAsync(CancellationToken cancellationToken)
    {
        var rows = await (
            from account in book.Database.PlaidAccounts
            join item in book.Database.PlaidItems on account.ItemId equals item.ItemId
            select new { account.ItemId, account.AccountId, account.Name, account.Mask, item.InstitutionName }).ToListAsync(cancellationToken);
        var choices = rows.Select(r => new SelectListItem($"{r.InstitutionName} / {r.Name} ({r.Mask})", $"{r.ItemId},{r.AccountId}", r.ItemId == Stored.PlaidItemId && r.AccountId == Stored.PlaidAccountId));
        return [new SelectListItem("none", "null,null"), .. choices.OrderBy(c => c.Text, StringComparer.OrdinalIgnoreCase)];
    }
}
