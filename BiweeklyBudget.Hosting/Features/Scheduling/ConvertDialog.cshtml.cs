using System.Globalization;
using BiweeklyBudget.Core;
using BiweeklyBudget.Core.Calendar;
using BiweeklyBudget.Core.Money;
using BiweeklyBudget.Core.Scheduling;
using BiweeklyBudget.Hosting.Features.PayPeriods;
using BiweeklyBudget.Hosting.Ui.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BiweeklyBudget.Hosting.Features.Scheduling;

/// <summary>
/// The dialogs that make a real transaction of an occurrence, or skip it (spec/ui.md §4.4). The address says in which
/// <c>period</c> it lies and on which <c>date</c> that very occurrence is due (fix 7), and it may propose another <c>amount</c> than the planned one.
/// </summary>
internal sealed class ConvertDialogModel(BudgetBook book) : PageModel
{
    /// <summary>The scheduled transaction.</summary>
    public ScheduledDetails Scheduled { get; private set; } = null!;

    /// <summary>The period that the occurrence lies in.</summary>
    public PayPeriod Period { get; private set; }

    /// <summary>The date proposed.</summary>
    public string Date { get; private set; } = "";

    /// <summary>The amount proposed, as a plain decimal.</summary>
    public string Amount { get; private set; } = "";

    /// <summary>Whether money comes in.</summary>
    public bool IsIncome => Amount.StartsWith('-');

    public async Task<IActionResult> OnGetAsync(int id, string? period, string? date, string? amount, CancellationToken cancellationToken)
    {
        if (await book.Scheduled.FindAsync(id, cancellationToken) is not { } found)
        {
            return StatusCode(StatusCodes.Status404NotFound);
        }

        Scheduled = found;
        Period = book.Calendar.Containing(PayPeriodEndpoints.TryReadDate(period, out var inside) ? inside : book.Today);
        Date = DateText.Day(PayPeriodEndpoints.TryReadDate(date, out var due) ? due : Period.DefaultDate(book.Today));
        Amount = decimal.TryParse(amount, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var typed) ? FieldText.Amount(typed) : FieldText.Amount(Scheduled.Amount);
        return Page();
    }
}
