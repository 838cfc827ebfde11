using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Pomelo.EntityFrameworkCore.MySql.Infrastructure;

namespace BiweeklyBudget.Core.Storage.MySql;

/// <summary>
/// Every session is strict and in UTC (spec/domain.md §4). Taking a connection from the pool resets it, which undoes that: so it is said whenever
/// one opens.
/// </summary>
internal sealed class MySqlSession : DbConnectionInterceptor
{
    private const string ForSchemaOnly = ", lock_wait_timeout=60, wait_timeout=28800";
    private const string Variables = "SET SESSION sql_mode='TRADITIONAL', time_zone='+00:00'";

    // The variable was renamed.
    private static readonly Version RenamedByMySql = new(5, 7, 20);
    private static readonly Version RenamedByMariaDb = new(11, 1, 1);

    private readonly string _statement;
    private readonly string _statementOfOldServers;

    private MySqlSession(string furtherVariables, string furtherVariablesOfOldServers)
    {
        _statement = Variables + furtherVariables;
        _statementOfOldServers = Variables + furtherVariablesOfOldServers;
    }

    /// <summary>For reading and writing data. Transactions that only read see one state, however the server is configured.</summary>
    public static MySqlSession ForData { get; } = new(", transaction_isolation='REPEATABLE-READ'", ", tx_isolation='REPEATABLE-READ'");

    /// <summary>
    /// For locks and changes of the schema: a statement that waits for another session's transaction gives up in bounded time, and the session that
    /// holds the lock may be idle for long.
    /// </summary>
    public static MySqlSession ForSchema { get; } = new(ForSchemaOnly, ForSchemaOnly);

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = StatementFor(connection);
        command.ExecuteNonQuery();
    }

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default) => SetUpAsync(connection, cancellationToken);

    /// <summary>Sets up a connection that was opened without EF.</summary>
    public async Task SetUpAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        var command = connection.CreateCommand();
        await using (command.ConfigureAwait(false))
        {
            command.CommandText = StatementFor(connection);
            await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Whether an open connection's server knows the isolation of transactions by its old name only.</summary>
    public static bool HasOldNames(DbConnection connection)
    {
        var server = ServerVersion.Parse(connection.ServerVersion);
        return server.Version < (server.Type == ServerType.MariaDb ? RenamedByMariaDb : RenamedByMySql);
    }

    private string StatementFor(DbConnection connection) => HasOldNames(connection) ? _statementOfOldServers : _statement;
}
