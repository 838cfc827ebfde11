using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace BiweeklyBudget.Core.Storage.MySql;

/// <summary>
/// Every session is strict and in UTC (spec/domain.md §4). Taking a connection from the pool resets it, which undoes that: so it is said whenever
/// one opens.
/// </summary>
internal sealed class MySqlSession : DbConnectionInterceptor
{
    private readonly string _statement;

    private MySqlSession(string furtherVariables) => _statement = "SET SESSION sql_mode='TRADITIONAL', time_zone='+00:00'" + furtherVariables;

    /// <summary>For reading and writing data.</summary>
    public static MySqlSession ForData { get; } = new("");

    /// <summary>
    /// For locks and changes of the schema: a statement that waits for another session's transaction gives up in bounded time, and the session that
    /// holds the lock may be idle for long.
    /// </summary>
    public static MySqlSession ForSchema { get; } = new(", lock_wait_timeout=60, wait_timeout=28800");

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = _statement;
        command.ExecuteNonQuery();
    }

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default) => SetUpAsync(connection, cancellationToken);

    /// <summary>Sets up a connection that was opened without EF.</summary>
    public async Task SetUpAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        var command = connection.CreateCommand();
        await using (command.ConfigureAwait(false))
        {
            command.CommandText = _statement;
            await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }
    }
}
