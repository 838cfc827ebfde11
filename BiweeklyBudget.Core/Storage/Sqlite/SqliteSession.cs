using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace BiweeklyBudget.Core.Storage.Sqlite;

/// <summary>
/// Sets a SQLite session up when its connection opens: foreign keys hold as on MySQL, writers wait for each other, readers never
/// wait (WAL), and a commit is on the disk when it returns.
/// </summary>
internal sealed class SqliteSession : DbConnectionInterceptor
{
    /// <summary>The wait comes first: setting the journal's mode needs the file for a moment.</summary>
    public const string Statements = "PRAGMA busy_timeout=30000; PRAGMA foreign_keys=ON; PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;";

    public static SqliteSession Instance { get; } = new();

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => SetUp(connection);

    // SQLite has no asynchronous calls.
    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        SetUp(connection);
        return Task.CompletedTask;
    }

    private static void SetUp(DbConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Statements;
        command.ExecuteNonQuery();
    }
}
