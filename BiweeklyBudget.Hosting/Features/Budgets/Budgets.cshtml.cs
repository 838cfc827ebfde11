using BiweeklyBudget.Core;
using BiweeklyBudget.Core.Budgets;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BiweeklyBudget.Hosting.Features.Budgets;

/// <summary>All budgets, and what was spent from them over time (spec/ui.md §8); with an id in the address, that one's dialog is open.</summary>
internal sealed class BudgetsModel(BudgetBook book) : PageModel
{
    /// <summary>Periodic budgets by name.</summary>
    public IReadOnlyList<BudgetDetails> Periodic { get; private set; } = [];

    /// <summary>Standing budgets by name, with what projects lay claim to.</summary>
    public IReadOnlyList<(BudgetDetails Budget, StandingBudget Figures)> Standing { get; private set; } = [];

    /// <summary>The budget whose dialog is open.</summary>
    public int? Opened { get; private set; }

    public async Task<IActionResult> OnGetAsync(int? id, CancellationToken cancellationToken)
    {
        var all = await book.Budgets.ListAsync(cancellationToken);
        if (id is not null && all.All(b => b.Id != id))
        {
            return StatusCode(StatusCodes.Status404NotFound);
        }

        Opened = id;
        Periodic = [.. all.Where(b => b.IsPeriodic == true)];
        var figures = (await book.Budgets.ListStandingAsync(cancellationToken)).ToDictionary(s => s.Id);
        Standing = [.. all.Where(b => figures.ContainsKey(b.Id)).Select(b => (b, figures[b.Id]))];
        return Page();
    }
}
