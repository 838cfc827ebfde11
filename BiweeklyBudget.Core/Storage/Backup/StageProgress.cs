namespace BiweeklyBudget.Core.Storage.Backup;

/// <summary>Reports one stage of the work, now and then.</summary>
internal sealed class StageProgress(IProgress<BackupProgress>? progress, BackupStage stage, long total)
{
    private readonly long _step = Math.Max(total / 500, 1);
    private long _done;
    private long _said;

    /// <summary>Adds rows, or bytes, that are done.</summary>
    public void Add(long count, string? table)
    {
        _done += count;
        if (_done - _said >= _step)
        {
            _said = _done;
            progress?.Report(new BackupProgress(stage, table, Math.Min(_done, total), total));
        }
    }
}
