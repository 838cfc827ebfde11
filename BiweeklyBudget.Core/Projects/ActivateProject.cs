using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Rows;

namespace BiweeklyBudget.Core.Projects;

/// <summary>Activates or deactivates a project; nothing else of it changes (spec/projects.md §4).</summary>
internal sealed class ActivateProject(BudgetDbContext database) : SaveOperation<ProjectActivation, Project?, int>(database)
{
    protected override void CheckAlone(ProjectActivation command, Problems problems)
    {
        // There is nothing that could be wrong.
    }

    protected override async Task<Project?> CheckAsync(RunningSave save, ProjectActivation command, Problems problems, CancellationToken cancellationToken)
    {
        var stored = (await save.Rows.ProjectsAsync([command.Id], cancellationToken).ConfigureAwait(false)).GetValueOrDefault(command.Id);
        if (stored is null)
        {
            SaveProject.RefuseUnknown(command.Id, problems);
        }

        return stored;
    }

    protected override async Task<Outcome<int>> StoreAsync(RunningSave save, ProjectActivation command, Project? rows, CancellationToken cancellationToken)
    {
        rows!.IsActive = command.IsActive;
        await save.Database.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        return new Outcome<int>.Saved(rows.Id);
    }
}
