using BiweeklyBudget.Core.Money;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Rows;
using BiweeklyBudget.Core.Tables;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Projects;

/// <summary>The table of a project's items (spec/projects.md §5), with three SQL statements whatever the database holds.</summary>
internal sealed class ProjectItemList(BudgetDbContext database)
{
    private static readonly TableColumns<ProjectItem> Sorted = new TableColumns<ProjectItem>()
        .Column("name", row => row.Name)
        .Column("quantity", row => row.Quantity)
        .Column("unit_cost", row => row.UnitCost)
        .Column("line_cost", row => LineCost.Of(row.Quantity, row.UnitCost))
        .Column("notes", row => row.Notes)
        .Column("is_active", row => row.IsActive)
        .Column("url", row => row.Url)
        .Column("id", row => row.Id)
        .Key(row => row.Id);

    /// <summary>Names of the columns that can be sorted by.</summary>
    public static IEnumerable<string> Columns => Sorted.Names;

    /// <summary>Reads the rows that are asked for.</summary>
    /// <param name="projectId">The project.</param>
    /// <param name="query">Search in name, notes and URL, order, page.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <returns>The rows, and how many there are; none when there is no such project.</returns>
    public async Task<TablePage<ProjectItemDetails>> ReadAsync(int projectId, TableQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        var all = database.ProjectItems.Where(item => item.ProjectId == projectId);
        var found = all;
        if (SearchPattern.Of(query.Search) is { } pattern)
        {
            found = found.Where(item => EF.Functions.Like(item.Name!, pattern, SearchPattern.Escape) || EF.Functions.Like(item.Notes!, pattern, SearchPattern.Escape) || EF.Functions.Like(item.Url!, pattern, SearchPattern.Escape));
        }

        var total = await all.CountAsync(cancellationToken).ConfigureAwait(false);
        var filtered = await found.CountAsync(cancellationToken).ConfigureAwait(false);
        var rows = await Sorted.Sort(found, query.Order).Page(query).AsNoTracking().ToListAsync(cancellationToken).ConfigureAwait(false);
        return new TablePage<ProjectItemDetails>(total, filtered, [.. rows.Select(ProjectItemDetails.Of)]);
    }

    /// <summary>Reads an item with one SQL statement.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <returns>The item; null when there is none with that id.</returns>
    public async Task<ProjectItemDetails?> FindAsync(int id, CancellationToken cancellationToken) =>
        await database.ProjectItems.AsNoTracking().SingleOrDefaultAsync(item => item.Id == id, cancellationToken).ConfigureAwait(false) is { } row ? ProjectItemDetails.Of(row) : null;
}
