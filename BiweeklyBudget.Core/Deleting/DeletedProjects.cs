using BiweeklyBudget.Core.Changes;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Deleting;

/// <summary>Projects go with their items.</summary>
internal sealed class DeletedProjects(BudgetDbContext database, int[] ids) : DeletedKind
{
    // Whoever adds items to a project holds it.
    public override Task LockAsync(RunningSave save, CancellationToken cancellationToken) => save.Rows.ProjectsAsync(ids, cancellationToken);

    public override async Task<IReadOnlyList<PlannedDeletion>> PlanAsync(CancellationToken cancellationToken)
    {
        var rows = await database.Projects.AsNoTracking().Where(project => ids.Contains(project.Id))
            .Select(project => new { project.Id, project.Name, project.IsActive, Items = database.ProjectItems.Count(item => item.ProjectId == project.Id) })
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        var users = await new Uses(database).ReadAsync<Project>(ids, [typeof(ProjectItem)], cancellationToken).ConfigureAwait(false);
        return Missing.Filled(RecordKind.Project, ids, rows.Select(project => new PlannedDeletion
        {
            Record = RecordKey.Of(RecordKind.Project, project.Id),
            Name = project.Name ?? "",
            Along = project.Items > 0 ? [new RelatedRecords(RecordKind.ProjectItem, project.Items)] : [],
            Obstacle = Uses.Obstacle($"\"{project.Name}\"", [.. users[project.Id]]),
            CanBeDeactivated = project.IsActive == true,
        }));
    }

    public override async Task<string?> RemoveAsync(RunningSave save, CancellationToken cancellationToken)
    {
        await save.RemoveAsync(save.Database.ProjectItems.Where(item => ids.Contains(item.ProjectId)), cancellationToken).ConfigureAwait(false);
        await save.RemoveAsync(save.Database.Projects.Where(project => ids.Contains(project.Id)), cancellationToken).ConfigureAwait(false);
        return null;
    }
}
