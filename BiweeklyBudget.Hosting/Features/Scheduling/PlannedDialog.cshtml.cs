using BiweeklyBudget.Core;
using BiweeklyBudget.Core.Calendar;
using BiweeklyBudget.Core.PayPeriods;
using BiweeklyBudget.Hosting.Features.PayPeriods;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace BiweeklyBudget.Hosting.Features.Scheduling;

/// <summary>All that is planned in a pay period and still open, to be made or skipped several at once; what is due is chosen already.</summary>
internal sealed class PlannedDialogModel(BudgetBook book) : PageModel
{
    /// <summary>What can be done with the chosen ones.</summary>
    public static IReadOnlyList<SelectListItem> Actions { get; } = [new("They happened: make transactions", PlannedForm.Make, true), new("They did not: skip them", PlannedForm.Skip)];

    /// <summary>The pay period.</summary>
    public PayPeriod Period { get; private set; }

    /// <summary>Its open occurrences.</summary>
    public IReadOnlyList<PeriodEntry> Open { get; private set; } = [];

    /// <summary>Whether an occurrence has a day, and that has come.</summary>
    public bool IsDue(PeriodEntry entry) => entry.IsDue(book.Today);

    /// <summary>The day that the transaction gets.</summary>
    public DateOnly DayOf(PeriodEntry entry) => entry.Date ?? Period.DefaultDate(book.Today);

    public async Task<IActionResult> OnGetAsync(string date, CancellationToken cancellationToken)
    {
        if (!PayPeriodEndpoints.TryReadDate(date, out var day))
        {
            return StatusCode(StatusCodes.Status404NotFound);
        }

        Period = book.Calendar.Containing(day);
        Open = [.. (await book.PayPeriods.ForecastAsync([Period], cancellationToken))[0].Entries.Where(entry => entry.Kind == PeriodEntryKind.Scheduled)];
        return Page();
    }
}
