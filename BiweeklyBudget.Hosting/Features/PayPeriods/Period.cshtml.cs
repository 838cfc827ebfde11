using BiweeklyBudget.Core;
using BiweeklyBudget.Core.Budgets;
using BiweeklyBudget.Core.Calendar;
using BiweeklyBudget.Core.PayPeriods;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BiweeklyBudget.Hosting.Features.PayPeriods;

/// <summary>One pay period, the main working page (spec/ui.md §4). Four SQL statements and those of the notifications.</summary>
internal sealed class PeriodModel(BudgetBook book) : PageModel
{
    /// <summary>Most entries that the page shows at once; nobody who lives on pay periods has as many in one.</summary>
    public const int MostEntries = 500;

    /// <summary>Today's UTC date.</summary>
    public DateOnly Today => book.Today;

    /// <summary>Today's period.</summary>
    public PayPeriod Current => Calendar.Containing(Today);

    /// <summary>The period before, this one and the three after it.</summary>
    public IReadOnlyList<PayPeriodFigures> Around { get; private set; } = [];

    /// <summary>This period.</summary>
    public PayPeriodFigures Shown { get; private set; } = null!;

    /// <summary>The part of its entries that is shown: all of them, unless there are very many.</summary>
    public IEnumerable<PeriodEntry> Entries => Shown.Entries.Skip(FirstEntry).Take(MostEntries);

    /// <summary>How many entries stand before those.</summary>
    public int FirstEntry { get; private set; }

    /// <summary>How many entries of the part before lie before it; null when this is the first part.</summary>
    public int? EarlierFrom => FirstEntry == 0 ? null : FirstEntry - MostEntries;

    /// <summary>The same for the part after; null when this is the last one.</summary>
    public int? LaterFrom => FirstEntry + MostEntries < Shown.Entries.Count ? FirstEntry + MostEntries : null;

    /// <summary>Active standing budgets, by id.</summary>
    public IReadOnlyList<StandingBudget> Standing { get; private set; } = [];

    /// <summary>Date that forms opened here propose.</summary>
    public DateOnly DefaultDate => Shown.Period.DefaultDate(Today);

    /// <summary>How the period lies to today.</summary>
    public string Place => Shown switch
    {
        { Period: var period } when period == Current => $"this period · day {Today.DayNumber - period.Start.DayNumber + 1} of {period.Days}",
        { IsPast: true, Period: var period } => period == Calendar.Previous(Current) ? "last period" : "a past period",
        { Period: var period } => period == Calendar.Next(Current) ? "next period" : "a coming period",
    };

    /// <summary>What is still planned to be spent beyond what was.</summary>
    public decimal StillPlanned => Math.Max(0, Shown.Totals.Income - Shown.Totals.Remaining - Shown.Totals.Spent);

    /// <summary>Whether there is something that could be moved to a budget: what is left over, or what a budget has left.</summary>
    public bool CanSpread => Shown.Totals.Remaining > 0 || (!Shown.IsPast && Shown.Budgets.Any(budget => budget is { IsIncome: false, IsActive: true, Remaining: > 0 }));

    private PayCalendar Calendar => book.Calendar;

    /// <summary>What stands beside a period's dates in the table of several.</summary>
    public string LabelOf(PayPeriod period) => new ShownPeriods(Calendar).LabelOf(period, Current);

    public async Task<IActionResult> OnGetAsync(string date, int? from, CancellationToken cancellationToken)
    {
        if (!PayPeriodEndpoints.TryReadDate(date, out var day))
        {
            return StatusCode(StatusCodes.Status404NotFound);
        }

        Around = await book.PayPeriods.ForecastAsync(new ShownPeriods(Calendar).Around(Calendar.Containing(day)), cancellationToken);
        Shown = Around.Single(view => view.Period.Contains(day));
        FirstEntry = from is > 0 && from < Shown.Entries.Count ? from.Value / MostEntries * MostEntries : 0;
        Standing = await book.Budgets.ListActiveStandingAsync(cancellationToken);
        return Page();
    }
}
