using BiweeklyBudget.Core;
using BiweeklyBudget.Core.PayPeriods;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BiweeklyBudget.Hosting.Features.PayPeriods;

/// <summary>The pay periods around today (spec/ui.md §3).</summary>
internal sealed class PeriodsModel(BudgetBook book) : PageModel
{
    /// <summary>Today's UTC date.</summary>
    public DateOnly Today => book.Today;

    /// <summary>The previous period, the current one and the eight after it.</summary>
    public PeriodList List { get; private set; } = null!;

    /// <summary>The current period and the two after it: an id, a caption, the figures.</summary>
    public IEnumerable<(string Id, string Caption, PayPeriodFigures View)> Tiles =>
    [
        ("current", "Remaining this period", List.Periods[1]),
        ("next", "Remaining next period", List.Periods[2]),
        ("following", "Remaining following period", List.Periods[3]),
    ];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var current = book.Calendar.Containing(Today);
        List = new PeriodList(await book.PayPeriods.ForecastAsync(new ShownPeriods(book.Calendar).InList(current), cancellationToken), current);
    }
}
