namespace BiweeklyBudget.Core.Storage.Sqlite;

/// <summary>
/// The line in which the writers of one file wait within this process: whoever came first writes first, and nobody holds a thread while waiting.
/// SQLite itself would have them all poll for the file's lock (docs/adr/0014).
/// </summary>
internal sealed class WriterQueue
{
    private readonly Lock _lock = new();
    private readonly LinkedList<TaskCompletionSource> _waiting = [];
    private bool _isTaken;

    /// <summary>How many wait.</summary>
    public int Waiting
    {
        get
        {
            lock (_lock)
            {
                return _waiting.Count;
            }
        }
    }

    /// <summary>Waits for one's turn.</summary>
    /// <param name="patience">How long.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The turn; disposing it lets the next one in.</returns>
    /// <exception cref="TimeoutException">The wait was over.</exception>
    public async Task<IDisposable> EnterAsync(TimeSpan patience, CancellationToken cancellationToken)
    {
        TaskCompletionSource place;
        lock (_lock)
        {
            if (!_isTaken)
            {
                _isTaken = true;
                return new Turn(this);
            }

            place = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.AddLast(place);
        }

        try
        {
            await place.Task.WaitAsync(patience, cancellationToken).ConfigureAwait(false);
            return new Turn(this);
        }
        catch
        {
            if (!HasLeft(place))
            {
                // The turn came at the same moment.
                PassOn();
            }

            throw;
        }
    }

    private bool HasLeft(TaskCompletionSource place)
    {
        lock (_lock)
        {
            return _waiting.Remove(place);
        }
    }

    private void PassOn()
    {
        lock (_lock)
        {
            if (_waiting.First is { } first)
            {
                _waiting.RemoveFirst();
                first.Value.SetResult();
            }
            else
            {
                _isTaken = false;
            }
        }
    }

    private sealed class Turn(WriterQueue queue) : IDisposable
    {
        private int _isOver;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _isOver, 1) == 0)
            {
                queue.PassOn();
            }
        }
    }
}
