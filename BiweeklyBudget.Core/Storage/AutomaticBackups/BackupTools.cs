using BiweeklyBudget.Core.Storage.Backup;

namespace BiweeklyBudget.Core.Storage.AutomaticBackups;

/// <summary>How a backup of the database is written, and how any is verified.</summary>
/// <param name="BackUp">Writes a new file; leaves none when it fails.</param>
/// <param name="Verify">Proves that a file can be restored.</param>
internal sealed record BackupTools(Func<string, CancellationToken, Task<BackupSummary>> BackUp, Func<string, CancellationToken, Task<BackupSummary>> Verify);
