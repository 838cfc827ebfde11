using BiweeklyBudget.Core.Storage.Streaming;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace BiweeklyBudget.Core.Storage.Sqlite;

/// <summary>What depends on Microsoft's SQLite provider, but for the initialisation (<see cref="SqliteSite"/>).</summary>
internal sealed class SqliteProvider(string path) : StorageProvider
{
    private readonly string _connectionString = new SqliteConnectionStringBuilder { DataSource = path }.ConnectionString;

    public override string Description => path;

    public string Path => path;

    public override BudgetDbContext CreateContext(Action<DbContextOptionsBuilder>? configure) => new SqliteBudgetDbContext(Options(configure));

    public override IDbContextFactory<BudgetDbContext> CreateContextPool(Action<DbContextOptionsBuilder> configure) =>
        new PooledContextFactory<SqliteBudgetDbContext>(new PooledDbContextFactory<SqliteBudgetDbContext>(Options(configure)));

    public override DatabaseSite CreateSite() => new SqliteSite(this);

    public override void ClosePooled()
    {
        using var connection = new SqliteConnection(_connectionString);
        SqliteConnection.ClearPool(connection);
    }

    public override async Task<IRowReader> OpenRowsToReadAsync(CancellationToken cancellationToken) => await SqliteRows.OpenToReadAsync(path, cancellationToken).ConfigureAwait(false);

    public override async Task<IRowWriter> OpenRowsToWriteAsync(CancellationToken cancellationToken) => await SqliteRows.OpenToWriteAsync(path, cancellationToken).ConfigureAwait(false);

    private DbContextOptions<SqliteBudgetDbContext> Options(Action<DbContextOptionsBuilder>? configure)
    {
        var options = new DbContextOptionsBuilder<SqliteBudgetDbContext>();
        options.UseSqlite(_connectionString).AddInterceptors(SqliteSession.Instance);
        ((IDbContextOptionsBuilderInfrastructure)options).AddOrUpdateExtension(new ExactSums());
        configure?.Invoke(options);
        return options.Options;
    }
}
