using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Settings;
using BiweeklyBudget.Core.Tables;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Projects;

/// <summary>The projects of a book with their bills of materials: <c>book.Projects</c>. A project is a list of costs; it moves no money. Projects and items are deleted as all records are, by <c>book.Deleting</c>.</summary>
public sealed class ProjectSection
{
    private readonly BookSession _session;

    internal ProjectSection(BookSession session) => _session = session;

    /// <summary>Names of the columns that <see cref="ListAsync"/> can sort by.</summary>
    public static IEnumerable<string> Columns => ProjectList.Columns;

    /// <summary>Names of the columns that <see cref="ListItemsAsync"/> can sort by.</summary>
    public static IEnumerable<string> ItemColumns => ProjectItemList.Columns;

    /// <summary>One project.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <returns>The project; null when there is none with that id.</returns>
    public Task<ProjectDetails?> FindAsync(int id, CancellationToken cancellationToken = default) =>
        _session.ReadAsync((database, token) => new ProjectList(database).FindAsync(id, token), cancellationToken);

    /// <summary>A page of the table of all projects.</summary>
    /// <param name="query">Search in name and notes, order by some of <see cref="Columns"/>, which rows.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <returns>The projects, and how many there are.</returns>
    public Task<TablePage<ProjectDetails>> ListAsync(TableQuery query, CancellationToken cancellationToken = default) =>
        _session.ReadAsync((database, token) => new ProjectList(database).ReadAsync(query, token), cancellationToken);

    /// <summary>What all active projects cost together.</summary>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <returns>The sums.</returns>
    public Task<ProjectTotals> TotalsAsync(CancellationToken cancellationToken = default) =>
        _session.ReadAsync((database, token) => new ProjectList(database).TotalsAsync(token), cancellationToken);

    /// <summary>Adds or changes a project.</summary>
    /// <param name="change">What it is to be.</param>
    /// <param name="cancellationToken">Cancels it; nothing is saved then.</param>
    /// <returns>Saved with the project's id, or why not.</returns>
    public Task<Outcome<int>> SaveAsync(ProjectChange change, CancellationToken cancellationToken = default) =>
        _session.SaveAsync(database => new SaveProject(database).ExecuteAsync(change, cancellationToken));

    /// <summary>Everything that is wrong with a change; nothing is saved.</summary>
    /// <param name="change">The change.</param>
    /// <param name="unknown">Names of properties whose values are not known yet, as in a form that is filled in: nothing is said about them, whatever stands in them.</param>
    /// <param name="cancellationToken">Ends the check early.</param>
    /// <returns>The problems; none when it could be saved.</returns>
    public Task<IReadOnlyList<Problem>> CheckAsync(ProjectChange change, IReadOnlySet<string>? unknown = null, CancellationToken cancellationToken = default) =>
        _session.SaveAsync(database => new SaveProject(database).CheckAsync(change, unknown, cancellationToken));

    /// <summary>Activates or deactivates a project; nothing else of it changes.</summary>
    /// <param name="activation">Which, and whether it is going on.</param>
    /// <param name="cancellationToken">Cancels it; nothing is saved then.</param>
    /// <returns>Saved with the project's id, or why not.</returns>
    public Task<Outcome<int>> SetActiveAsync(ProjectActivation activation, CancellationToken cancellationToken = default) =>
        _session.SaveAsync(database => new ActivateProject(database).ExecuteAsync(activation, cancellationToken));

    /// <summary>One item of any project.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <returns>The item; null when there is none with that id.</returns>
    public Task<ProjectItemDetails?> FindItemAsync(int id, CancellationToken cancellationToken = default) =>
        _session.ReadAsync((database, token) => new ProjectItemList(database).FindAsync(id, token), cancellationToken);

    /// <summary>A page of the table of a project's items.</summary>
    /// <param name="projectId">The project.</param>
    /// <param name="query">Search in name, notes and URL, order by some of <see cref="ItemColumns"/>, which rows.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <returns>The items, and how many there are; none when there is no such project.</returns>
    public Task<TablePage<ProjectItemDetails>> ListItemsAsync(int projectId, TableQuery query, CancellationToken cancellationToken = default) =>
        _session.ReadAsync((database, token) => new ProjectItemList(database).ReadAsync(projectId, query, token), cancellationToken);

