using BiweeklyBudget.Core.Storage.Streaming;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BiweeklyBudget.Core.Storage.Sqlite;

/// <summary>What depends on Microsoft's SQLite provider, but for the initialisation (<see cref="SqliteSite"/>).</summary>
internal sealed class SqliteProvider : StorageProvider
{
    private static readonly OwnTranslations Translations = new(
        DatabaseEngine.Sqlite,
        services => services.AddSingleton<IAggregateMethodCallTranslatorPlugin, ExactSumPlugin>().AddSingleton<IMethodCallTranslatorPlugin>(new DayNumberTranslator(DayNumberOf)));

    // Seconds. While the driver waits for a lock it holds a thread; a reader waits for one only in rare moments.
    private const int WaitForData = 1;
    private const int WaitForSchema = 60;

    private readonly string _forData;
    private readonly string _forSchema;
    private readonly KeptSqliteConnections _kept;

    public SqliteProvider(string path)
    {
        Path = path;

        // Never creating the file: one that is gone must not come back empty.
        _forData = new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadWrite, DefaultTimeout = WaitForData, Pooling = false }.ConnectionString;
        _forSchema = new SqliteConnectionStringBuilder { DataSource = path, DefaultTimeout = WaitForSchema, Pooling = false }.ConnectionString;
        _kept = KeptSqliteConnections.Of(path);
    }

    public override string Description => Path;

    public string Path { get; }

    public override BudgetDbContext CreateContext(Action<DbContextOptionsBuilder>? configure) => new SqliteBudgetDbContext(Options(_forData, SqliteSession.Of(_kept), configure));

    public BudgetDbContext CreateSchemaContext(Action<DbContextOptionsBuilder>? configure) => new SqliteBudgetDbContext(Options(_forSchema, SqliteSession.Single, configure));

    public override IDbContextFactory<BudgetDbContext> CreateContextPool(Action<DbContextOptionsBuilder> configure) =>
        new PooledContextFactory<SqliteBudgetDbContext>(new PooledDbContextFactory<SqliteBudgetDbContext>(Options(_forData, SqliteSession.Of(_kept), configure)));

    public override DatabaseSite CreateSite(ILogger? log = null) => new SqliteSite(this);

    public override void ClosePooled() => _kept.Close();

    public override async Task<IRowReader> OpenRowsToReadAsync(CancellationToken cancellationToken) => await SqliteRows.OpenToReadAsync(Path, cancellationToken).ConfigureAwait(false);

    public override async Task<IRowWriter> OpenRowsToWriteAsync(CancellationToken cancellationToken) => await SqliteRows.OpenToWriteAsync(Path, cancellationToken).ConfigureAwait(false);

    // Julian days begin at noon; the half is cut off.
    private static SqlExpression DayNumberOf(SqlExpression date) =>
        DayNumberTranslator.Less(DayNumberTranslator.Whole(DayNumberTranslator.Function("julianday", date, "REAL"), "INTEGER"), 1_721_425, "INTEGER");

    private static DbContextOptions<SqliteBudgetDbContext> Options(string connection, SqliteSession session, Action<DbContextOptionsBuilder>? configure)
    {
        var options = new DbContextOptionsBuilder<SqliteBudgetDbContext>();
        options.UseSqlite(connection).AddInterceptors(session);
        ((IDbContextOptionsBuilderInfrastructure)options).AddOrUpdateExtension(Translations);
        configure?.Invoke(options);
        return options.Options;
    }
}
