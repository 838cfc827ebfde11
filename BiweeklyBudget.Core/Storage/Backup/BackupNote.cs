namespace BiweeklyBudget.Core.Storage.Backup;

/// <summary>Notes what became of a backup or a restore, in the transaction that is open.</summary>
/// <param name="database">The database.</param>
/// <param name="subject">The backup, or what is restored; null for a backup that has no name yet.</param>
/// <param name="details">What became of it.</param>
/// <param name="cancellationToken">Cancels it.</param>
internal delegate Task BackupNote(BudgetDbContext database, string? subject, string details, CancellationToken cancellationToken);
