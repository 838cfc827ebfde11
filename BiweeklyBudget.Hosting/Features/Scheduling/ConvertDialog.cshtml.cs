using BiweeklyBudget.Core;
using BiweeklyBudget.Core.Calendar;
using BiweeklyBudget.Core.Money;
using BiweeklyBudget.Core.Scheduling;
using BiweeklyBudget.Hosting.Features.PayPeriods;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BiweeklyBudget.Hosting.Features.Scheduling;

/// <summary>
/// The dialogs that make a real transaction of an occurrence, or skip it (spec/ui.md §4.4). The address says in which
/// <c>period</c> it lies and on which <c>date</c> that very occurrence is due (fix 7).
/// </summary>
internal sealed class ConvertDialogModel(BudgetBook book) : PageModel
{
    /// <summary>The scheduled transaction.</summary>
    public ScheduledDetails Scheduled { get; private set; } = null!;

    /// <summary>The period that the occurrence lies in.</summary>
    public PayPeriod Period { get; private set; }

    /// <summary>The date proposed.</summary>
    public string Date { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(int id, string? period, string? date, CancellationToken cancellationToken)
    {
        if (await book.Scheduled.FindAsync(id, cancellationToken) is not { } found)
        {
            return StatusCode(StatusCodes.Status404NotFound);
        }

        Scheduled = found;
        Period = book.Calendar.Containing(PayPeriodEndpoints.TryReadDate(period, out var inside) ? inside : book.Today);
        Date = DateText.Day(PayPeriodEndpoints.TryReadDate(date, out var due) ? due : Period.DefaultDate(book.Today));
        return Page();
    }
}
