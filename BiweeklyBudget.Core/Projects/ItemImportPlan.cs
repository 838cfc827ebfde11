using BiweeklyBudget.Core.Storage.Rows;

namespace BiweeklyBudget.Core.Projects;

/// <summary>
/// Says which item of a project each line of a file is about. Each item is taken at most once, so that a file with the same name in two lines is two items; and what a line is equal to already comes
/// first, so that the same file a second time changes nothing (docs/adr/0030).
/// </summary>
internal static class ItemImportPlan
{
    /// <summary>Makes the plan.</summary>
    /// <param name="projectId">The project.</param>
    /// <param name="lines">The lines of the file.</param>
    /// <param name="items">The items of the project, by id.</param>
    /// <returns>One entry a line.</returns>
    public static IReadOnlyList<PlannedItem> Of(int projectId, IReadOnlyList<ItemLine> lines, IReadOnlyList<ProjectItem> items)
    {
        var byName = items.ToLookup(item => item.Name ?? "", StringComparer.OrdinalIgnoreCase);
        var byUrl = items.ToLookup(item => item.Url ?? "", StringComparer.Ordinal);
        var found = new ProjectItem?[lines.Count];
        var taken = new HashSet<int>();
        Take(line => byName[line.Name].Where(item => line.ChangeOf(projectId, ProjectItemDetails.Of(item)) == ProjectItemDetails.Of(item).ToChange()));
        Take(line => byName[line.Name].Where(item => line.Url is not null && line.Url == (item.Url ?? "")));
        Take(line => line.Url is { Length: > 0 } url ? byUrl[url] : []);
        Take(line => byName[line.Name]);
        return [.. lines.Select((line, place) => new PlannedItem(line, found[place], line.ChangeOf(projectId, found[place] is { } item ? ProjectItemDetails.Of(item) : null)))];

        void Take(Func<ItemLine, IEnumerable<ProjectItem>> candidates)
        {
            foreach (var (place, line) in lines.Index().Where(entry => found[entry.Index] is null))
            {
                if (candidates(line).FirstOrDefault(item => !taken.Contains(item.Id)) is { } item)
                {
                    found[place] = item;
                    taken.Add(item.Id);
                }
            }
        }
    }
}
