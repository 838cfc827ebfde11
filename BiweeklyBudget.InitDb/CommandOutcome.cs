using BiweeklyBudget.Core.Storage.Backup;

namespace BiweeklyBudget.InitDb;

/// <summary>What a command did.</summary>
/// <param name="Summary">The data.</param>
/// <param name="Text">One line for people.</param>
internal sealed record CommandOutcome(BackupSummary Summary, string Text)
{
    /// <summary>Full path of the backup; null when there was none.</summary>
    public string? File { get; init; }

    /// <summary>Full path of the backup of what was replaced; null when nothing was.</summary>
    public string? OldData { get; init; }
}
