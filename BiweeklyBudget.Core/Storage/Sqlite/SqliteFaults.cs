using Microsoft.Data.Sqlite;

namespace BiweeklyBudget.Core.Storage.Sqlite;

/// <summary>What SQLite's exceptions mean, wherever they stand inside others.</summary>
internal static class SqliteFaults
{
    private const int Busy = 5, Locked = 6, InputOutput = 10, NotToBeOpened = 14;
    private const int UniqueConstraint = 2067, PrimaryKeyConstraint = 1555;

    /// <summary>The meaning of a failed write.</summary>
    public static StorageFault Of(Exception exception) => ExceptionChain.Find<SqliteException>(exception) switch
    {
        { SqliteErrorCode: Busy or Locked } => StorageFault.Busy,
        { SqliteExtendedErrorCode: UniqueConstraint or PrimaryKeyConstraint } => StorageFault.Duplicate,
        _ => StorageFault.Unknown,
    };

    /// <summary>Whether SQLite itself said that a commit was not done: after a fault of the disk it may have been.</summary>
    public static bool IsRefusal(Exception exception) => ExceptionChain.Find<SqliteException>(exception) is { SqliteErrorCode: not InputOutput };

    /// <summary>Whether the file could not be opened or read, or was kept by others for too long.</summary>
    public static bool IsUnreachable(Exception exception) => ExceptionChain.Of(exception).OfType<SqliteException>().Any(error => error.SqliteErrorCode is InputOutput or NotToBeOpened or Busy);
}
