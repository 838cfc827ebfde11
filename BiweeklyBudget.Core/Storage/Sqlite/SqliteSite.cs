using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Storage.Sqlite;

/// <summary>
/// Initialisation of a SQLite file. The lock is the operating system's, on a file beside the database: it ends with the process. Migrations
/// run in a transaction, so an interrupted one leaves nothing (docs/adr/0005).
/// </summary>
internal sealed class SqliteSite(SqliteProvider provider) : DatabaseSite
{
    private const UnixFileMode OwnerFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const int NotADatabase = 26;

    // Bytes: a save appends a few pages to the journal beside the file.
    private const long LeastRoom = 256 * 1024;

    // Seconds. Who only looks waits as long as on a server; the driver would wait thrice as long.
    private const int PatienceWithLocks = 10;

    private static readonly TimeSpan PatienceWithWriters = TimeSpan.FromSeconds(1);

    public override IReadOnlyList<string> Migrations { get; } =
    [
        "20261124040549_Upstream160",
        "20261126235202_Kept",
        "20261127133057_ByOwnDay",
        "20261127205658_SignIn",
        "20261128010152_Audit",
    ];

    public override bool CanAdopt => false;

    private string LockFile
    {
        get
        {
            // Processes that reach the file by different links must meet at one lock.
            var target = File.Exists(provider.Path) ? File.ResolveLinkTarget(provider.Path, returnFinalTarget: true)?.FullName : null;
            return (target ?? provider.Path) + ".migrate.lock";
        }
    }

    public override async Task<DatabaseRecord> ReadRecordAsync(CancellationToken cancellationToken) => (await ReadContentsAsync(cancellationToken).ConfigureAwait(false)).Record;

    public override async Task<DatabaseContents> ReadContentsAsync(CancellationToken cancellationToken)
    {
        if (!File.Exists(provider.Path))
        {
            return DatabaseContents.None;
        }

        try
        {
            var connection = Open();
            connection.DefaultTimeout = PatienceWithLocks;
            await using (connection.ConfigureAwait(false))
            {
                // One transaction, so that the answers belong together.
                var transaction = connection.BeginTransaction(deferred: true);
                await using (transaction.ConfigureAwait(false))
                {
                    return ReadContents(connection, transaction);
                }
            }
        }
        catch (SqliteException exception) when (exception.SqliteErrorCode == NotADatabase)
        {
            throw new DatabaseRefusedException($"The file {provider.Path} is not a SQLite database. Nothing was changed.", exception);
        }
    }

    public override async Task<bool> AreEmptyAsync(IEnumerable<string> tables, CancellationToken cancellationToken)
    {
        var connection = Open();
        await using (connection.ConfigureAwait(false))
        {
            return tables.All(table => ReadTexts(connection, transaction: null, $"SELECT 1 FROM {SqliteRows.Quote(table)} LIMIT 1").Count == 0);
        }
    }

    public override async Task<IAsyncDisposable> LockAsync(LockWait wait, CancellationToken cancellationToken)
    {
        CreateFolder();
        var file = LockFile;
        while (true)
        {
            try
            {
                return Create(file, FileShare.None);
            }
            catch (IOException exception) when (exception is not (FileNotFoundException or DirectoryNotFoundException or PathTooLongException) && File.Exists(file))
            {
                wait.StillHeld($"the lock file {file}");
                await wait.PauseAsync(cancellationToken).ConfigureAwait(false);
            }
        }
    }

    public override async Task PrepareAsync(CancellationToken cancellationToken)
    {
        if (!File.Exists(provider.Path))
        {
            // For the owner's eyes only; SQLite gives the files that it lays beside it the same rights.
            await Create(provider.Path, FileShare.ReadWrite).DisposeAsync().ConfigureAwait(false);
        }

        // Under the lock nobody else migrates, so a row in EF's own lock table is one that a killed process left; waiting for it would never end.
        var connection = Open();
        await using (connection.ConfigureAwait(false))
        {
            await ExecuteAsync(connection, SqliteSession.Statements, cancellationToken).ConfigureAwait(false);
            await ExecuteAsync(connection, $"DROP TABLE IF EXISTS {SqliteRows.Quote(DatabaseContents.LockTable)}", cancellationToken).ConfigureAwait(false);
        }
    }

    public override async Task DropAsync(IEnumerable<string> tables, CancellationToken cancellationToken)
    {
        var connection = Open();
        await using (connection.ConfigureAwait(false))
        {
            await ExecuteAsync(connection, "PRAGMA foreign_keys=OFF", cancellationToken).ConfigureAwait(false);
            foreach (var table in tables)
            {
                await ExecuteAsync(connection, $"DROP TABLE {SqliteRows.Quote(table)}", cancellationToken).ConfigureAwait(false);
            }
        }
    }

    public override BudgetDbContext CreateContext(Action<DbContextOptionsBuilder>? configure)
    {
        var context = provider.CreateSchemaContext(configure);
        context.Database.SetCommandTimeout(TimeSpan.FromMinutes(10));
        return context;
    }

