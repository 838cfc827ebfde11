using BiweeklyBudget.Core;
using BiweeklyBudget.Core.Accounts;
using BiweeklyBudget.Core.Budgets;
using BiweeklyBudget.Core.Settings;
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

    /// <summary>The steps of setting up; null when nobody needs them.</summary>
    public IReadOnlyList<SetupStep>? Setup { get; private set; }

    /// <summary>Whether there is anything to show besides them.</summary>
    public bool HasMoney { get; private set; } = true;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var current = book.Calendar.Containing(book.Today);
        Periods = new PeriodList(await book.PayPeriods.ForecastAsync(new ShownPeriods(book.Calendar).AtHome(current), cancellationToken), current);
        Standing = [.. (await book.Budgets.ListActiveStandingAsync(cancellationToken)).OrderBy(b => b.Name, StringComparer.OrdinalIgnoreCase)];
        Accounts = await book.Accounts.ListActiveAsync(cancellationToken);

        // A household that began with our first page, or has nothing yet. Of all others nothing more is asked.
        var (settings, isEmpty) = (book.Settings.Current, Accounts.Count == 0 || Periods.Periods.All(view => view.Totals is { Income: 0, Allocated: 0, Spent: 0 }));
        if (!settings.IsSetUp && (isEmpty || !settings.IsFixed(HouseholdSettings.Payday)))
        {
            var done = await book.Settings.ReadSetupAsync(cancellationToken);
            Setup = SetupList.Of(done);
            HasMoney = done.HasFlag(SetupSteps.Transactions);
        }
    }
}
