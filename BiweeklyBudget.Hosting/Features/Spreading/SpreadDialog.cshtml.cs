using BiweeklyBudget.Core;
using BiweeklyBudget.Core.Spreading;
using BiweeklyBudget.Hosting.Features.PayPeriods;
using BiweeklyBudget.Hosting.Ui.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace BiweeklyBudget.Hosting.Features.Spreading;

/// <summary>What is left over in a pay period, with the budgets that it can be spread over.</summary>
internal sealed class SpreadDialogModel(BudgetBook book) : PageModel
{
    /// <summary>The money.</summary>
    public SpreadableMoney Money { get; private set; } = null!;

    /// <summary>The budgets that money can be given to, in groups.</summary>
    public IEnumerable<(string Heading, IReadOnlyList<SpreadableBudget> Budgets)> Groups =>
    [
        ("Standing budgets", [.. Money.Budgets.Where(budget => budget.IsStanding)]),
        ("Periodic budgets", [.. Money.Budgets.Where(budget => budget is { IsStanding: false, IsTarget: true })]),
    ];

    /// <summary>Budgets that can be charged, if that may be needed.</summary>
    public IReadOnlyList<SelectListItem> Chargeable =>
        Money.LeftOver > Money.Uncharged ? [.. Money.Budgets.Where(budget => budget.IsChargeable).Select(budget => new SelectListItem(budget.Name, FieldText.Number(budget.Id)))] : [];

    /// <summary>Whether nothing can be given to anybody.</summary>
    public bool IsEmpty => !Money.Budgets.Any(budget => budget.IsTarget) || (Money.LeftOver <= 0 && !Money.Budgets.Any(budget => budget is { IsTarget: true, Takeable: > 0 }));

    public async Task<IActionResult> OnGetAsync(string date, CancellationToken cancellationToken)
    {
        if (!PayPeriodEndpoints.TryReadDate(date, out var day))
        {
            return StatusCode(StatusCodes.Status404NotFound);
        }

        Money = await book.Spreading.ReadAsync(day, cancellationToken);
        return Page();
    }
}
