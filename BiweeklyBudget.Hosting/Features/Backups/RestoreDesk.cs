namespace BiweeklyBudget.Hosting.Features.Backups;

/// <summary>What of backups and restores is under way in this process: one work at a time, and one chosen backup, which is forgotten after a quarter of an hour.</summary>
internal sealed class RestoreDesk : IDisposable
{
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(15);

    private readonly Lock _lock = new();
    private readonly SemaphoreSlim _turn = new(1);
    private readonly ITimer _timer;
    private ChosenBackup? _chosen;

    public RestoreDesk() => _timer = TimeProvider.System.CreateTimer(_ => Forget(), state: null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

    /// <summary>Keeps a chosen backup in place of the one before.</summary>
    public void Put(ChosenBackup chosen)
    {
        lock (_lock)
        {
            _chosen?.Dispose();
            _chosen = chosen;
        }

        _timer.Change(Kept, Timeout.InfiniteTimeSpan);
    }

    /// <summary>The chosen backup of a user; null when there is none any more.</summary>
    public ChosenBackup? Find(int userId, string? id)
    {
        lock (_lock)
        {
            return _chosen?.UserId == userId && _chosen.Id == id ? _chosen : null;
        }
    }

    /// <summary>Forgets it, and removes what was uploaded.</summary>
    public void Forget()
    {
        lock (_lock)
        {
            _chosen?.Dispose();
            _chosen = null;
        }
    }

    /// <summary>Does something alone.</summary>
    /// <returns>False when something else is under way.</returns>
    public async Task<bool> TryAsync(Func<Task> work)
    {
        if (!await _turn.WaitAsync(TimeSpan.Zero))
        {
            return false;
        }

        try
        {
            await work();
            return true;
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose()
    {
        _timer.Dispose();
        Forget();
        _turn.Dispose();
    }
}
