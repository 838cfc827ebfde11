using BiweeklyBudget.Core.Money;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Rows;
using BiweeklyBudget.Core.Tables;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Projects;

/// <summary>The table of all projects (spec/projects.md §3), with three SQL statements whatever the database holds. Costs are sorted by in the database too (defect 5).</summary>
internal sealed class ProjectList(BudgetDbContext database)
{
    private static readonly TableColumns<Row> Sorted = new TableColumns<Row>()
        .Column("name", row => row.Project.Name)
        .Column("total_cost", row => row.Total)
        .Column("remaining_cost", row => row.Remaining)
        .Column("is_active", row => row.Project.IsActive)
        .Column("notes", row => row.Project.Notes)
        .Key(row => row.Project.Id);

    /// <summary>Names of the columns that can be sorted by.</summary>
    public static IEnumerable<string> Columns => Sorted.Names;

    /// <summary>Reads the rows that are asked for.</summary>
    /// <param name="query">Search in name and notes, order, page.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <returns>The rows, and how many there are.</returns>
    public async Task<TablePage<ProjectDetails>> ReadAsync(TableQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        IQueryable<Project> found = database.Projects;
        if (SearchPattern.Of(query.Search) is { } pattern)
        {
            found = found.Where(project => EF.Functions.Like(project.Name!, pattern, SearchPattern.Escape) || EF.Functions.Like(project.Notes!, pattern, SearchPattern.Escape));
        }

        var total = await database.Projects.CountAsync(cancellationToken).ConfigureAwait(false);
        var filtered = await found.CountAsync(cancellationToken).ConfigureAwait(false);
        var rows = await Sorted.Sort(Rows(found), query.Order).Page(query).AsNoTracking().ToListAsync(cancellationToken).ConfigureAwait(false);
        return new TablePage<ProjectDetails>(total, filtered, [.. rows.Select(Details)]);
    }

    /// <summary>Reads a project with one SQL statement.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <returns>The project; null when there is none with that id.</returns>
    public async Task<ProjectDetails?> FindAsync(int id, CancellationToken cancellationToken) =>
        await Rows(database.Projects.Where(project => project.Id == id)).AsNoTracking().SingleOrDefaultAsync(cancellationToken).ConfigureAwait(false) is { } row ? Details(row) : null;

    /// <summary>Adds up all active projects with two SQL statements.</summary>
    /// <param name="cancellationToken">Ends the reading early.</param>
    public async Task<ProjectTotals> TotalsAsync(CancellationToken cancellationToken)
    {
        var items = database.ProjectItems.Where(item => database.Projects.Any(project => project.Id == item.ProjectId && project.IsActive == true));
        return new ProjectTotals(
            await items.SumAsync(item => LineCost.Of(item.Quantity, item.UnitCost), cancellationToken).ConfigureAwait(false) ?? 0m,
            await items.Where(item => item.IsActive == true).SumAsync(item => LineCost.Of(item.Quantity, item.UnitCost), cancellationToken).ConfigureAwait(false) ?? 0m);
    }

    private static ProjectDetails Details(Row row) => new()
    {
        Id = row.Project.Id,
        Name = row.Project.Name,
        Notes = row.Project.Notes,
        IsActive = row.Project.IsActive,
        StandingBudgetId = row.Project.StandingBudgetId,
        StandingBudgetName = row.BudgetName,
        TotalCost = row.Total ?? 0m,
        RemainingCost = row.Remaining ?? 0m,
    };

    private IQueryable<Row> Rows(IQueryable<Project> projects) =>
        from project in projects
        join budget in database.Budgets on project.StandingBudgetId equals budget.Id into budgets
        from budget in budgets.DefaultIfEmpty()
        select new Row
        {
            Project = project,
            BudgetName = budget.Name,
            Total = database.ProjectItems.Where(item => item.ProjectId == project.Id).Sum(item => LineCost.Of(item.Quantity, item.UnitCost)),
            Remaining = database.ProjectItems.Where(item => item.ProjectId == project.Id && item.IsActive == true).Sum(item => LineCost.Of(item.Quantity, item.UnitCost)),
        };

    private sealed class Row
    {
        public required Project Project { get; init; }

        public string? BudgetName { get; init; }

        public decimal? Total { get; init; }

        public decimal? Remaining { get; init; }
    }
}
