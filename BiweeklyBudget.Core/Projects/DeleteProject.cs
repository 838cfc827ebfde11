using System.Globalization;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Storage;

namespace BiweeklyBudget.Core.Projects;

/// <summary>Removes a project with its items. The record of changes keeps them all, so that they can come again.</summary>
internal sealed class DeleteProject(BudgetDbContext database)
{
    /// <summary>Removes it.</summary>
    /// <param name="id">The project.</param>
    /// <param name="cancellationToken">Cancels it; nothing is changed then.</param>
    public Task<Outcome<DeletedProject>> ExecuteAsync(int id, CancellationToken cancellationToken) =>
        AtomicSave.RunAsync(database, nameof(DeleteProject), (save, token) => DeleteAsync(save, id, token), duplicate: null, cancellationToken);

    private static async Task<Outcome<DeletedProject>> DeleteAsync(RunningSave save, int id, CancellationToken cancellationToken)
    {
        var found = await save.Rows.ProjectsAsync([id], cancellationToken).ConfigureAwait(false);
        if (!found.TryGetValue(id, out var project))
        {
            return new Outcome<DeletedProject>.Refused(new Problem(null, ProblemCode.NotFound, string.Create(CultureInfo.InvariantCulture, $"Invalid Project id: {id}")));
        }

        var items = await save.RemoveAsync(save.Database.ProjectItems.Where(item => item.ProjectId == id), cancellationToken).ConfigureAwait(false);
        save.Database.Projects.Remove(project);
        await save.Database.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        return new Outcome<DeletedProject>.Saved(new DeletedProject(id, project.Name ?? "", items));
    }
}
