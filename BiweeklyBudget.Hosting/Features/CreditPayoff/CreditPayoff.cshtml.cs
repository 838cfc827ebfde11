using BiweeklyBudget.Core;
using BiweeklyBudget.Core.CreditPayoff;
using BiweeklyBudget.Core.Money;
using BiweeklyBudget.Hosting.Composition;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BiweeklyBudget.Hosting.Features.CreditPayoff;

/// <summary>The payoff plans (spec/credit-payoff.md §11), or the card that keeps them from being made (§12). Three SQL statements and those of the notifications.</summary>
internal sealed class CreditPayoffModel(BudgetBook book, CurrentBook current) : PageModel
{
    /// <summary>What is shown.</summary>
    public PayoffPlans Plans { get; private set; } = null!;

    /// <summary>The plans; only without a missing interest charge.</summary>
    public PayoffReport Report => Plans.Report!;

    /// <summary>The prime rate; null when no card follows it.</summary>
    public PrimeRateShown? PrimeRate { get; private set; }

    /// <summary>Increases as rows of the form; a blank one when there is none.</summary>
    public IReadOnlyList<PlannedChange?> Increases => RowsOf(Plans.Settings.Increases);

    /// <summary>One-time payments as rows of the form; a blank one when there is none.</summary>
    public IReadOnlyList<PlannedChange?> OneTimes => RowsOf(Plans.Settings.OneTimes);

    /// <summary>How much a method saves, in a sentence.</summary>
    public static string SavingText(PayoffSaving saving, MoneyFormat money)
    {
        ArgumentNullException.ThrowIfNull(money);
        var amount = saving.Money switch
        {
            > 0 => $"Saves {money.Format(saving.Money)}",
            < 0 => $"Costs {money.Format(-saving.Money)} more",
            _ => "Costs the same",
        };
        var time = saving.Months switch
        {
            > 0 => $" and is done {MonthsText.Of(saving.Months)} sooner",
            < 0 => $" and takes {MonthsText.Of(-saving.Months)} longer",
            _ => " and takes as long",
        };
        return $"{amount}{time} than minimum payments.";
    }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Plans = await book.CreditPayoff.PlanAsync(cancellationToken);
        if (Plans.WithoutInterest is not null)
        {
            // Upstream's status, which scripts may know.
            Response.StatusCode = StatusCodes.Status500InternalServerError;
        }

        if (Plans.FollowsPrimeRate)
        {
            var primeRate = current.Served.PrimeRate;
            var isOld = Plans.PrimeRate?.IsOld(current.Served.Engine.Time.GetUtcNow().UtcDateTime) == true;
            PrimeRate = new PrimeRateShown(Plans.PrimeRate, isOld, primeRate.HasSource, Plans.PrimeRate is null || isOld ? primeRate.Problem : null);
        }
    }

    private static PlannedChange?[] RowsOf(IReadOnlyList<PlannedChange> changes) => changes.Count == 0 ? [null] : [.. changes];
}
