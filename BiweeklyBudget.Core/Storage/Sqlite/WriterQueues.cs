using System.Collections.Concurrent;

namespace BiweeklyBudget.Core.Storage.Sqlite;

/// <summary>One queue of writers for each file, whichever way and by however many engines of the process it is reached.</summary>
internal static class WriterQueues
{
    private static readonly ConcurrentDictionary<string, WriterQueue> ByPath = new(StringComparer.Ordinal);
    private static readonly ConcurrentDictionary<string, WriterQueue> ByFile = new(StringComparer.Ordinal);

    /// <summary>The queue of a file that exists.</summary>
    /// <param name="path">A path to it.</param>
    public static WriterQueue Of(string path) => ByPath.GetOrAdd(path, static given => ByFile.GetOrAdd(SqliteFile.RealPath(given), static _ => new WriterQueue()));
}
