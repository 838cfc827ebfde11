namespace BiweeklyBudget.Hosting.Composition;

/// <summary>Whether anybody is being served, for work that can wait until nobody is. Safe to use from many threads.</summary>
/// <param name="time">The clock; one that is frozen counts all the same.</param>
internal sealed class ServedRequests(TimeProvider time)
{
    private int _underWay;
    private long _lastEnd;
    private volatile bool _hadAny;

    /// <summary>Notes that a request is being answered.</summary>
    public void Begin()
    {
        Interlocked.Increment(ref _underWay);
        _hadAny = true;
    }

    /// <summary>Notes that one was answered.</summary>
    public void End()
    {
        Interlocked.Exchange(ref _lastEnd, time.GetTimestamp());
        Interlocked.Decrement(ref _underWay);
    }

    /// <summary>Whether nothing is being answered, and nothing was for so long.</summary>
    public bool HaveRestedFor(TimeSpan pause) => Volatile.Read(ref _underWay) == 0 && (!_hadAny || time.GetElapsedTime(Interlocked.Read(ref _lastEnd)) >= pause);
}
