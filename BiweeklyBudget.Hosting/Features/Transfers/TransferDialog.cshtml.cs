using BiweeklyBudget.Core;
using BiweeklyBudget.Core.Money;
using BiweeklyBudget.Hosting.Features.PayPeriods;
using BiweeklyBudget.Hosting.Ui.Forms;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace BiweeklyBudget.Hosting.Features.Transfers;

/// <summary>The dialogs of both kinds of transfers (spec/ui.md §7.3, §8.3). The address may say the date.</summary>
internal sealed class TransferDialogModel(BudgetBook book, FormChoices choices) : PageModel
{
    public string Date { get; private set; } = "";

    /// <summary>All active accounts, the default one chosen.</summary>
    public IReadOnlyList<SelectListItem> Accounts { get; private set; } = [];

    /// <summary>Accounts that money can be transferred between.</summary>
    public IReadOnlyList<SelectListItem> TransferableAccounts { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Budgets { get; private set; } = [];

    public async Task OnGetAsync(string? date, CancellationToken cancellationToken)
    {
        Date = PayPeriodEndpoints.TryReadDate(date, out var day) ? DateText.Day(day) : DateText.Day(book.Today);
        Accounts = await choices.AccountsAsync(book.Settings.Current.DefaultAccountId, cancellationToken);
        TransferableAccounts = await choices.TransferableAccountsAsync(cancellationToken);
        Budgets = await choices.BudgetsAsync([], cancellationToken);
    }
}
