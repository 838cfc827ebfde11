using BiweeklyBudget.Core;
using BiweeklyBudget.Core.Statements;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BiweeklyBudget.Hosting.Features.Statements;

/// <summary>The dialog of one bank transaction (spec/ui.md §10). Its FITID stands in the query, where every character is allowed.</summary>
internal sealed class OfxDialogModel(BudgetBook book) : PageModel
{
    public BankTransactionDetails Shown { get; private set; } = null!;

    /// <summary>The marks that the account's patterns have set.</summary>
    public IEnumerable<string> Marks => new[]
    {
        (Shown.IsPayment, "payment"), (Shown.IsLateFee, "late fee"), (Shown.IsInterestCharge, "interest charge"), (Shown.IsOtherFee, "other fee"), (Shown.IsInterestPayment, "interest payment"),
    }.Where(mark => mark.Item1 == true).Select(mark => mark.Item2);

    public async Task<IActionResult> OnGetAsync(int account, string? fitid, CancellationToken cancellationToken)
    {
        if (await book.Statements.FindAsync(account, fitid ?? "", cancellationToken) is not { } found)
        {
            return StatusCode(StatusCodes.Status404NotFound);
        }

        Shown = found;
        return Page();
    }
}
