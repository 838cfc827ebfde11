using System.Net;
using BiweeklyBudget.Core.Storage.Streaming;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MySqlConnector;

namespace BiweeklyBudget.Core.Storage.MySql;

/// <summary>What depends on Pomelo and MySqlConnector, but for the initialisation (<see cref="MySqlSite"/>).</summary>
internal sealed class MySqlProvider : StorageProvider
{
    private static readonly OwnTranslations Translations = new(DatabaseEngine.MySql, services => services.AddSingleton<IMethodCallTranslatorPlugin>(new DayNumberTranslator(DayNumberOf)));

    /// <summary>
    /// The version whose SQL is spoken, whatever the server: one that MySQL 8 and MariaDB both understand (docs/adr/0001). Fixed, because asking the
    /// server would open a connection before anybody can say what to do when it fails.
    /// </summary>
    public static readonly ServerVersion Dialect = ServerVersion.Parse("10.4.0-mariadb");

    public MySqlProvider(DatabaseUrl url)
    {
        Description = url.ToString();
        Database = url.Database;
        Host = url.Host;
        IsLocal = url.Socket is not null || IsOfThisMachine(url.Host);
        var connection = new MySqlConnectionStringBuilder
        {
            Server = url.Socket ?? url.Host,
            ConnectionProtocol = url.Socket is null ? MySqlConnectionProtocol.Sockets : MySqlConnectionProtocol.UnixSocket,
            Port = url.Port,
            UserID = url.User,
            Password = url.Password,
            Database = url.Database,
            ConnectionLifeTime = 3600,

            // Every connection from the pool is reset before use. That finds out dead ones, and nothing of an earlier session is left.
            ConnectionReset = true,

            // Pomelo asks for these two.
            AllowUserVariables = true,
            UseAffectedRows = false,
        };
        CertificateAuthority = url.CertificateAuthority;
        if (url.CertificateAuthority is not null)
        {
            // Also that the certificate is for this host: others may have one of the same authority.
            connection.SslMode = MySqlSslMode.VerifyFull;
            connection.SslCa = url.CertificateAuthority;
        }

        Pooled = connection.ConnectionString;
        connection.ConnectionReset = false;
        Kept = connection.ConnectionString;
        connection.Pooling = false;
        ForSchema = connection.ConnectionString;
        connection.Database = "";
        ForServer = connection.ConnectionString;
    }

    public override string Description { get; }

    public string Database { get; }

    /// <summary>The server's host name or address.</summary>
    public string Host { get; }

    /// <summary>Whether nothing of the connection leaves this machine.</summary>
    public bool IsLocal { get; }

    /// <summary>Path of the certificates that the server's must descend from; null when any will do.</summary>
    public string? CertificateAuthority { get; }

    /// <summary>For reading and writing data.</summary>
    public string Pooled { get; }

    /// <summary>For the same through <see cref="MySqlSessions"/>.</summary>
    public string Kept { get; }

    /// <summary>For changes of the schema; outside the pool, so that closing a connection ends its session.</summary>
    public string ForSchema { get; }

    /// <summary>The same without the database, which may not exist yet.</summary>
    public string ForServer { get; }

    public override BudgetDbContext CreateContext(Action<DbContextOptionsBuilder>? configure) => CreateContext(Pooled, MySqlSession.ForData, configure);

    public BudgetDbContext CreateSchemaContext(Action<DbContextOptionsBuilder>? configure) => CreateContext(ForSchema, MySqlSession.ForSchema, configure);

    // The context's own connection, which comes of the options' connection string, is never opened.
    public override IDbContextFactory<BudgetDbContext> CreateContextPool(Action<DbContextOptionsBuilder> configure) =>
        new PooledContextFactory<MySqlBudgetDbContext>(
            new PooledDbContextFactory<MySqlBudgetDbContext>(Options(Pooled, session: null, configure)),
            context => context.Database.SetDbConnection(MySqlSessions.Of(Kept).CreateConnection(), contextOwnsConnection: true));

    public override DatabaseSite CreateSite(ILogger? log = null) => new MySqlSite(this, log);

    public override void CheckFiles()
    {
        if (CertificateAuthority is { } file && CertificateFile.FaultOf(file) is { } fault)
        {
            throw new ConnectionStringException($"names the certificate file {file} (ssl_ca), which {fault}.");
        }
    }

    public override void ClosePooled()
    {
        using var connection = new MySqlConnection(Pooled);
        MySqlConnection.ClearPool(connection);
    }

    public override async Task<IRowReader> OpenRowsToReadAsync(CancellationToken cancellationToken) => await MySqlRows.OpenToReadAsync(this, cancellationToken).ConfigureAwait(false);

    public override async Task<IRowWriter> OpenRowsToWriteAsync(CancellationToken cancellationToken) => await MySqlRows.OpenToWriteAsync(this, cancellationToken).ConfigureAwait(false);

    private static MySqlBudgetDbContext CreateContext(string connection, MySqlSession session, Action<DbContextOptionsBuilder>? configure) => new(Options(connection, session, configure));

    private static bool IsOfThisMachine(string host) => string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));

    // TO_DAYS counts the days of year 0 too.
    private static SqlExpression DayNumberOf(SqlExpression date) => DayNumberTranslator.Less(DayNumberTranslator.Function("TO_DAYS", date, "int"), 366, "int");

    // A connection string, not a MySqlDataSource: Pomelo would make EF build its inner services anew for each source.
    private static DbContextOptions<MySqlBudgetDbContext> Options(string connection, MySqlSession? session, Action<DbContextOptionsBuilder>? configure)
    {
        var options = new DbContextOptionsBuilder<MySqlBudgetDbContext>();
        options.UseMySql(connection, Dialect).AddInterceptors(MySqlRowLock.Instance, MySqlReadBegin.Instance);
        ((IDbContextOptionsBuilderInfrastructure)options).AddOrUpdateExtension(Translations);
        if (session is not null)
        {
            options.AddInterceptors(session);
        }

        configure?.Invoke(options);
        return options.Options;
    }
}
