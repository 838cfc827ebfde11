namespace BiweeklyBudget.Core.Storage.Backup;

/// <summary>The end of a restore or a move.</summary>
/// <param name="Restored">What the database holds now.</param>
/// <param name="OldData">The full path of the backup of what was replaced; null if the database was absent or empty.</param>
public sealed record RestoreResult(BackupSummary Restored, string? OldData);
