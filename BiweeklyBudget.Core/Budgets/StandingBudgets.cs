using BiweeklyBudget.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Budgets;

/// <summary>The standing budgets with their allocation to projects (spec/domain.md §6).</summary>
/// <param name="database">The database.</param>
internal sealed class StandingBudgets(BudgetDbContext database)
{
    private static readonly CompiledQuery<Func<BudgetDbContext, IAsyncEnumerable<StandingBudgetRow>>> Active = Compile(activeOnly: true);
    private static readonly CompiledQuery<Func<BudgetDbContext, IAsyncEnumerable<StandingBudgetRow>>> All = Compile(activeOnly: false);

    /// <summary>Reads the active standing budgets with one SQL statement.</summary>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <returns>The budgets, by id.</returns>
    public async Task<IReadOnlyList<StandingBudget>> ReadActiveAsync(CancellationToken cancellationToken) =>
        Allocate(await Active.For(database)(database).ToListAsync(cancellationToken).ConfigureAwait(false));

    /// <summary>Reads all standing budgets, inactive ones too, with one SQL statement.</summary>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <returns>The budgets, by id.</returns>
    public async Task<IReadOnlyList<StandingBudget>> ReadAllAsync(CancellationToken cancellationToken) =>
        Allocate(await All.For(database)(database).ToListAsync(cancellationToken).ConfigureAwait(false));

    /// <summary>Adds up the claims on each budget. The product is taken here because SQLite holds money scaled.</summary>
    internal static IReadOnlyList<StandingBudget> Allocate(IEnumerable<StandingBudgetRow> rows) =>
    [
        .. rows.GroupBy(r => r.Id).OrderBy(g => g.Key).Select(budget =>
        {
            var balance = budget.First().Balance ?? 0m;
            var allocated = budget.Sum(r => (r.Quantity ?? 0) * (r.UnitCost ?? 0m));
            return new StandingBudget(budget.Key, budget.First().Name ?? "", balance, allocated, balance - allocated);
        }),
    ];

    private static CompiledQuery<Func<BudgetDbContext, IAsyncEnumerable<StandingBudgetRow>>> Compile(bool activeOnly) => new(() => EF.CompileAsyncQuery((BudgetDbContext database) =>
        from budget in database.Budgets
        where budget.IsPeriodic == false && (!activeOnly || budget.IsActive == true)
        join project in database.Projects.Where(p => p.IsActive == true) on budget.Id equals project.StandingBudgetId into projects
        from project in projects.DefaultIfEmpty()
        join item in database.ProjectItems.Where(i => i.IsActive == true) on project.Id equals item.ProjectId into items
        from item in items.DefaultIfEmpty()
        group (long?)item.Quantity by new { budget.Id, budget.Name, budget.CurrentBalance, UnitCost = item.UnitCost } into same
        select new StandingBudgetRow(same.Key.Id, same.Key.Name, same.Key.CurrentBalance, same.Key.UnitCost, same.Sum())));
}
