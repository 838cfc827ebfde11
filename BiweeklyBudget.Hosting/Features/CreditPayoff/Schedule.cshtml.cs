using BiweeklyBudget.Core.CreditPayoff;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BiweeklyBudget.Hosting.Features.CreditPayoff;

/// <summary>One method month by month: what is paid, charged and still owed on each card, from the same result as the page of all methods.</summary>
internal sealed class ScheduleModel(PayoffPlanner planner) : PageModel
{
    private MethodReport _shown = null!;

    /// <summary>The method.</summary>
    public PayoffMethod Method => _shown.Method;

    /// <summary>The cards that owe something, by account id.</summary>
    public IReadOnlyList<PayoffCard> Cards { get; private set; } = [];

    /// <summary>The result; null when the method failed.</summary>
    public PayoffResult.PaidOff? Paid => _shown.Result as PayoffResult.PaidOff;

    /// <summary>Why the method failed.</summary>
    public string? Problem => (_shown.Result as PayoffResult.Failed)?.Reason;

    public async Task<IActionResult> OnGetAsync(string method, CancellationToken cancellationToken)
    {
        var plans = await planner.PlanAsync(cancellationToken);
        if (plans.Report is not { } report)
        {
            return Redirect($"{Request.PathBase}/accounts/credit-payoff");
        }

        if (report.Methods.FirstOrDefault(m => m.Method.Name == method) is not { } shown)
        {
            return StatusCode(StatusCodes.Status404NotFound);
        }

        _shown = shown;
        Cards = [.. report.Cards.Where(card => card.Statement is not null)];
        return Page();
    }
}
