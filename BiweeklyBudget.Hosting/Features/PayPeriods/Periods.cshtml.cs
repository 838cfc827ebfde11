using BiweeklyBudget.Core;
using BiweeklyBudget.Core.PayPeriods;
using BiweeklyBudget.Core.Settings;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BiweeklyBudget.Hosting.Features.PayPeriods;

/// <summary>The pay periods around today (spec/ui.md §3).</summary>
internal sealed class PeriodsModel(BudgetBook book, BudgetSettings settings, TimeProvider time) : PageModel
{
    /// <summary>Today's UTC date.</summary>
    public DateOnly Today { get; } = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);

    /// <summary>The previous period, the current one and the eight after it.</summary>
    public PeriodList List { get; private set; } = null!;

    /// <summary>The current period and the two after it: an id, a caption, the figures.</summary>
    public IEnumerable<(string Id, string Caption, PayPeriodView View)> Tiles =>
    [
        ("current", "Remaining this period", List.Periods[1]),
        ("next", "Remaining next period", List.Periods[2]),
        ("following", "Remaining following period", List.Periods[3]),
    ];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var current = settings.PayCalendar.Containing(Today);
        var shown = new ShownPeriods(settings.PayCalendar).InList(current);
        List = new PeriodList(await new PayPeriodForecast(book.Database).ReadAsync(shown, Today, cancellationToken), current);
    }
}
