using BiweeklyBudget.Core.Budgets;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Rows;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Hosting.Features.Budgets;

/// <summary>All budgets, and what was spent from them over time (spec/ui.md §8); with an id in the address, that one's dialog is open.</summary>
internal sealed class BudgetsModel(BudgetDbContext database) : PageModel
{
    /// <summary>Periodic budgets by name.</summary>
    public IReadOnlyList<Budget> Periodic { get; private set; } = [];

    /// <summary>Standing budgets by name, with what projects lay claim to.</summary>
    public IReadOnlyList<(Budget Budget, StandingBudget Figures)> Standing { get; private set; } = [];

    /// <summary>The budget whose dialog is open.</summary>
    public int? Opened { get; private set; }

    public async Task<IActionResult> OnGetAsync(int? id, CancellationToken cancellationToken)
    {
        var all = (await database.Budgets.AsNoTracking().ToListAsync(cancellationToken)).OrderBy(b => b.Name, StringComparer.OrdinalIgnoreCase).ToList();
        if (id is not null && all.TrueForAll(b => b.Id != id))
        {
            return StatusCode(StatusCodes.Status404NotFound);
        }

        Opened = id;
        Periodic = [.. all.Where(b => b.IsPeriodic == true)];
        var figures = (await new StandingBudgets(database).ReadAllAsync(cancellationToken)).ToDictionary(s => s.Id);
        Standing = [.. all.Where(b => figures.ContainsKey(b.Id)).Select(b => (b, figures[b.Id]))];
        return Page();
    }
}
