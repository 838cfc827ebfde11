namespace BiweeklyBudget.Core.Storage.Backup;

/// <summary>How far the work is.</summary>
/// <param name="Stage">What is being done.</param>
/// <param name="Table">The table's name in the database; null where none is.</param>
/// <param name="Done">Rows done of this stage; bytes when the file is checked.</param>
/// <param name="Total">Rows, or bytes, of this stage in all.</param>
public sealed record BackupProgress(BackupStage Stage, string? Table, long Done, long Total);
