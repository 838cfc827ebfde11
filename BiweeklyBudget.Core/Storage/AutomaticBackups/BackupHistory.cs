namespace BiweeklyBudget.Core.Storage.AutomaticBackups;

/// <summary>What the record of backups says.</summary>
/// <param name="Last">The last good one of whatever reason.</param>
/// <param name="LastDaily">When the last good daily one was finished, UTC; null when there is none among the newest.</param>
/// <param name="Problem">Why the last daily one failed; null when it did not.</param>
/// <param name="Failures">How many daily ones failed since the last good one, counted up to a dozen.</param>
/// <param name="IsNeeded">Whether there is anything to keep: one was made or tried before, or there are accounts.</param>
internal sealed record BackupHistory(MadeBackup? Last, DateTime? LastDaily, BackupProblem? Problem, int Failures, bool IsNeeded)
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);
    private static readonly TimeSpan ShortestPause = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(4);

    /// <summary>Whether a daily one is to be made: a day after the last good one; after failures in growing pauses, the longest four hours.</summary>
    public bool IsDue(DateTime now) => Problem switch
    {
        not null => now >= Problem.At + PauseAfter(Failures),
        _ => LastDaily is { } last ? now >= last + Day : IsNeeded,
    };

    /// <summary>How long to wait after so many failures in a row, one or more: twice as long after each.</summary>
    public static TimeSpan PauseAfter(int failures) => failures >= 7 ? LongestPause : TimeSpan.FromTicks(Math.Min(ShortestPause.Ticks << (failures - 1), LongestPause.Ticks));
}
