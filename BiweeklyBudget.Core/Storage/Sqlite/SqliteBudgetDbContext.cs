using System.Data;
using BiweeklyBudget.Core.Money;
using BiweeklyBudget.Core.Storage.Rows;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using SQLitePCL;

namespace BiweeklyBudget.Core.Storage.Sqlite;

/// <summary>The database in a SQLite file, the embedded default. Money is stored in ten-thousandths (docs/adr/0004).</summary>
internal sealed class SqliteBudgetDbContext : BudgetDbContext
{
    private string? _writesBefore;

    /// <summary>Creates a context.</summary>
    /// <param name="options">Options that use SQLite.</param>
    public SqliteBudgetDbContext(DbContextOptions<SqliteBudgetDbContext> options)
        : base(options)
    {
    }

    internal override bool IsReading => raw.sqlite3_get_autocommit(Connection.Handle) == 0;

    internal override Task<WriteMark> ReadWriteMarkAsync(long floor, CancellationToken cancellationToken) =>
        SqliteWriteMark.ReadAsync(Connection, floor, IsReading ? _writesBefore : null, cancellationToken);

    internal override Task BeginReadingAsync(CancellationToken cancellationToken)
    {
        // The mark of the state may not know more than this.
        _writesBefore = SqliteWriteMark.WritesOf(Connection.DataSource);
        return RunAsync("BEGIN", cancellationToken);
    }

    internal override Task EndReadingAsync() => Connection.State == ConnectionState.Open ? RunAsync("COMMIT", CancellationToken.None) : Task.CompletedTask;

    internal override string LastChangeQuery => "SELECT max(id) AS Value FROM bb_changes";

    internal override string InsertChangedRows(IReadOnlyList<ChangedRow> rows, List<object?> values) => SqliteChangedRows.Insert(rows, values);

    internal override Task InsertAsync(BulkTable table, IReadOnlyList<object> rows, CancellationToken cancellationToken) => SqliteBulkInsert.RunAsync(this, table, rows, cancellationToken);

    internal override Task AddTransactionsAsync(IReadOnlyList<Transaction> transactions, IReadOnlyList<Budget> budgets, CancellationToken cancellationToken) =>
        SqliteTransactions.AddAsync(this, transactions, budgets, cancellationToken);

    internal override StorageFault FaultOf(Exception exception) => SqliteFaults.Of(exception);

    internal override bool IsRefusal(Exception exception) => SqliteFaults.IsRefusal(exception);

    internal override async Task<bool> TryAddReplyAsync(StoredReply reply, CancellationToken cancellationToken) => await Database.ExecuteSqlAsync(
        $"INSERT OR IGNORE INTO bb_replies (key_hash, request_hash, at, outcome) VALUES ({reply.KeyHash}, {reply.RequestHash}, {reply.At}, {reply.Outcome})",
        cancellationToken).ConfigureAwait(false) == 1;

    internal override Task AddAuditHeadAsync(AuditHead head, CancellationToken cancellationToken) =>
        Database.ExecuteSqlAsync($"INSERT OR IGNORE INTO bb_audit_head (id, entries, hash) VALUES ({head.Id}, {head.Entries}, {head.Hash})", cancellationToken);

    // A file's handle does not break, and the driver has an exception of its own for all that fails.
    internal override bool IsBroken(Exception exception) => false;

    internal override Task<WriteTransaction> BeginSaveAsync(CancellationToken cancellationToken) => SqliteSaves.BeginAsync(this, cancellationToken);

    internal override void CheckBeforeCommit() => SqliteSession.CheckFile(Connection);

    // A commit for which there was no room has been taken back by SQLite itself; the driver would do it again, and fail.
    internal override void PrepareRollbackOfFailedCommit()
    {
        if (raw.sqlite3_get_autocommit(Connection.Handle) != 0)
        {
            raw.sqlite3_exec(Connection.Handle, "BEGIN");
        }
    }

    internal override void Discard() => (Connection as KeptSqliteConnection)?.CloseAll();

    private SqliteConnection Connection => (SqliteConnection)Database.GetDbConnection();

    private protected override BudgetDbContext CreateAnother() => new SqliteBudgetDbContext((DbContextOptions<SqliteBudgetDbContext>)this.GetService<IDbContextOptions>());

    /// <inheritdoc />
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        ArgumentNullException.ThrowIfNull(configurationBuilder);
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<decimal>().HaveConversion<TenThousandthsConverter>();
        configurationBuilder.Properties<AccountType>().HaveConversion<string>();

        // Names and ids compare case-insensitively, as with the collations that MySQL uses by default.
        configurationBuilder.Properties<string>().UseCollation("NOCASE");
    }

    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);

        // Ids that others gave are compared exactly: two bank transactions may differ in the case of their FITIDs only.
        modelBuilder.Entity<BankTransaction>().Property(t => t.FitId).UseCollation("BINARY");
        modelBuilder.Entity<Reconciliation>().Property(r => r.BankFitId).UseCollation("BINARY");
        foreach (var id in modelBuilder.Model.GetEntityTypes().Where(t => t.ClrType == typeof(PlaidItem) || t.ClrType == typeof(PlaidAccount)).SelectMany(t => t.GetProperties()).Where(p => p.Name.EndsWith("Id", StringComparison.Ordinal)))
        {
            id.SetCollation("BINARY");
        }

        modelBuilder.Entity<Account>().Property(a => a.PlaidItemId).UseCollation("BINARY");
        modelBuilder.Entity<Account>().Property(a => a.PlaidAccountId).UseCollation("BINARY");
        modelBuilder.Entity<ChangedRow>().Property(r => r.TableName).UseCollation("BINARY");
        modelBuilder.Entity<ChangedRow>().Property(r => r.RowKey).UseCollation("BINARY");
    }
}
