using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BiweeklyBudget.Core.Storage.Sqlite;

/// <summary>What depends on Microsoft's SQLite provider, but for the initialisation (<see cref="SqliteSite"/>).</summary>
internal sealed class SqliteProvider(string path) : StorageProvider
{
    private readonly string _connectionString = new SqliteConnectionStringBuilder { DataSource = path }.ConnectionString;

    public override string Description => path;

    public string Path => path;

    public override BudgetDbContext CreateContext(Action<DbContextOptionsBuilder>? configure)
    {
        var options = new DbContextOptionsBuilder<SqliteBudgetDbContext>();
        Use(options);
        configure?.Invoke(options);
        return new SqliteBudgetDbContext(options.Options);
    }

    public override void AddContextPool(IServiceCollection services, Action<IServiceProvider, DbContextOptionsBuilder> configure)
    {
        services.AddPooledDbContextFactory<SqliteBudgetDbContext>((provider, options) =>
        {
            Use(options);
            configure(provider, options);
        });
        services.AddSingleton<IDbContextFactory<BudgetDbContext>, PooledContextFactory<SqliteBudgetDbContext>>();
    }

    public override DatabaseSite CreateSite() => new SqliteSite(this);

    private void Use(DbContextOptionsBuilder options) => options.UseSqlite(_connectionString).AddInterceptors(SqliteSession.Instance);
}
