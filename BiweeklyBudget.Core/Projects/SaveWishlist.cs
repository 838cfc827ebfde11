using System.Globalization;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Projects;

/// <summary>
/// Brings a project's items up to date with a wish list (spec/projects.md §7). An item is known again by its exact address. What somebody entered by hand from elsewhere is left alone
/// (defect 13): only an item of the shop's, or one that a list brought before, goes inactive when it is not on the list.
/// </summary>
internal sealed class SaveWishlist(BudgetDbContext database)
{
    private readonly List<string> _added = [];
    private readonly List<string> _updated = [];
    private readonly List<string> _deactivated = [];
    private readonly List<string> _leftOut = [];

    /// <summary>Does it, in one database transaction.</summary>
    /// <param name="projectId">The project.</param>
    /// <param name="list">All items of the list.</param>
    /// <param name="cancellationToken">Cancels it; nothing is changed then.</param>
    public Task<Outcome<WishlistChanges>> ExecuteAsync(int projectId, IReadOnlyList<WishlistItem> list, CancellationToken cancellationToken) =>
        AtomicSave.RunAsync(database, nameof(SaveWishlist), (save, token) => SaveAsync(save, projectId, list, token), duplicate: null, cancellationToken);

    private async Task<Outcome<WishlistChanges>> SaveAsync(RunningSave save, int projectId, IReadOnlyList<WishlistItem> list, CancellationToken cancellationToken)
    {
        // It may be the second attempt.
        new[] { _added, _updated, _deactivated, _leftOut }.ToList().ForEach(names => names.Clear());
        if ((await save.Rows.ProjectsAsync([projectId], cancellationToken).ConfigureAwait(false)).Count == 0)
        {
            return new Outcome<WishlistChanges>.Refused(new Problem(null, ProblemCode.NotFound, string.Create(CultureInfo.InvariantCulture, $"Invalid Project id: {projectId}")));
        }

        if (list.Count == 0)
        {
            return new Outcome<WishlistChanges>.Refused(new Problem(null, ProblemCode.Missing, "The wish list is empty; nothing was changed."));
        }

        var items = await save.Rows.ProjectItemsAsync(projectId, cancellationToken).ConfigureAwait(false);
        var wanted = list.Where(item => !string.IsNullOrWhiteSpace(item.Url)).DistinctBy(item => item.Url, StringComparer.Ordinal).ToList();
        _leftOut.AddRange(list.Where(item => string.IsNullOrWhiteSpace(item.Url)).Select(item => $"\"{item.Title}\" has no address."));
        foreach (var item in wanted)
        {
            Take(save.Database, projectId, item, items.Find(row => row.Url == item.Url));
        }

        await PutAsideAsync(save.Database, items, wanted.Select(item => item.Url!).ToHashSet(StringComparer.Ordinal), cancellationToken).ConfigureAwait(false);
        await save.Database.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        return new Outcome<WishlistChanges>.Saved(new WishlistChanges([.. _added], [.. _updated], [.. _deactivated], [.. _leftOut]));
    }

    private void Take(BudgetDbContext context, int projectId, WishlistItem item, ProjectItem? row)
    {
        var change = (row is null ? new ProjectItemChange { ProjectId = projectId, Name = "", Quantity = 0, UnitCost = 0m, Url = item.Url } : ProjectItemDetails.Of(row).ToChange()) with
        {
            Name = TextLength.Shorten(item.Title.Trim(), TextLength.Usual),
            Quantity = item.Quantity ?? 1,
            IsActive = true,
        };
        change = change with { UnitCost = item.Cost > 0 ? item.Cost : change.UnitCost };
        var problems = new Problems();
        ItemRules.CheckAlone(change, problems);
        ItemRules.CheckAgainst(change, row, problems);
        if (problems.Any)
        {
            var found = problems.Found[0];
            _leftOut.Add($"\"{change.Name}\" cannot be stored. {found.Property}: {found.Message}");
            return;
        }

        if (row is not null && change == ProjectItemDetails.Of(row).ToChange())
        {
            return;
        }

        (row is null ? _added : _updated).Add(change.Name);
        ItemRules.Write(change, row ?? context.ProjectItems.Add(new ProjectItem()).Entity);
    }

    private async Task PutAsideAsync(BudgetDbContext context, List<ProjectItem> items, HashSet<string> wanted, CancellationToken cancellationToken)
    {
        var missing = items.FindAll(item => item.IsActive == true && !string.IsNullOrEmpty(item.Url) && !wanted.Contains(item.Url));
        var elsewhere = missing.FindAll(item => !WishlistAddress.IsOfShop(item.Url!));
        var brought = elsewhere.Count == 0 ? [] : await BroughtByListsAsync(context, elsewhere, cancellationToken).ConfigureAwait(false);
        foreach (var item in missing.Where(item => !elsewhere.Contains(item) || brought.Contains(item.Id)))
        {
            item.IsActive = false;
            _deactivated.Add(item.Name ?? "");
        }
    }

    /// <summary>Those of some items that a list has brought or changed before, as the record of changes says.</summary>
    private static async Task<HashSet<int>> BroughtByListsAsync(BudgetDbContext context, List<ProjectItem> items, CancellationToken cancellationToken)
    {
        var table = RecordedTables.Of(context).Find(typeof(ProjectItem))!;
        var (name, keys) = (table.Name, items.ConvertAll(table.KeyOf));
        var query =
            from row in context.ChangedRows
            where row.TableName == name && keys.Contains(row.RowKey)
            join change in context.Changes on row.ChangeId equals change.Id
            where change.Operation == nameof(SaveWishlist)
            select row.RowKey;
        var found = (await query.ToListAsync(cancellationToken).ConfigureAwait(false)).ToHashSet(StringComparer.Ordinal);
        return [.. items.Where(item => found.Contains(table.KeyOf(item))).Select(item => item.Id)];
    }
}
