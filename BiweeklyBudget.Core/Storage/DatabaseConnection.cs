using System.Globalization;
using System.Web;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using MySqlConnector;

namespace BiweeklyBudget.Core.Storage;

/// <summary>
/// Where the database is, read from the setting DB_CONNSTRING (design.md, Settings): <c>mysql+pymysql://user:pass@host:port/db?charset=utf8mb4</c>,
/// <c>mysql://…</c>, <c>sqlite:///relative/path</c> or <c>sqlite:////absolute/path</c>.
/// </summary>
public sealed class DatabaseConnection
{
    private DatabaseConnection(DatabaseEngine engine, string providerConnectionString, string description)
    {
        Engine = engine;
        ProviderConnectionString = providerConnectionString;
        Description = description;
    }

    /// <summary>The engine.</summary>
    public DatabaseEngine Engine { get; }

    /// <summary>Host and database name, or the file's path; never a user or a password.</summary>
    public string Description { get; }

    internal string ProviderConnectionString { get; }

    /// <summary>Reads a connection string.</summary>
    /// <param name="value">The value of the setting.</param>
    /// <returns>The connection.</returns>
    /// <exception cref="FormatException">The value is not one of the known forms.</exception>
    public static DatabaseConnection Parse(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (value.StartsWith("sqlite:///", StringComparison.Ordinal))
        {
            var path = Path.GetFullPath(value["sqlite:///".Length..]);
            return new DatabaseConnection(DatabaseEngine.Sqlite, new SqliteConnectionStringBuilder { DataSource = path }.ConnectionString, path);
        }

        if (!Uri.TryCreate(value, UriKind.Absolute, out var uri) || uri.Scheme is not ("mysql+pymysql" or "mysql"))
        {
            throw new FormatException("ERROR: setting or environment variable \"DB_CONNSTRING\" is not a database URL.");
        }

        var user = uri.UserInfo.Split(':', 2);
        var builder = new MySqlConnectionStringBuilder
        {
            Server = uri.Host,
            Port = uri.Port > 0 ? (uint)uri.Port : 3306,
            UserID = HttpUtility.UrlDecode(user[0]),
            Password = user.Length > 1 ? HttpUtility.UrlDecode(user[1]) : "",
            Database = uri.AbsolutePath.Trim('/'),
            ConnectionLifeTime = 3600,
        };
        return new DatabaseConnection(DatabaseEngine.MySql, builder.ConnectionString, string.Create(CultureInfo.InvariantCulture, $"{builder.Server}:{builder.Port}/{builder.Database}"));
    }

    /// <summary>Opens a context of its own; the caller disposes it.</summary>
    /// <param name="configure">Further options, for example logging.</param>
    /// <returns>A context over the engine.</returns>
    public BudgetDbContext CreateContext(Action<DbContextOptionsBuilder>? configure = null)
    {
        if (Engine == DatabaseEngine.Sqlite)
        {
            var sqlite = new DbContextOptionsBuilder<SqliteBudgetDbContext>().UseSqlite(ProviderConnectionString);
            configure?.Invoke(sqlite);
            return new SqliteBudgetDbContext(((DbContextOptionsBuilder<SqliteBudgetDbContext>)sqlite).Options);
        }

        var mysql = new DbContextOptionsBuilder<MySqlBudgetDbContext>().UseMySql(ProviderConnectionString, ServerVersion.Parse("10.11.0-mariadb"));
        configure?.Invoke(mysql);
        return new MySqlBudgetDbContext(((DbContextOptionsBuilder<MySqlBudgetDbContext>)mysql).Options);
    }
}
