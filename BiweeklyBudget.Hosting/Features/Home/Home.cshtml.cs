using BiweeklyBudget.Core;
using BiweeklyBudget.Core.Accounts;
using BiweeklyBudget.Core.Budgets;
using BiweeklyBudget.Hosting.Features.PayPeriods;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BiweeklyBudget.Hosting.Features.Home;

/// <summary>The start page: what is left, and where the money is (spec/ui.md §2).</summary>
internal sealed class HomeModel(BudgetBook book) : PageModel
{
    /// <summary>The current period and the eight after it.</summary>
    public PeriodList Periods { get; private set; } = null!;

    /// <summary>Active standing budgets by name.</summary>
    public IReadOnlyList<StandingBudget> Standing { get; private set; } = [];

    /// <summary>Active accounts of all types.</summary>
    public IReadOnlyList<AccountFigures> Accounts { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var current = book.Calendar.Containing(book.Today);
        Periods = new PeriodList(await book.PayPeriods.ForecastAsync(new ShownPeriods(book.Calendar).AtHome(current), cancellationToken), current);
        Standing = [.. (await book.Budgets.ListActiveStandingAsync(cancellationToken)).OrderBy(b => b.Name, StringComparer.OrdinalIgnoreCase)];
        Accounts = await book.Accounts.ListActiveAsync(cancellationToken);
    }
}
