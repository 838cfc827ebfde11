using System.Data.Common;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SQLitePCL;

namespace BiweeklyBudget.Core.Storage.Sqlite;

/// <summary>
/// Sets a SQLite session up when its connection opens: foreign keys hold as on MySQL, readers never wait (WAL), and a commit is on the
/// disk when it returns. A kept connection whose file was deleted or replaced meanwhile is given up for a new one.
/// </summary>
internal sealed class SqliteSession : DbConnectionInterceptor
{
    /// <summary>SQLite's own wait holds a thread, so there is none: who has to wait does it in <see cref="SqliteSaves"/> and here.</summary>
    public const string Statements = "PRAGMA busy_timeout=0; PRAGMA foreign_keys=ON; PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;";

    /// <summary>As a time limit of the driver's: a statement that finds the file locked fails at once. Zero would mean no limit.</summary>
    public const int NoTime = -1;

    // Another process may keep readers out too, while it tidies up after the last one or for as long as it likes.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    // What is set lasts as long as the file is open, and a kept connection keeps it open, with the handle that it was opened with.
    private static readonly ConditionalWeakTable<sqlite3, object> SetUp = [];

    private readonly KeptSqliteConnections? _kept;

    private SqliteSession(KeptSqliteConnections? kept) => _kept = kept;

    /// <summary>For connections that end when they are closed.</summary>
    public static SqliteSession Single { get; } = new(kept: null);

    /// <summary>For connections that are kept.</summary>
    public static SqliteSession Of(KeptSqliteConnections kept) => new(kept);

    /// <summary>Refuses to go on with a file that is not there any more.</summary>
    /// <exception cref="SqliteException">It was deleted or replaced.</exception>
    public static void CheckFile(SqliteConnection connection)
    {
        if (SqliteFile.HasMoved(connection.Handle!))
        {
            (connection as KeptSqliteConnection)?.CloseAll();
            throw new SqliteException("The database file was deleted or replaced.", SqliteFaults.Moved & 0xff, SqliteFaults.Moved);
        }
    }

    public override InterceptionResult<DbConnection> ConnectionCreating(ConnectionCreatingEventData eventData, InterceptionResult<DbConnection> result) =>
        _kept is null || result.HasResult ? result : InterceptionResult<DbConnection>.SuppressWithResult(new KeptSqliteConnection(eventData.ConnectionString!, _kept));

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        var began = Stopwatch.GetTimestamp();
        var file = Current(connection);
        while (!TrySetUp(file, mayFail: Stopwatch.GetElapsedTime(began) < Patience))
        {
            Thread.Sleep(Pause);
        }
    }

    // SQLite has no asynchronous calls; only the waits are.
    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        var began = Stopwatch.GetTimestamp();
        var file = Current(connection);
        while (!TrySetUp(file, mayFail: Stopwatch.GetElapsedTime(began) < Patience))
        {
            await Task.Delay(Pause, cancellationToken).ConfigureAwait(false);
        }
    }

    private static SqliteConnection Current(DbConnection connection)
    {
        var file = (SqliteConnection)connection;
        if (SqliteFile.HasMoved(file.Handle!))
        {
            (file as KeptSqliteConnection)?.CloseAll();
            file.Close();
            file.Open();
        }

        return file;
    }

    private static bool TrySetUp(SqliteConnection connection, bool mayFail)
    {
        if (SetUp.TryGetValue(connection.Handle!, out _))
        {
            return true;
        }

        using var command = connection.CreateCommand();
        command.CommandText = Statements;
        command.CommandTimeout = NoTime;
        try
        {
            command.ExecuteNonQuery();
            SetUp.AddOrUpdate(connection.Handle!, Single);
            return true;
        }
        catch (SqliteException exception) when (mayFail && exception.SqliteErrorCode == SqliteFaults.Busy)
        {
            return false;
        }
    }
}
