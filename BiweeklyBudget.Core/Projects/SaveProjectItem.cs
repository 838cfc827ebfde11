using System.Globalization;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Rows;

namespace BiweeklyBudget.Core.Projects;

/// <summary>Adds or edits a line of a bill of materials (spec/projects.md §5).</summary>
internal sealed class SaveProjectItem(BudgetDbContext database) : SaveOperation<ProjectItemChange, ProjectItem?, int>(database)
{
    protected override void CheckAlone(ProjectItemChange command, Problems problems) => ItemRules.CheckAlone(command, problems);

    protected override async Task<ProjectItem?> CheckAsync(RunningSave save, ProjectItemChange command, Problems problems, CancellationToken cancellationToken)
    {
        if (problems.Knows(nameof(command.ProjectId)) && (await save.Rows.ProjectsAsync([command.ProjectId], cancellationToken).ConfigureAwait(false)).Count == 0)
        {
            problems.Add(nameof(command.ProjectId), ProblemCode.NotFound, string.Create(CultureInfo.InvariantCulture, $"There is no project with ID {command.ProjectId}"));
        }

        var stored = command.Id is { } id ? await save.Rows.ProjectItemAsync(id, cancellationToken).ConfigureAwait(false) : null;
        if (command.Id is not null && stored is null)
        {
            problems.Refuse(ProblemCode.NotFound, string.Create(CultureInfo.InvariantCulture, $"Error: no BoMItem with ID {command.Id}"), plain: PlainProblems.Gone("item"));
        }

        ItemRules.CheckAgainst(command, stored, problems);
        return stored;
    }

    protected override async Task<Outcome<int>> StoreAsync(RunningSave save, ProjectItemChange command, ProjectItem? rows, CancellationToken cancellationToken)
    {
        var item = rows ?? save.Database.ProjectItems.Add(new ProjectItem()).Entity;
        ItemRules.Write(command, item);
        await save.Database.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        return new Outcome<int>.Saved(item.Id);
    }
}
