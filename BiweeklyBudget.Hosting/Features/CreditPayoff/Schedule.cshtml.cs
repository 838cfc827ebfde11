using BiweeklyBudget.Core;
using BiweeklyBudget.Core.CreditPayoff;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BiweeklyBudget.Hosting.Features.CreditPayoff;

/// <summary>One method month by month: what is paid, charged and still owed on each card, from the same result as the page of all methods.</summary>
internal sealed class ScheduleModel(BudgetBook book) : PageModel
{
    private IReadOnlyList<CardPayoff> _payoffs = [];

    /// <summary>The method.</summary>
    public MethodReport Method { get; private set; } = null!;

    /// <summary>The cards that no plan can be made for.</summary>
    public IReadOnlyList<IncompleteCard> LeftOut { get; private set; } = [];

    /// <summary>The cards that owe something, by account id.</summary>
    public IReadOnlyList<PayoffCard> Cards { get; private set; } = [];

    /// <summary>What happens to these cards in a month, from 0; null for one that is paid off.</summary>
    public IReadOnlyList<CardMonth?> MonthsOf(int round) => [.. _payoffs.Select(card => round < card.Months ? card.Schedule[round] : (CardMonth?)null)];

    public async Task<IActionResult> OnGetAsync(string method, CancellationToken cancellationToken)
    {
        var plans = await book.CreditPayoff.PlanAsync(cancellationToken);
        var report = plans.Report;
        if (report.Owed == 0 && report.Incomplete.Count > 0)
        {
            // Nothing can be said yet: the page of all methods names what is missing.
            return Redirect($"{Request.PathBase}/accounts/credit-payoff");
        }

        if (report.Methods.FirstOrDefault(m => m.Name == method) is not { } shown)
        {
            return StatusCode(StatusCodes.Status404NotFound);
        }

        Method = shown;
        LeftOut = report.Incomplete;
        Cards = [.. report.Cards.Where(card => card.Owed > 0)];
        _payoffs = [.. report.Cards.Zip(shown.Cards).Where(pair => pair.First.Owed > 0).Select(pair => pair.Second)];
        return Page();
    }
}
