using System.Data;
using System.Data.Common;
using BiweeklyBudget.Core.Money;
using BiweeklyBudget.Core.Storage.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using MySqlConnector;

namespace BiweeklyBudget.Core.Storage.MySql;

/// <summary>The database on MySQL or MariaDB, where the schema is exactly upstream's.</summary>
internal sealed class MySqlBudgetDbContext : BudgetDbContext
{
    // The first is of the one transaction that follows; sessions of the pool have saved with another isolation before.
    private const string ReadBegin = "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ; START TRANSACTION READ ONLY; ";

    private long? _began;
    private bool _isToBegin;
    private bool _isReading;

    /// <summary>Creates a context.</summary>
    /// <param name="options">Options that use MySQL.</param>
    public MySqlBudgetDbContext(DbContextOptions<MySqlBudgetDbContext> options)
        : base(options)
    {
    }

    internal override bool IsReading => _isReading;

    internal override Task<WriteMark> ReadWriteMarkAsync(long floor, CancellationToken cancellationToken) =>
        MySqlWriteMark.ReadAsync(this, floor, _began is { } began ? TimeProvider.System.GetElapsedTime(began) : TimeSpan.Zero, cancellationToken);

    internal override Task BeginReadingAsync(CancellationToken cancellationToken)
    {
        // How long a state has been read, and no time of day: the machine's own clock counts it, also where that of the settings stands still.
        _began = TimeProvider.System.GetTimestamp();
        (_isToBegin, _isReading) = (true, false);
        return Task.CompletedTask;
    }

    internal override Task EndReadingAsync()
    {
        var hasBegun = !_isToBegin;
        (_isToBegin, _isReading) = (false, false);
        return hasBegun && Database.GetDbConnection().State == ConnectionState.Open ? RunAsync("COMMIT", CancellationToken.None) : Task.CompletedTask;
    }

    /// <summary>Lets a statement begin the state that is to be read, if none has before.</summary>
    internal void Begin(DbCommand command)
    {
        if (_isToBegin)
        {
            _isToBegin = false;
#pragma warning disable CA2100 // A constant before a text that is a constant too, or EF's own.
            command.CommandText = ReadBegin + command.CommandText;
#pragma warning restore CA2100
        }
    }

    /// <summary>Notes that the session has answered a statement.</summary>
    internal void NoteAnswer() => _isReading = true;

    internal override Task<bool> IsAliveAsync(CancellationToken cancellationToken) => ((MySqlConnection)Database.GetDbConnection()).PingAsync(cancellationToken);

    internal override Task ForgetSessionsAsync() => MySqlConnection.ClearPoolAsync((MySqlConnection)Database.GetDbConnection());

    internal override string LastChangeQuery => "SELECT CAST(LAST_INSERT_ID() AS SIGNED) AS Value";

    internal override string InsertChangedRows(IReadOnlyList<ChangedRow> rows, List<object?> values) => MySqlChangedRows.Insert(rows, values);

    internal override Task InsertAsync(BulkTable table, IReadOnlyList<object> rows, CancellationToken cancellationToken) => MySqlBulkInsert.RunAsync(this, table, rows, cancellationToken);

    internal override Task AddTransactionsAsync(IReadOnlyList<Transaction> transactions, IReadOnlyList<Budget> budgets, CancellationToken cancellationToken) =>
        MySqlTransactions.AddAsync(this, transactions, budgets, cancellationToken);

    internal override StorageFault FaultOf(Exception exception) => MySqlFaults.Of(exception);

    internal override bool IsRefusal(Exception exception) => MySqlFaults.IsRefusal(exception);

    internal override async Task<bool> TryAddReplyAsync(StoredReply reply, CancellationToken cancellationToken) => await Database.ExecuteSqlAsync(
        $"INSERT IGNORE INTO bb_replies (key_hash, request_hash, at, outcome) VALUES ({reply.KeyHash}, {reply.RequestHash}, {reply.At}, {reply.Outcome})",
        cancellationToken).ConfigureAwait(false) == 1;

    internal override Task AddAuditHeadAsync(AuditHead head, CancellationToken cancellationToken) =>
        Database.ExecuteSqlAsync($"INSERT IGNORE INTO bb_audit_head (id, entries, hash) VALUES ({head.Id}, {head.Entries}, {head.Hash})", cancellationToken);

    internal override bool IsBroken(Exception exception) => MySqlFaults.IsBroken(exception);

    // What is read after a lock was granted must be what its last owner committed.
    internal override async Task<WriteTransaction> BeginSaveAsync(CancellationToken cancellationToken)
    {
        try
        {
            return new WriteTransaction(this, await Database.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancellationToken).ConfigureAwait(false), turn: null);
        }
        catch
        {
            // EF counts the connection as opened once more.
            await Database.CloseConnectionAsync().ConfigureAwait(false);
            throw;
        }
    }

    private protected override BudgetDbContext CreateAnother() => new MySqlBudgetDbContext((DbContextOptions<MySqlBudgetDbContext>)this.GetService<IDbContextOptions>());

    /// <inheritdoc />
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        ArgumentNullException.ThrowIfNull(configurationBuilder);
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<DateTime>().HaveColumnType("datetime");
        configurationBuilder.Properties<AccountType>().HaveConversion<string>().HaveColumnType("enum('Bank','Credit','Investment','Cash','Other')");
    }

    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);

        // Tables inherit the database's character set and collation, as upstream's do (spec/schema.md §1).
        modelBuilder.HasCharSet(null, DelegationModes.ApplyToDatabases).UseCollation(null, DelegationModes.ApplyToDatabases);

        // Keys compare exactly, and texts of any language stand in the table whatever the database's character set is.
        modelBuilder.Entity<ChangedRow>().Property(r => r.TableName).UseCollation("utf8mb4_bin");
        modelBuilder.Entity<ChangedRow>().Property(r => r.RowKey).UseCollation("utf8mb4_bin");
    }
}
