using BiweeklyBudget.Core.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Storage;

/// <summary>
/// The database: upstream biweeklybudget 1.6.0's tables under our words (spec/schema.md), and some of our own whose names begin with bb_. One model for both engines; the class in
/// each engine's folder adds what differs between them.
/// </summary>
internal abstract class BudgetDbContext : DbContext
{
    private BudgetDbContext? _spare;

    /// <summary>Creates a context over the options of one engine.</summary>
    /// <param name="options">Options of the derived context.</param>
    protected BudgetDbContext(DbContextOptions options)
        : base(options)
    {
    }

    /// <summary>Accounts.</summary>
    public DbSet<Account> Accounts => Set<Account>();

    /// <summary>Balance history of all accounts.</summary>
    public DbSet<AccountBalance> AccountBalances => Set<AccountBalance>();

    /// <summary>Periodic and standing budgets.</summary>
    public DbSet<Budget> Budgets => Set<Budget>();

    /// <summary>Transactions.</summary>
    public DbSet<Transaction> Transactions => Set<Transaction>();

    /// <summary>Splits of transactions over budgets.</summary>
    public DbSet<TransactionSplit> TransactionSplits => Set<TransactionSplit>();

    /// <summary>Scheduled transactions.</summary>
    public DbSet<ScheduledTransaction> ScheduledTransactions => Set<ScheduledTransaction>();

    /// <summary>Imported statements.</summary>
    public DbSet<Statement> Statements => Set<Statement>();

    /// <summary>Transactions as the banks reported them.</summary>
    public DbSet<BankTransaction> BankTransactions => Set<BankTransaction>();

    /// <summary>Reconciliations.</summary>
    public DbSet<Reconciliation> Reconciliations => Set<Reconciliation>();

    /// <summary>Plaid items.</summary>
    public DbSet<PlaidItem> PlaidItems => Set<PlaidItem>();

    /// <summary>Accounts within Plaid items.</summary>
    public DbSet<PlaidAccount> PlaidAccounts => Set<PlaidAccount>();

    /// <summary>Projects.</summary>
    public DbSet<Project> Projects => Set<Project>();

    /// <summary>Lines of the projects' bills of materials.</summary>
    public DbSet<ProjectItem> ProjectItems => Set<ProjectItem>();

    /// <summary>Vehicles.</summary>
    public DbSet<Vehicle> Vehicles => Set<Vehicle>();

    /// <summary>Fuel fills.</summary>
    public DbSet<FuelFill> FuelFills => Set<FuelFill>();

    /// <summary>Values kept in the database by name.</summary>
    public DbSet<StoredSetting> StoredSettings => Set<StoredSetting>();

    /// <summary>What was saved, by whom and when.</summary>
    public DbSet<Change> Changes => Set<Change>();

    /// <summary>The rows that saves changed.</summary>
    public DbSet<ChangedRow> ChangedRows => Set<ChangedRow>();

    /// <summary>What became of saves that came with a key.</summary>
    public DbSet<StoredReply> StoredReplies => Set<StoredReply>();

    /// <summary>Tasks that one of several hosts does.</summary>
    public DbSet<Lease> Leases => Set<Lease>();

    /// <summary>Backups that were made.</summary>
    public DbSet<BackupRecord> BackupRecords => Set<BackupRecord>();

    /// <summary>Who may sign in.</summary>
    public DbSet<User> Users => Set<User>();

    /// <summary>Where they are signed in.</summary>
    public DbSet<UserSession> Sessions => Set<UserSession>();

    /// <summary>What scripts sign in with.</summary>
    public DbSet<UserToken> Tokens => Set<UserToken>();

    /// <summary>What stands in for a second factor.</summary>
    public DbSet<RecoveryCode> RecoveryCodes => Set<RecoveryCode>();

    /// <summary>What users sign in with instead of a password.</summary>
    public DbSet<Passkey> Passkeys => Set<Passkey>();

    /// <summary>What passkeys are to sign.</summary>
    public DbSet<Challenge> Challenges => Set<Challenge>();

