using System.Globalization;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Projects;

/// <summary>Adds or edits a project (spec/projects.md §4 and defects 2 to 4).</summary>
internal sealed class SaveProject(BudgetDbContext database) : SaveOperation<ProjectChange, Project?, int>(database)
{
    private const int LongestName = 40;

    /// <summary>Refuses an id that no project has.</summary>
    public static void RefuseUnknown(int id, Problems problems) => problems.Refuse(ProblemCode.NotFound, string.Create(CultureInfo.InvariantCulture, $"Invalid Project id: {id}"), plain: PlainProblems.Gone("project"));

    protected override void CheckAlone(ProjectChange command, Problems problems)
    {
        if (!string.IsNullOrWhiteSpace(command.Name) && TextLength.IsValid(command.Name) && TextLength.Of(command.Name) > LongestName)
        {
            problems.Add(nameof(command.Name), ProblemCode.TooLong, "Name must be <= 40 characters in length");
        }
        else
        {
            problems.RequireText(nameof(command.Name), command.Name, "Name cannot be empty");
        }

        problems.CheckText(nameof(command.Notes), command.Notes);
    }

    protected override async Task<Project?> CheckAsync(RunningSave save, ProjectChange command, Problems problems, CancellationToken cancellationToken)
    {
        var stored = command.Id is { } id ? (await save.Rows.ProjectsAsync([id], cancellationToken).ConfigureAwait(false)).GetValueOrDefault(id) : null;
        if (command.Id is { } unknown && stored is null)
        {
            RefuseUnknown(unknown, problems);
        }

        if (problems.Knows(nameof(command.Name)) && await save.Database.Projects.AnyAsync(other => other.Name == command.Name && other.Id != command.Id, cancellationToken).ConfigureAwait(false))
        {
            problems.Add(nameof(command.Name), ProblemCode.Taken, "Name must be unique");
        }

        if (problems.Knows(nameof(command.StandingBudgetId)) && command.StandingBudgetId is { } budgetId && budgetId != stored?.StandingBudgetId)
        {
            var isStanding = await save.Database.Budgets.Where(budget => budget.Id == budgetId).Select(budget => new { budget.IsPeriodic }).SingleOrDefaultAsync(cancellationToken).ConfigureAwait(false);
            if (isStanding is null)
            {
                problems.Add(nameof(command.StandingBudgetId), ProblemCode.NotFound, string.Create(CultureInfo.InvariantCulture, $"There is no budget with ID {budgetId}"));
            }
            else if (isStanding.IsPeriodic != false)
            {
                problems.Add(nameof(command.StandingBudgetId), ProblemCode.WrongKind, "Only a standing budget can pay for a project");
            }
        }

        return stored;
    }

    protected override async Task<Outcome<int>> StoreAsync(RunningSave save, ProjectChange command, Project? rows, CancellationToken cancellationToken)
    {
        var project = rows ?? save.Database.Projects.Add(new Project()).Entity;
        project.Name = command.Name;
        project.Notes = command.Notes;
        project.StandingBudgetId = command.StandingBudgetId;
        project.IsActive = project.IsActive is null && !command.IsActive ? null : command.IsActive;
        await save.Database.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        return new Outcome<int>.Saved(project.Id);
    }
}
