using System.Net.Sockets;
using MySqlConnector;

namespace BiweeklyBudget.Core.Storage.MySql;

/// <summary>What exceptions of MySqlConnector mean, wherever they stand inside others.</summary>
internal static class MySqlFaults
{
    // MariaDB's own; the driver has no name for it.
    private const int SessionKilled = 1927;

    /// <summary>The meaning of a failed write.</summary>
    public static StorageFault Of(Exception exception) => ExceptionChain.Find<MySqlException>(exception) switch
    {
        { ErrorCode: MySqlErrorCode.BadFieldError, Message: var message } when message.Contains("bb_", StringComparison.Ordinal) => StorageFault.TablesReplaced,
        { ErrorCode: MySqlErrorCode.NoSuchTable, Message: var message } when message.Contains(".bb_", StringComparison.Ordinal) => StorageFault.TablesReplaced,
        { } error => Of(error.ErrorCode),
        null => StorageFault.Unknown,
    };

    /// <summary>
    /// Whether the server itself said that a commit was not done. A number below 1 is the driver's; and a server that says that it ends, or that the session or
    /// the statement was ended, may have committed before.
    /// </summary>
    public static bool IsRefusal(Exception exception) => ExceptionChain.Find<MySqlException>(exception) is { Number: > 0, ErrorCode: not (
        MySqlErrorCode.UnableToConnectToHost or MySqlErrorCode.ServerShutdown or MySqlErrorCode.NormalShutdown or MySqlErrorCode.ForcingClose or MySqlErrorCode.QueryInterrupted
        or MySqlErrorCode.QueryTimeout or MySqlErrorCode.AbortingConnection or MySqlErrorCode.NewAbortingConnection or MySqlErrorCode.NetReadError or MySqlErrorCode.NetReadInterrupted
        or MySqlErrorCode.NetErrorOnWrite or MySqlErrorCode.NetWriteInterrupted or (MySqlErrorCode)SessionKilled) };

    /// <summary>Whether the server could not be reached or went away. A connection that breaks in the middle has no error number of the server's; the reason lies inside.</summary>
    public static bool IsUnreachable(Exception exception) => ExceptionChain.Of(exception).OfType<MySqlException>().Any(error =>
        error.ErrorCode is MySqlErrorCode.UnableToConnectToHost or MySqlErrorCode.ServerShutdown or MySqlErrorCode.ConnectionCountError or MySqlErrorCode.CommandTimeoutExpired or MySqlErrorCode.AccessDenied or MySqlErrorCode.UnknownDatabase
        || error.InnerException is IOException or SocketException or ObjectDisposedException
        || (error.ErrorCode == MySqlErrorCode.None && error.InnerException is not null));

    private static StorageFault Of(MySqlErrorCode code) => code switch
    {
        // 1020: MariaDB's "record has changed since last read", under its newer snapshot isolation.
        MySqlErrorCode.LockDeadlock or MySqlErrorCode.LockWaitTimeout or MySqlErrorCode.CheckRead => StorageFault.Busy,
        MySqlErrorCode.DuplicateKeyEntry => StorageFault.Duplicate,
        MySqlErrorCode.TruncatedWrongValueForField => StorageFault.Unstorable,
        _ => StorageFault.Unknown,
    };
}