    /// <summary>The audit log.</summary>
    public DbSet<AuditRow> Audit => Set<AuditRow>();

    /// <summary>The audit log's end.</summary>
    public DbSet<AuditHead> AuditHeads => Set<AuditHead>();

    /// <summary>Whom saves are recorded under. Whoever takes a context from a pool sets it.</summary>
    internal Author Author { get; set; } = Author.Unknown;

    /// <summary>Number of the change that the last save of this context's book wrote; null when it changed nothing. Whoever takes a context from a pool forgets it.</summary>
    internal long? LastChangeId { get; set; }

    /// <summary>Whether the session of the open connection, which may have lain in the pool for long, has not shown yet that it is there (<see cref="LiveConnection"/>).</summary>
    internal bool IsUnproven { get; set; }

    /// <summary>A statement that asks for the id of the change that the running transaction wrote last.</summary>
    internal abstract string LastChangeQuery { get; }

    /// <summary>Whether a statement has been answered since the state that is read began.</summary>
    internal abstract bool IsReading { get; }

    /// <summary>
    /// A context of its own on the same database, which knows nothing of this one's changes. It works on this one's connection, or, when that is
    /// inside a transaction of somebody else's, on another.
    /// </summary>
    /// <returns>The caller disposes it, and this one later.</returns>
    internal BudgetDbContext OpenAnother()
    {
        var another = CreateAnother();
        another.Author = Author;
        if (Database.CurrentTransaction is null)
        {
            another.Database.SetDbConnection(Database.GetDbConnection(), contextOwnsConnection: false);
        }

        return another;
    }

    /// <summary>
    /// The same, but one that worked before if there is one: making a context takes longer than a small save. It is given back with
    /// <see cref="GiveBackAsync"/> when what it did has ended well, else disposed.
    /// </summary>
    internal BudgetDbContext TakeAnother()
    {
        if (_spare is not { } spare || Database.CurrentTransaction is not null)
        {
            return OpenAnother();
        }

        _spare = null;
        spare.Author = Author;
        if (spare.Database.GetDbConnection() != Database.GetDbConnection())
        {
            spare.Database.SetDbConnection(Database.GetDbConnection(), contextOwnsConnection: false);
        }

        return spare;
    }

    /// <summary>Keeps a context for the next <see cref="TakeAnother"/>. It has no connection of its own, so nothing has to be let go of at the end.</summary>
    /// <param name="another">Nothing hangs on its events any more.</param>
    internal async ValueTask GiveBackAsync(BudgetDbContext another)
    {
        if (_spare is not null || another.Database.CurrentTransaction is not null || another.Database.GetDbConnection() != Database.GetDbConnection())
        {
            await another.DisposeAsync().ConfigureAwait(false);
            return;
        }

        another.ChangeTracker.Clear();
        _spare = another;
    }

    /// <summary>A context of its own on the same database and on a connection of its own.</summary>
    /// <returns>The caller disposes it.</returns>
    internal BudgetDbContext OpenApart() => CreateAnother();

    /// <summary>What tells later whether anybody has written since the state that this context reads.</summary>
    /// <param name="floor">Saves up to this number are left out.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    internal abstract Task<WriteMark> ReadWriteMarkAsync(long floor, CancellationToken cancellationToken);

    /// <summary>Begins to read one state of the database on the open connection, at the latest with the next statement, which must be a query.</summary>
    internal abstract Task BeginReadingAsync(CancellationToken cancellationToken);

    /// <summary>Lets go of the state that is read. With its connection it is gone already.</summary>
    internal abstract Task EndReadingAsync();

    /// <summary>Whether the open connection's session is still there.</summary>
    internal virtual Task<bool> IsAliveAsync(CancellationToken cancellationToken) => Task.FromResult(true);

    /// <summary>Throws away the sessions that are kept for later use: one of them was found dead.</summary>
    internal virtual Task ForgetSessionsAsync() => Task.CompletedTask;

