using Microsoft.Data.Sqlite;

namespace BiweeklyBudget.Core.Storage.Sqlite;

/// <summary>What SQLite's exceptions mean, wherever they stand inside others.</summary>
internal static class SqliteFaults
{
    /// <summary>"Busy": what this program says itself when its own wait is over.</summary>
    public const int Busy = 5;

    /// <summary>"No room": what this program says itself when it sees that there is none.</summary>
    public const int Full = 13;

    /// <summary>"Read-only", because the file at the path is not the one that was opened.</summary>
    public const int Moved = 1032;

    private const int Error = 1, Permission = 3, Locked = 6, ReadOnly = 8, InputOutput = 10, Corrupt = 11, NotToBeOpened = 14, Authorisation = 23, NotADatabase = 26;
    private const int UniqueConstraint = 2067, PrimaryKeyConstraint = 1555;

    // Of the errors of input and output, those that writing has: the data, waiting for the disk, the length of a file, that of the shared memory.
    private const int Write = 778, Fsync = 1034, FolderFsync = 1290, Truncate = 1546, SharedMemoryLength = 4874;

    /// <summary>The meaning of a failed write.</summary>
    public static StorageFault Of(Exception exception) => ExceptionChain.Find<SqliteException>(exception) switch
    {
        { SqliteErrorCode: Busy or Locked } => StorageFault.Busy,
        { SqliteExtendedErrorCode: UniqueConstraint or PrimaryKeyConstraint } => StorageFault.Duplicate,
        _ => StorageFault.Unknown,
    };

    /// <summary>Whether SQLite itself said that a commit was not done. When the disk did not say whether it has kept what was written, it may have been.</summary>
    public static bool IsRefusal(Exception exception) => ExceptionChain.Find<SqliteException>(exception) is { SqliteErrorCode: not InputOutput } or { SqliteExtendedErrorCode: Write or SharedMemoryLength };

    /// <summary>What is wrong with the file; null when the exception says nothing about that.</summary>
    public static DatabaseFault? OfDatabase(Exception exception) => ExceptionChain.Find<SqliteException>(exception) switch
    {
        { SqliteErrorCode: Busy or Locked } => DatabaseFault.Busy,
        { SqliteErrorCode: Full } or { SqliteExtendedErrorCode: Write or Fsync or FolderFsync or Truncate or SharedMemoryLength } => DatabaseFault.Full,
        { SqliteExtendedErrorCode: Moved } => DatabaseFault.Missing,
        { SqliteErrorCode: Error } error when error.Message.Contains("no such table", StringComparison.Ordinal) => DatabaseFault.Missing,
        { SqliteErrorCode: ReadOnly or Permission or Authorisation } => DatabaseFault.ReadOnly,
        { SqliteErrorCode: Corrupt or NotADatabase } => DatabaseFault.Damaged,
        { SqliteErrorCode: InputOutput or NotToBeOpened } => DatabaseFault.Unreachable,
        _ => null,
    };
}
