using BiweeklyBudget.Core;
using BiweeklyBudget.Core.Accounts;
using BiweeklyBudget.Core.Budgets;
using BiweeklyBudget.Core.PayPeriods;
using BiweeklyBudget.Core.Settings;
using BiweeklyBudget.Hosting.Features.PayPeriods;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BiweeklyBudget.Hosting.Features.Home;

/// <summary>The start page: what is left, and where the money is (spec/ui.md §2).</summary>
internal sealed class HomeModel(BudgetBook book, BudgetSettings settings, TimeProvider time) : PageModel
{
    /// <summary>Now, UTC.</summary>
    public DateTime Now { get; } = time.GetUtcNow().UtcDateTime;

    /// <summary>The current period and the eight after it.</summary>
    public PeriodList Periods { get; private set; } = null!;

    /// <summary>Active standing budgets by name.</summary>
    public IReadOnlyList<StandingBudget> Standing { get; private set; } = [];

    /// <summary>Active accounts of all types.</summary>
    public IReadOnlyList<AccountFigures> Accounts { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(Now);
        var current = settings.PayCalendar.Containing(today);
        var shown = new ShownPeriods(settings.PayCalendar).AtHome(current);
        Periods = new PeriodList(await new PayPeriodForecast(book.Database).ReadAsync(shown, today, cancellationToken), current);
        Standing = [.. (await new StandingBudgets(book.Database).ReadActiveAsync(cancellationToken)).OrderBy(b => b.Name, StringComparer.OrdinalIgnoreCase)];
        Accounts = await book.Accounts.ListActiveAsync(cancellationToken);
    }
}
