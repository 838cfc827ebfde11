namespace BiweeklyBudget.Core.Storage.AutomaticBackups;

/// <summary>Notes what became of a backup, in the transaction that is open: in the audit log, where people sign in.</summary>
/// <param name="database">The database.</param>
/// <param name="subject">Name of its file; null for one that has none yet.</param>
/// <param name="details">What became of it.</param>
/// <param name="cancellationToken">Cancels it.</param>
internal delegate Task BackupNote(BudgetDbContext database, string? subject, string details, CancellationToken cancellationToken);
