using BiweeklyBudget.Core.Storage.MySql;
using BiweeklyBudget.Core.Storage.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Storage.Connections;

/// <summary>
/// Where the database is, read from the setting DB_CONNSTRING (design.md, Settings): <c>mysql+pymysql://user:pass@host:port/db?charset=utf8mb4</c>,
/// <c>mysql://…</c>, <c>sqlite:///relative/path</c> or <c>sqlite:////absolute/path</c>.
/// </summary>
internal sealed class DatabaseConnection
{
    private const string SqlitePrefix = "sqlite://";

    private DatabaseConnection(DatabaseEngine engine, StorageProvider provider)
    {
        Engine = engine;
        Provider = provider;
    }

    /// <summary>The engine.</summary>
    public DatabaseEngine Engine { get; }

    /// <summary>Host and database name, or the file's path; never a user or a password.</summary>
    public string Description => Provider.Description;

    internal StorageProvider Provider { get; }

    /// <summary>Reads a connection string.</summary>
    /// <param name="value">The value of the setting. User, password and database of MySQL forms are percent-decoded; a plus sign is a plus sign.</param>
    /// <returns>The connection. Nothing is opened.</returns>
    /// <exception cref="ConnectionStringException">The value is not one of the known forms. The message is one line and holds no part of the value.</exception>
    public static DatabaseConnection Parse(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (value.StartsWith(SqlitePrefix, StringComparison.Ordinal))
        {
            return new DatabaseConnection(DatabaseEngine.Sqlite, new SqliteProvider(SqlitePath(value[SqlitePrefix.Length..])));
        }

        return new DatabaseConnection(DatabaseEngine.MySql, new MySqlProvider(DatabaseUrl.Parse(value)));
    }

    /// <summary>Checks the files that the connection string names beside the database. The database is not touched.</summary>
    /// <exception cref="ConnectionStringException">One cannot be used. The message names it.</exception>
    public void CheckFiles() => Provider.CheckFiles();

    /// <summary>Opens a context of its own; the caller disposes it.</summary>
    /// <param name="configure">Further options, for example logging.</param>
    /// <returns>A context over the engine.</returns>
    public BudgetDbContext CreateContext(Action<DbContextOptionsBuilder>? configure = null) => Provider.CreateContext(configure);

    /// <summary>Engine, by the name that people know it by, and description.</summary>
    /// <returns>A text without a user name or a password.</returns>
    public override string ToString() => $"{(Engine == DatabaseEngine.Sqlite ? "SQLite" : "MySQL")} {Description}";

    /// <summary>Reads the part after <c>sqlite://</c>: a slash, then the path as it stands, as upstream's database library takes it.</summary>
    private static string SqlitePath(string rest)
    {
        if (!rest.StartsWith('/'))
        {
            throw new ConnectionStringException("must have three slashes before a relative path (sqlite:///budget.db) and four before an absolute one (sqlite:////var/lib/budget.db).");
        }

        var path = rest[1..];
        if (string.IsNullOrWhiteSpace(path) || path.StartsWith(':') || path.Contains('\0', StringComparison.Ordinal))
        {
            throw new ConnectionStringException("must name a database file after sqlite:///.");
        }

        if (path.Contains('?', StringComparison.Ordinal))
        {
            throw new ConnectionStringException("has options after the path of a SQLite file; there are none.");
        }

        if (Path.EndsInDirectorySeparator(path) || Directory.Exists(path))
        {
            throw new ConnectionStringException("names a folder where it must name a SQLite file.");
        }

        return Path.GetFullPath(path);
    }
}