    /// <summary>A statement that adds rows to the change that the running transaction wrote last.</summary>
    /// <param name="rows">At least one, at most a few thousand.</param>
    /// <param name="values">The values of the command so far, to which the statement's own are added.</param>
    internal abstract string InsertChangedRows(IReadOnlyList<ChangedRow> rows, List<object?> values);

    /// <summary>Stores rows in the running transaction; the context does not get to know them.</summary>
    /// <param name="table">Their table.</param>
    /// <param name="rows">The rows, of which each has its key.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    internal abstract Task InsertAsync(BulkTable table, IReadOnlyList<object> rows, CancellationToken cancellationToken);

    /// <summary>
    /// Stores new transactions, each with its splits, and balances of budgets, in the running transaction and in as few turns as the engine allows. The transactions and splits get their ids;
    /// the context does not get to know them, nor that the budgets are stored.
    /// </summary>
    /// <param name="transactions">New ones, in the order of their ids.</param>
    /// <param name="budgets">Budgets whose balance is to be stored.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    internal abstract Task AddTransactionsAsync(IReadOnlyList<Transaction> transactions, IReadOnlyList<Budget> budgets, CancellationToken cancellationToken);

    /// <summary>What an exception means that a write through this context threw.</summary>
    internal abstract StorageFault FaultOf(Exception exception);

    /// <summary>
    /// Adds a reply within the transaction of what it is about. A transaction that has added one with the same key and has not ended is waited for. That there is
    /// one already is no fault, so it is asked for without one: EF logs each.
    /// </summary>
    /// <param name="reply">The reply; its time in whole seconds.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Whether the key was free.</returns>
    internal abstract Task<bool> TryAddReplyAsync(StoredReply reply, CancellationToken cancellationToken);

    /// <summary>Begins the audit log's end within a transaction, unless it is there already, also by a transaction that has not ended, which is waited for.</summary>
    /// <param name="head">The end.</param>
    /// <param name="cancellationToken">Gives up.</param>
    internal abstract Task AddAuditHeadAsync(AuditHead head, CancellationToken cancellationToken);

    /// <summary>
    /// Whether an exception from work with this context says that its connection is of no use any more, also where the driver has no exception of its
    /// own for that.
    /// </summary>
    internal abstract bool IsBroken(Exception exception);

    /// <summary>
    /// Begins the transaction of a save, when it is this one's turn. No thread is held while it waits.
    /// </summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Disposing it takes back what was not committed.</returns>
    internal abstract Task<WriteTransaction> BeginSaveAsync(CancellationToken cancellationToken);

    /// <summary>Refuses, by an exception, a commit that would be acknowledged and lost.</summary>
    internal virtual void CheckBeforeCommit()
    {
    }

    /// <summary>What an engine needs before a transaction is taken back that could not be committed.</summary>
    internal virtual void PrepareRollbackOfFailedCommit()
    {
    }

    /// <summary>Keeps the connection from being used again.</summary>
    internal virtual void Discard()
    {
    }

    /// <summary>Whether an exception from a commit is the engine's word that it was not done. Otherwise it may have been.</summary>
    internal abstract bool IsRefusal(Exception exception);

    /// <summary>Runs a statement that EF has no part in.</summary>
    /// <param name="statement">A constant.</param>
    /// <param name="cancellationToken">Gives up.</param>
    private protected async Task RunAsync(string statement, CancellationToken cancellationToken)
    {
        var command = Database.GetDbConnection().CreateCommand();
        await using (command.ConfigureAwait(false))
        {
#pragma warning disable CA2100 // One of the constants that the engines' contexts name.
            command.CommandText = statement;
#pragma warning restore CA2100
            await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>A context with the same options.</summary>
    private protected abstract BudgetDbContext CreateAnother();

    /// <inheritdoc />
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        ArgumentNullException.ThrowIfNull(configurationBuilder);
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcSecondsConverter>();
        configurationBuilder.Properties<decimal>().HavePrecision(19, 4);
    }

    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        ArgumentNullException.ThrowIfNull(modelBuilder);
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(BudgetDbContext).Assembly);
        UpstreamNames.Apply(modelBuilder.Model);
    }
}
