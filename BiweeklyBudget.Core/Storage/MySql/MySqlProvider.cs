using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MySqlConnector;

namespace BiweeklyBudget.Core.Storage;

/// <summary>What depends on Pomelo and MySqlConnector, but for the initialisation (<see cref="MySqlSite"/>).</summary>
internal sealed class MySqlProvider : StorageProvider
{
    /// <summary>
    /// The version whose SQL is spoken, whatever the server: one that MySQL 8 and MariaDB both understand (docs/adr/0001). Fixed, because asking the
    /// server would open a connection before anybody can say what to do when it fails.
    /// </summary>
    public static readonly ServerVersion Dialect = ServerVersion.Parse("10.4.0-mariadb");

    // One pool per connection string and process, as if connection strings were given to the driver.
    private static readonly ConcurrentDictionary<string, MySqlDataSource> Pools = new(StringComparer.Ordinal);

    private readonly MySqlConnectionStringBuilder _connection;

    public MySqlProvider(DatabaseUrl url)
    {
        Description = url.ToString();
        Database = url.Database;
        _connection = new MySqlConnectionStringBuilder
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
        if (url.CertificateAuthority is not null)
        {
            _connection.SslMode = MySqlSslMode.VerifyCA;
            _connection.SslCa = url.CertificateAuthority;
        }
    }

    public override string Description { get; }

    public string Database { get; }

    public MySqlDataSource Pool => Pools.GetOrAdd(_connection.ConnectionString, static text => CreateDataSource(text, ""));

    /// <summary>A source of connections outside the pool, for locks and changes of the schema: closing one ends its session.</summary>
    /// <param name="database">The database to use; empty for none.</param>
    public MySqlDataSource CreateUnpooled(string database)
    {
        // Statements that wait for another session's transaction give up in bounded time. The lock's own session may be idle for long.
        var connection = new MySqlConnectionStringBuilder(_connection.ConnectionString) { Pooling = false, Database = database };
        return CreateDataSource(connection.ConnectionString, ", lock_wait_timeout=60, wait_timeout=28800");
    }

    public override BudgetDbContext CreateContext(Action<DbContextOptionsBuilder>? configure) => CreateContext(Pool, configure);

    public static BudgetDbContext CreateContext(MySqlDataSource source, Action<DbContextOptionsBuilder>? configure)
    {
        var options = new DbContextOptionsBuilder<MySqlBudgetDbContext>();
        options.UseMySql(source, Dialect);
        configure?.Invoke(options);
        return new MySqlBudgetDbContext(options.Options);
    }

    public override void AddContextPool(IServiceCollection services, Action<IServiceProvider, DbContextOptionsBuilder> configure)
    {
        services.AddPooledDbContextFactory<MySqlBudgetDbContext>((provider, options) =>
        {
            options.UseMySql(Pool, Dialect);
            configure(provider, options);
        });
        services.AddSingleton<IDbContextFactory<BudgetDbContext>, PooledContextFactory<MySqlBudgetDbContext>>();
    }

    public override DatabaseSite CreateSite() => new MySqlSite(this);

    /// <summary>Every session is strict and in UTC (spec/domain.md §4); a reset undoes that, so it is said after each.</summary>
    private static MySqlDataSource CreateDataSource(string connectionString, string furtherVariables)
    {
        var session = "SET SESSION sql_mode='TRADITIONAL', time_zone='+00:00'" + furtherVariables;
        return new MySqlDataSourceBuilder(connectionString)
            .UseConnectionOpenedCallback(async (context, cancellationToken) =>
            {
                if (context.Conditions == MySqlConnectionOpenedConditions.None)
                {
                    return;
                }

                var command = new MySqlCommand(session, context.Connection);
                await using (command.ConfigureAwait(false))
                {
                    await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
                }
            })
            .Build();
    }
}
