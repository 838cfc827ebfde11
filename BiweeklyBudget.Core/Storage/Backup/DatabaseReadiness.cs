namespace BiweeklyBudget.Core.Storage.Backup;

/// <summary>What backups need of a database's initialisation.</summary>
/// <param name="ExistsAsync">Whether there is a database of this program's or upstream's; throws what says that it may not be worked on or cannot be reached.</param>
/// <param name="InitializeAsync">Creates, adopts or migrates it when it has to be.</param>
internal sealed record DatabaseReadiness(Func<CancellationToken, Task<bool>> ExistsAsync, Func<CancellationToken, Task> InitializeAsync);
