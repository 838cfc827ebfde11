using BiweeklyBudget.Core.Saving;

namespace BiweeklyBudget.Core.Deleting;

/// <summary>How records of a kind are deleted: what belongs to them, what stands in the way, and in which order rows go.</summary>
internal abstract class DeletedKind
{
    /// <summary>Locks the records, so that nothing new can depend on them, and what will be changed along with them.</summary>
    public abstract Task LockAsync(RunningSave save, CancellationToken cancellationToken);

    /// <summary>What their deletion means, each in its place.</summary>
    public abstract Task<IReadOnlyList<PlannedDeletion>> PlanAsync(CancellationToken cancellationToken);

    /// <summary>Removes them and what goes along. They are locked, and nothing stands in the way.</summary>
    /// <returns>Why that is not possible after all, or null.</returns>
    public abstract Task<string?> RemoveAsync(RunningSave save, CancellationToken cancellationToken);
}
