using BiweeklyBudget.Core;
using BiweeklyBudget.Core.Accounts;
using BiweeklyBudget.Core.Money;
using BiweeklyBudget.Hosting.Security.SignIn;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace BiweeklyBudget.Hosting.Features.Accounts;

/// <summary>The dialog of one account (spec/ui.md §7.2).</summary>
internal sealed class AccountDialogModel(BudgetBook book) : PageModel
{
    /// <summary>What is shown: the stored account, or one to add.</summary>
    public AccountChange Shown { get; private set; } = new() { Name = "", Type = AccountType.Bank };

    /// <summary>Whether it is not shown where the bank's password is kept and how statements are downloaded.</summary>
    public bool HidesDownload { get; private set; }

    /// <summary>Today.</summary>
    public DateOnly Today => book.Today;

    public IReadOnlyList<SelectListItem> Types => Names<AccountType>(Shown.Type);

    public IReadOnlyList<SelectListItem> InterestCalculations => AccountWords.Choices(AccountWords.Interest, Shown.InterestCalculation);

    public IReadOnlyList<SelectListItem> MinimumPaymentRules => AccountWords.Choices(AccountWords.MinimumPayment, Shown.MinimumPaymentRule);

    public IReadOnlyList<SelectListItem> PlaidAccounts { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(int? id, CancellationToken cancellationToken)
    {
        if (id is not null)
        {
            if (await book.Accounts.FindAsync(id.Value, cancellationToken) is not { } found)
            {
                return StatusCode(StatusCodes.Status404NotFound);
            }

            Shown = found.ToChange();
            HidesDownload = !await HighData.IsShownAsync(HttpContext, book);
        }

        var plaid = (await book.Accounts.ListPlaidAccountsAsync(cancellationToken)).Select(Choice).OrderBy(choice => choice.Text, StringComparer.OrdinalIgnoreCase);
        PlaidAccounts = [new SelectListItem("none", "null,null"), .. plaid];
        return Page();
    }

    private static IReadOnlyList<SelectListItem> Names<TName>(TName? chosen)
        where TName : struct, Enum =>
        [.. Enum.GetNames<TName>().Select(name => new SelectListItem(name, name, name == chosen?.ToString()))];

    private SelectListItem Choice(PlaidAccountName account) =>
        new($"{account.Institution} / {account.Name} ({account.Mask})", $"{account.Key.ItemId},{account.Key.AccountId}", account.Key == Shown.PlaidAccount);
}
