using System.Globalization;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Storage;

namespace BiweeklyBudget.Core.Projects;

/// <summary>Removes a line of a bill of materials.</summary>
internal sealed class DeleteProjectItem(BudgetDbContext database)
{
    /// <summary>Removes it.</summary>
    /// <param name="id">The item.</param>
    /// <param name="cancellationToken">Cancels it; nothing is changed then.</param>
    public Task<Outcome<int>> ExecuteAsync(int id, CancellationToken cancellationToken) =>
        AtomicSave.RunAsync(database, nameof(DeleteProjectItem), (save, token) => DeleteAsync(save, id, token), duplicate: null, cancellationToken);

    private static async Task<Outcome<int>> DeleteAsync(RunningSave save, int id, CancellationToken cancellationToken)
    {
        if (await save.Rows.ProjectItemAsync(id, cancellationToken).ConfigureAwait(false) is not { } item)
        {
            return new Outcome<int>.Refused(new Problem(null, ProblemCode.NotFound, string.Create(CultureInfo.InvariantCulture, $"Error: no BoMItem with ID {id}")));
        }

        save.Database.ProjectItems.Remove(item);
        await save.Database.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        return new Outcome<int>.Saved(id);
    }
}
