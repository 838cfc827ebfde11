using BiweeklyBudget.Core;
using BiweeklyBudget.Core.CreditPayoff;
using BiweeklyBudget.Hosting.Composition;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BiweeklyBudget.Hosting.Features.CreditPayoff;

/// <summary>The payoff plans (spec/credit-payoff.md §11), and the cards that no plan can be made for (§12). Three SQL statements and those of the notifications.</summary>
internal sealed class CreditPayoffModel(BudgetBook book, CurrentBook current) : PageModel
{
    /// <summary>What is shown.</summary>
    public PayoffPlans Plans { get; private set; } = null!;

    /// <summary>The plans.</summary>
    public PayoffReport Report => Plans.Report;

    /// <summary>Whether there is any active card, known well enough or not.</summary>
    public bool HasCards => Report.Cards.Count + Report.Incomplete.Count > 0;

    /// <summary>The prime rate; null when no card follows it.</summary>
    public PrimeRateShown? PrimeRate { get; private set; }

    /// <summary>Increases as rows of the form; a blank one when there is none.</summary>
    public IReadOnlyList<PlannedChange?> Increases => RowsOf(Plans.Settings.Increases);

    /// <summary>One-time payments as rows of the form; a blank one when there is none.</summary>
    public IReadOnlyList<PlannedChange?> OneTimes => RowsOf(Plans.Settings.OneTimes);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Plans = await book.CreditPayoff.PlanAsync(cancellationToken);
        if (Plans.FollowsPrimeRate)
        {
            var primeRate = current.Served.PrimeRate;
            var isOld = Plans.PrimeRate?.IsOld(current.Served.Engine.Time.GetUtcNow().UtcDateTime) == true;
            PrimeRate = new PrimeRateShown(Plans.PrimeRate, isOld, primeRate.HasSource, Plans.PrimeRate is null || isOld ? primeRate.Problem : null);
        }
    }

    private static PlannedChange?[] RowsOf(IReadOnlyList<PlannedChange> changes) => changes.Count == 0 ? [null] : [.. changes];
}
