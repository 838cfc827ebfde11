using System.Net.Sockets;
using Microsoft.Data.Sqlite;
using MySqlConnector;

namespace BiweeklyBudget.Core.Storage;

/// <summary>Tells hosts what an exception says about the database as a whole.</summary>
public static class DatabaseFaults
{
    /// <summary>Whether the database could not be reached, or went away during the work; the same request may succeed later.</summary>
    /// <param name="exception">What a query or an operation threw.</param>
    /// <returns>False for every other fault, such as a mistake in a query.</returns>
    public static bool IsUnreachable(Exception exception)
    {
        for (Exception? inner = exception; inner is not null; inner = inner.InnerException)
        {
            if (inner is MySqlException mysql && IsUnreachable(mysql))
            {
                return true;
            }

            const int inputOutput = 10, notToBeOpened = 14, busy = 5;
            if (inner is SqliteException { SqliteErrorCode: inputOutput or notToBeOpened or busy })
            {
                return true;
            }
        }

        return false;
    }

    // A connection that breaks in the middle has no error number of the server's; the reason lies inside.
    private static bool IsUnreachable(MySqlException exception) =>
        exception.ErrorCode is MySqlErrorCode.UnableToConnectToHost or MySqlErrorCode.ServerShutdown or MySqlErrorCode.ConnectionCountError or MySqlErrorCode.CommandTimeoutExpired or MySqlErrorCode.AccessDenied or MySqlErrorCode.UnknownDatabase
        || exception.InnerException is IOException or SocketException or ObjectDisposedException
        || (exception.ErrorCode == MySqlErrorCode.None && exception.InnerException is not null);
}
