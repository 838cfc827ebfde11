using System.Net.Sockets;
using MySqlConnector;

namespace BiweeklyBudget.Core.Storage.MySql;

/// <summary>What exceptions of MySqlConnector mean, wherever they stand inside others.</summary>
internal static class MySqlFaults
{
    private const string Driver = "MySqlConnector";

    // Numbers that the driver has no name for, most of them MariaDB's own.
    private const int Killed = 1927, KilledForIdling = 4031, StatementTooSlow = 1969, TooSlowOnMySql = 3024, NoPassword = 1698;
    private const int ErrorOnWriteToFile = 3, EngineFailed = 1030, NoSuchRight = 1227, ReadOnlyMode = 1836, RecoveryForced = 1881;

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
    public static bool IsRefusal(Exception exception) => ExceptionChain.Find<MySqlException>(exception) is
    {
        Number: > 0, ErrorCode: not (
        MySqlErrorCode.UnableToConnectToHost or MySqlErrorCode.ServerShutdown or MySqlErrorCode.NormalShutdown or MySqlErrorCode.ForcingClose or MySqlErrorCode.QueryInterrupted
        or MySqlErrorCode.QueryTimeout or MySqlErrorCode.AbortingConnection or MySqlErrorCode.NewAbortingConnection or MySqlErrorCode.NetReadError or MySqlErrorCode.NetReadInterrupted
        or MySqlErrorCode.NetErrorOnWrite or MySqlErrorCode.NetWriteInterrupted or (MySqlErrorCode)Killed)
    };

    private static StorageFault Of(MySqlErrorCode code) => code switch
    {
        // 1020: MariaDB's "record has changed since last read", under its newer snapshot isolation.
        MySqlErrorCode.LockDeadlock or MySqlErrorCode.LockWaitTimeout or MySqlErrorCode.CheckRead => StorageFault.Busy,

        // What the row refers to was deleted while it was being saved; done again, the save finds that out by itself.
        MySqlErrorCode.NoReferencedRow2 => StorageFault.Busy,
        MySqlErrorCode.DuplicateKeyEntry => StorageFault.Duplicate,
        MySqlErrorCode.TruncatedWrongValueForField => StorageFault.Unstorable,
        _ when IsOtherCharacterSet(code) => StorageFault.Unstorable,
        _ => StorageFault.Unknown,
    };

    /// <summary>What is wrong with the database or the way to it; null when the exception says nothing about that.</summary>
    public static DatabaseFault? OfDatabase(Exception exception) => ExceptionChain.Find<MySqlException>(exception) is { } error ? OfDatabase(error) : null;

    /// <summary>
    /// Whether the driver's connection broke in a way for which it has no exception of its own: it lets those of the network through, and says of a
    /// connection that is gone that it is used wrongly. Only to be asked of what came out of work with the database.
    /// </summary>
    public static bool IsBroken(Exception exception) => ExceptionChain.Of(exception).Any(error => error switch
    {
        MySqlException => OfDatabase(error) == DatabaseFault.Unreachable,
        SocketException or IOException or TimeoutException => true,
        ObjectDisposedException => !IsOfEntityFramework(error),
        InvalidOperationException => string.Equals(error.Source, Driver, StringComparison.Ordinal),
        _ => false,
    });

    private static DatabaseFault? OfDatabase(MySqlException error) => error.ErrorCode switch
    {
        MySqlErrorCode.LockDeadlock or MySqlErrorCode.LockWaitTimeout or MySqlErrorCode.CheckRead or MySqlErrorCode.LockTableFull => DatabaseFault.Busy,
        MySqlErrorCode.DiskFull or MySqlErrorCode.RecordFileFull => DatabaseFault.Full,
        MySqlErrorCode.ErrorOnWrite or (MySqlErrorCode)EngineFailed or (MySqlErrorCode)ErrorOnWriteToFile when IsNoRoom(error.Message) => DatabaseFault.Full,
        MySqlErrorCode.TableAccessDenied or MySqlErrorCode.ColumnAccessDenied or MySqlErrorCode.OptionPreventsStatement or MySqlErrorCode.CannotExecuteInReadOnlyTransaction
            or (MySqlErrorCode)ReadOnlyMode or MySqlErrorCode.OpenAsReadOnly or MySqlErrorCode.InnodbReadOnly or (MySqlErrorCode)NoSuchRight or (MySqlErrorCode)RecoveryForced => DatabaseFault.ReadOnly,
        MySqlErrorCode.UnknownDatabase or MySqlErrorCode.NoSuchTable or MySqlErrorCode.DatabaseAccessDenied => DatabaseFault.Missing,
        MySqlErrorCode.CrashedOnUsage or MySqlErrorCode.CrashedOnRepair => DatabaseFault.Damaged,
        MySqlErrorCode.UnableToConnectToHost or MySqlErrorCode.ServerShutdown or MySqlErrorCode.NormalShutdown or MySqlErrorCode.ConnectionCountError or MySqlErrorCode.TooManyUserConnections
            or MySqlErrorCode.UserLimitReached or MySqlErrorCode.HostIsBlocked or MySqlErrorCode.HostNotPrivileged or MySqlErrorCode.CommandTimeoutExpired or MySqlErrorCode.AccessDenied
            or MySqlErrorCode.QueryInterrupted or MySqlErrorCode.QueryTimeout or MySqlErrorCode.ForcingClose or MySqlErrorCode.AbortingConnection or MySqlErrorCode.NewAbortingConnection
            or MySqlErrorCode.NetReadError or MySqlErrorCode.NetReadInterrupted or MySqlErrorCode.NetErrorOnWrite or MySqlErrorCode.NetWriteInterrupted or MySqlErrorCode.HandshakeError
            or (MySqlErrorCode)Killed or (MySqlErrorCode)KilledForIdling or (MySqlErrorCode)StatementTooSlow or (MySqlErrorCode)TooSlowOnMySql or (MySqlErrorCode)NoPassword => DatabaseFault.Unreachable,
        var code when IsOtherCharacterSet(code) => DatabaseFault.Unstorable,

        // What breaks in the middle has no number of the server's; the reason lies inside.
        MySqlErrorCode.None when error.InnerException is not null => DatabaseFault.Unreachable,
        _ when error.InnerException is IOException or SocketException or ObjectDisposedException => DatabaseFault.Unreachable,
        _ => null,
    };

    private static bool IsOfEntityFramework(Exception error) => error.Source?.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal) == true;

    // A comparison of a column in another character set with a text that this has no characters for.
    private static bool IsOtherCharacterSet(MySqlErrorCode code) => code is MySqlErrorCode.CannotAggregateTwoCollations or MySqlErrorCode.CannotAggregateThreeCollations or MySqlErrorCode.CannotAggregateNCollations;

    // 28 is the operating system's "no space left", 122 its "quota exceeded"; the server names them in words of its own version.
    private static bool IsNoRoom(string message) =>
        message.Contains("28", StringComparison.Ordinal) || message.Contains("122", StringComparison.Ordinal) || message.Contains("No space left", StringComparison.OrdinalIgnoreCase);
}