    /// <summary>Adds or changes an item.</summary>
    /// <param name="change">What it is to be.</param>
    /// <param name="cancellationToken">Cancels it; nothing is saved then.</param>
    /// <returns>Saved with the item's id, or why not.</returns>
    public Task<Outcome<int>> SaveItemAsync(ProjectItemChange change, CancellationToken cancellationToken = default) =>
        _session.SaveAsync(database => new SaveProjectItem(database).ExecuteAsync(change, cancellationToken));

    /// <summary>Everything that is wrong with a change of an item; nothing is saved.</summary>
    /// <param name="change">The change.</param>
    /// <param name="unknown">Names of properties whose values are not known yet, as in a form that is filled in: nothing is said about them, whatever stands in them.</param>
    /// <param name="cancellationToken">Ends the check early.</param>
    /// <returns>The problems; none when it could be saved.</returns>
    public Task<IReadOnlyList<Problem>> CheckAsync(ProjectItemChange change, IReadOnlySet<string>? unknown = null, CancellationToken cancellationToken = default) =>
        _session.SaveAsync(database => new SaveProjectItem(database).CheckAsync(change, unknown, cancellationToken));

    /// <summary>Says what importing a file of items would do; nothing is stored.</summary>
    /// <param name="projectId">The project.</param>
    /// <param name="text">The file's text (<see cref="ProjectItemImport.Text"/>).</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <returns>What becomes of each line, or why the file cannot be read.</returns>
    public Task<ItemFilePreview> PreviewItemsAsync(int projectId, string text, CancellationToken cancellationToken = default) =>
        _session.ReadAsync((database, token) => new ImportProjectItems(database).PreviewAsync(projectId, text, token), cancellationToken);

    /// <summary>Imports a file of items: all of it or nothing. The same file a second time changes nothing.</summary>
    /// <param name="import">The file.</param>
    /// <param name="cancellationToken">Cancels it; nothing is saved then.</param>
    /// <returns>Saved with the numbers of items, or what is wrong, line by line.</returns>
    public Task<Outcome<ImportedItems>> ImportItemsAsync(ProjectItemImport import, CancellationToken cancellationToken = default) =>
        _session.SaveAsync(database => new ImportProjectItems(database).ExecuteAsync(import, cancellationToken));

    /// <summary>Everything that is wrong with an import; nothing is saved.</summary>
    /// <param name="import">The file.</param>
    /// <param name="unknown">Names of properties whose values are not known yet: nothing is said about them, whatever stands in them.</param>
    /// <param name="cancellationToken">Ends the check early.</param>
    /// <returns>The problems; none when it could be imported.</returns>
    public Task<IReadOnlyList<Problem>> CheckAsync(ProjectItemImport import, IReadOnlySet<string>? unknown = null, CancellationToken cancellationToken = default) =>
        _session.SaveAsync(database => new ImportProjectItems(database).CheckAsync(import, unknown, cancellationToken));

    /// <summary>The active projects that name a wish list: the first word of their notes is its address.</summary>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <returns>The projects, by id.</returns>
    public Task<IReadOnlyList<WishlistProject>> ListWishlistsAsync(CancellationToken cancellationToken = default) => _session.ReadAsync<IReadOnlyList<WishlistProject>>(
        async (database, token) =>
        {
            var active = await database.Projects.Where(project => project.IsActive == true && project.Notes != null).OrderBy(project => project.Id).Select(project => new { project.Id, project.Name, project.Notes }).ToListAsync(token).ConfigureAwait(false);
            return [.. from project in active let list = WishlistAddress.ListIdOf(project.Notes) where list is not null select new WishlistProject(project.Id, project.Name ?? "", list)];
        },
        cancellationToken);

    /// <summary>
    /// Brings a project's items up to date with a wish list, in one database transaction. Items are known again by their address: those on the list get its title, quantity and price and are active; those
    /// of the shop, or brought by a list before, that are not on it go inactive; all others stay as they are.
    /// </summary>
    /// <param name="projectId">The project.</param>
    /// <param name="list">All items of the list, at least one.</param>
    /// <param name="cancellationToken">Cancels it; nothing is saved then.</param>
    /// <returns>Saved with what was done, or why not.</returns>
    public Task<Outcome<WishlistChanges>> SaveWishlistAsync(int projectId, IReadOnlyList<WishlistItem> list, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(list);
        return _session.SaveAsync(database => new SaveWishlist(database).ExecuteAsync(projectId, list, cancellationToken));
    }
}