    public override async Task<TablesFound> CheckTablesAsync(CancellationToken cancellationToken)
    {
        if (new DriveInfo(System.IO.Path.GetDirectoryName(SqliteFile.RealPath(provider.Path))!).AvailableFreeSpace < LeastRoom)
        {
            throw new SqliteException("There is no room on the disk.", SqliteFaults.Full);
        }

        var connection = Open();
        await using (connection.ConfigureAwait(false))
        {
            try
            {
                connection.DefaultTimeout = SqliteSession.NoTime;
                using var turn = await WriterQueues.Of(provider.Path).EnterAsync(PatienceWithWriters, cancellationToken).ConfigureAwait(false);

                // Takes the writers' lock, which is refused to who may only read, and gives it back.
                await connection.BeginTransaction(deferred: false).DisposeAsync().ConfigureAwait(false);
            }
            catch (Exception exception) when (exception is TimeoutException or SqliteException { SqliteErrorCode: SqliteFaults.Busy })
            {
                // Somebody else writes, so it can be written.
            }
        }

        return TablesFound.Good;
    }

    public override DatabaseUnavailableException? Explain(Exception exception) => exception switch
    {
        SqliteException error => Explain(error),
        UnauthorizedAccessException => new DatabaseUnavailableException($"The database {provider.Path} or its folder may not be written.", exception) { Fault = DatabaseFault.ReadOnly },
        IOException => new DatabaseUnavailableException($"The database {provider.Path} or its folder cannot be written{FaultOfFolder()}.", exception) { Fault = DatabaseFault.ReadOnly },
        _ => null,
    };

    private DatabaseUnavailableException Explain(SqliteException error)
    {
        var fault = SqliteFaults.OfDatabase(error);
        var text = fault switch
        {
            DatabaseFault.Busy => $"The database {provider.Path} is locked by another program for too long.",
            DatabaseFault.Full => $"The disk of the database {provider.Path} is full, or cannot be written.",
            DatabaseFault.ReadOnly => $"The database {provider.Path} cannot be written: the file, its folder or the disk is read-only for this user.",
            DatabaseFault.Missing => $"The database {provider.Path} was deleted or replaced, or one of its tables was.",
            DatabaseFault.Damaged => $"The database {provider.Path} is damaged, or is no SQLite database.",
            DatabaseFault.Unreachable when !File.Exists(provider.Path) => $"The database {provider.Path} is not there, or this user may not look into its folder.",
            DatabaseFault.Unreachable => $"The database {provider.Path} cannot be opened: this user may not read the file, or may not write to its folder.",
            _ => string.Create(CultureInfo.InvariantCulture, $"The database {provider.Path} cannot be used: {error.Message.TrimEnd('.')}."),
        };
        return new DatabaseUnavailableException(text, error) { Fault = fault ?? DatabaseFault.Unreachable };
    }

    // What is in the way when a folder cannot be made.
    private string FaultOfFolder()
    {
        for (var folder = System.IO.Path.GetDirectoryName(provider.Path); folder is not null && !Directory.Exists(folder); folder = System.IO.Path.GetDirectoryName(folder))
        {
            if (File.Exists(folder))
            {
                return $": {folder} is a file";
            }
        }

        return "";
    }

    private static DatabaseContents ReadContents(SqliteConnection connection, SqliteTransaction transaction)
    {
        var columns = new List<(string Table, string Column)>();
        using (var command = new SqliteCommand("SELECT m.name, c.name FROM sqlite_master m, pragma_table_info(m.name) c WHERE m.type IN ('table', 'view') AND m.name NOT LIKE 'sqlite\\_%' ESCAPE '\\'", connection, transaction))
        using (var reader = command.ExecuteReader())
        {
            while (reader.Read())
            {
                columns.Add((reader.GetString(0), reader.GetString(1)));
            }
        }

        List<string>? Texts(string table, string column, string sql) =>
            columns.Any(c => string.Equals(c.Table, table, StringComparison.OrdinalIgnoreCase) && string.Equals(c.Column, column, StringComparison.OrdinalIgnoreCase)) ? ReadTexts(connection, transaction, sql) : null;
        return DatabaseContents.From(columns, new DatabaseRecord(
            Texts(DatabaseContents.RevisionTable, "version_num", "SELECT version_num FROM alembic_version"),
            Texts(DatabaseContents.HistoryTable, "MigrationId", "SELECT MigrationId FROM __EFMigrationsHistory ORDER BY MigrationId")));
    }

    private static List<string> ReadTexts(SqliteConnection connection, SqliteTransaction? transaction, string sql)
    {
        var texts = new List<string>();
        using var command = new SqliteCommand(sql, connection, transaction);
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            texts.Add(Convert.ToString(reader.GetValue(0), CultureInfo.InvariantCulture) ?? "");
        }

        return texts;
    }

    private static async Task ExecuteAsync(SqliteConnection connection, string sql, CancellationToken cancellationToken)
    {
        var command = new SqliteCommand(sql, connection);
        await using (command.ConfigureAwait(false))
        {
            await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    // Not from the pool, so that no handle outlives the look; never creating a file.
    private SqliteConnection Open()
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = provider.Path, Mode = SqliteOpenMode.ReadWrite, Pooling = false }.ConnectionString);
        connection.Open();
        return connection;
    }

    private void CreateFolder()
    {
        var folder = System.IO.Path.GetDirectoryName(provider.Path);
        if (folder is null || Directory.Exists(folder))
        {
            return;
        }

        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, OwnerFile | UnixFileMode.UserExecute);
        }
    }

    private static FileStream Create(string path, FileShare share)
    {
        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = share };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerFile;
        }

        return new FileStream(path, options);
    }
}
