namespace BiweeklyBudget.Core.Storage.Initialization;

/// <summary>How a database stands to this program.</summary>
/// <param name="State">The state.</param>
/// <param name="PendingMigrations">Ids of the migrations that are still to run, oldest first; empty when ready or when nothing can be said.</param>
/// <param name="Explanation">One line for the user, without a user name or a password.</param>
public sealed record DatabaseStatus(DatabaseState State, IReadOnlyList<string> PendingMigrations, string Explanation)
{
    /// <summary>The last automatic backup as far as the engine knows without asking: <see cref="BudgetEngine.StatusWithBackupAsync"/> asks. Null when there was none, or it was not asked yet.</summary>
    public MadeBackup? LastBackup { get; init; }

    /// <summary>Whether the database is reachable and nothing is pending.</summary>
    public bool IsReady => State == DatabaseState.Ready;
}
