using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace BiweeklyBudget.Core.Storage.Sqlite;

/// <summary>The connections of this process to one file, by whichever engines. Those that rest for long are closed: the last one that is tidies up the file's log.</summary>
internal sealed class KeptSqliteConnections
{
    // As long as the driver's pool keeps a file that nobody uses.
    private static readonly TimeSpan LongestRest = TimeSpan.FromMinutes(2);
    private static readonly ConcurrentDictionary<string, KeptSqliteConnections> ByPath = new(StringComparer.Ordinal);

    private readonly ConditionalWeakTable<KeptSqliteConnection, object> _connections = [];
    private readonly Lock _gate = new();
    private readonly ITimer _timer;
    private bool _isTimed;
    private int _round;

    private KeptSqliteConnections() => _timer = TimeProvider.System.CreateTimer(static state => ((KeptSqliteConnections)state!).CloseRested(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

    /// <summary>Connections that were opened in an earlier one are not used again.</summary>
    public int Round => Volatile.Read(ref _round);

    /// <summary>The connections to a file.</summary>
    /// <param name="path">A path to it.</param>
    public static KeptSqliteConnections Of(string path) => ByPath.GetOrAdd(path, static _ => new KeptSqliteConnections());

    /// <summary>Closes the file on all its connections, on those in use as soon as they are closed.</summary>
    public void Close()
    {
        Interlocked.Increment(ref _round);
        TryClose(TimeSpan.Zero);
    }

    /// <summary>Counts a connection in that was opened.</summary>
    public void Note(KeptSqliteConnection connection)
    {
        _connections.TryAdd(connection, this);
        if (!Volatile.Read(ref _isTimed))
        {
            SetTimer(isTimed: true);
        }
    }

    private void CloseRested() => SetTimer(isTimed: !TryClose(LongestRest));

    private bool TryClose(TimeSpan rest)
    {
        var areClosed = true;
        foreach (var (connection, _) in _connections)
        {
            areClosed &= connection.TryCloseResting((long)rest.TotalMilliseconds);
        }

        return areClosed;
    }

    private void SetTimer(bool isTimed)
    {
        lock (_gate)
        {
            _isTimed = isTimed;
            _timer.Change(isTimed ? LongestRest / 2 : Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
    }
}
