using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Initialization;
using BiweeklyBudget.Core.Storage.MySql;
using BiweeklyBudget.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.Logging.Abstractions;
using MySqlConnector;

namespace BiweeklyBudget.Core.Tests.Storage;

public sealed class InterruptedInitializationTests
{
    private const string Record = "DELETE FROM `__EFMigrationsHistory`";

    [Theory]
    [InlineData("DELETE FROM alembic_version")]
    [InlineData("DELETE FROM alembic_version; DROP TABLE bom_items; DROP TABLE fuellog; ALTER TABLE ofx_trans DROP FOREIGN KEY fk_ofx_trans_reconcile_id_txn_reconciles")]
    [InlineData("SET FOREIGN_KEY_CHECKS=0; DROP TABLE alembic_version, bom_items, fuellog, account_balances, txn_reconciles, ofx_trans")]
    public async Task A_creation_of_ours_that_was_cut_short_is_made_anew(string left)
    {
        await using var complete = await TestDatabase.CreatedAsync(DatabaseEngine.MySql);
        var whole = await SchemaText.ReadAsync(complete);
        await using var database = await TestDatabase.EmptyAsync(DatabaseEngine.MySql);
        await MigrateToAsync(database, "Upstream160");
        await ExecuteAsync(database, Record);
        await ExecuteAsync(database, left);
        Assert.Equal(DatabaseState.Interrupted, (await Initializer(database).StatusAsync()).State);

        Assert.Equal(InitializationOutcome.Created, (await Initializer(database).InitializeAsync()).Outcome);

        Assert.Equal(whole, await SchemaText.ReadAsync(database));
        Assert.True((await Initializer(database).StatusAsync()).IsReady);
    }

    [Fact]
    public async Task A_creation_cut_short_between_the_stamp_and_the_record_is_taken_over()
    {
        await using var database = await TestDatabase.CreatedAsync(DatabaseEngine.MySql);
        var whole = await SchemaText.ReadAsync(database);
        await ExecuteAsync(database, Record);
        Assert.Equal(InitializationOutcome.Adopted, (await Initializer(database).InitializeAsync()).Outcome);
        Assert.Equal(whole, await SchemaText.ReadAsync(database));
    }

    [Theory]
    [InlineData("")]
    [InlineData("ALTER TABLE account_balances MODIFY avail decimal(19,4) NULL, MODIFY ledger decimal(19,4) NULL")]
    [InlineData("ALTER TABLE ofx_trans ADD COLUMN bb_posted_day date NULL; CREATE INDEX bb_ix_transactions_date ON transactions (date)")]
    [InlineData("CREATE TABLE bb_changes (id bigint NOT NULL AUTO_INCREMENT, at datetime NOT NULL, who varchar(254) NULL, operation varchar(50) NOT NULL, undone_change_id bigint NULL, PRIMARY KEY (id), KEY bb_ix_bb_changes_at (at), UNIQUE KEY bb_uq_bb_changes_undone_change_id (undone_change_id)) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4")]
    public async Task The_second_migration_on_MySQL_goes_on_where_it_was_cut_short_and_keeps_all_rows(string done)
    {
        await using var complete = await TestDatabase.CreatedAsync(DatabaseEngine.MySql);
        await using var database = await TestDatabase.EmptyAsync(DatabaseEngine.MySql);
        await MigrateToAsync(database, "Upstream160");
        await ExecuteAsync(database, "INSERT INTO accounts (id, name, reconcile_trans) VALUES (1, 'Bank', 1)");
        await ExecuteAsync(database, "INSERT INTO account_balances (account_id, ledger) VALUES (1, -999999.9999)");
        if (done.Length > 0)
        {
            await ExecuteAsync(database, done);
        }

        Assert.Equal(InitializationOutcome.Migrated, (await Initializer(database).InitializeAsync()).Outcome);

        Assert.Equal(
            (await SchemaText.ReadAsync(complete)).Select(WithoutColumnOrder).Order(StringComparer.Ordinal),
            (await SchemaText.ReadAsync(database)).Select(WithoutColumnOrder).Order(StringComparer.Ordinal));
        Assert.Contains("account_balances | 1 | 1 | -999999.9999 | NULL | NULL | NULL | NULL", await SchemaText.ReadDataAsync(database));
        await ExecuteAsync(database, "INSERT INTO account_balances (account_id, ledger) VALUES (1, -99999999999999.9999)");
    }

    [Theory]
    [InlineData("INSERT INTO budgets (name) VALUES ('Groceries')")]
    [InlineData("CREATE TABLE of_somebody_else (id int)")]
    public async Task What_looks_interrupted_but_holds_data_or_foreign_tables_is_refused_unchanged(string left)
    {
        await using var database = await TestDatabase.CreatedAsync(DatabaseEngine.MySql);
        await ExecuteAsync(database, Record);
        await ExecuteAsync(database, "DELETE FROM alembic_version");
        await ExecuteAsync(database, left);
        var (schema, data) = (await SchemaText.ReadAsync(database), await SchemaText.ReadDataAsync(database));

        var refusal = await Assert.ThrowsAsync<DatabaseRefusedException>(() => Initializer(database).InitializeAsync());

        Assert.Contains("is not a BiweeklyBudget database", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(schema, await SchemaText.ReadAsync(database));
        Assert.Equal(data, await SchemaText.ReadDataAsync(database));
    }

    [Theory]
    [OnBothEngines]
    public async Task An_older_database_of_ours_is_migrated_and_keeps_its_data(DatabaseEngine engine)
    {
        await using var database = await TestDatabase.CreatedAsync(engine);
        await ExecuteAsync(database, "INSERT INTO budgets (name) VALUES ('Groceries')");
        var newer = new DatabaseInitializer(database.Connection, NullLogger.Instance, TimeProvider.System, WithASecondMigration);
        var status = await newer.StatusAsync();
        Assert.Equal(DatabaseState.Outdated, status.State);
        Assert.Equal([SecondMigration.Id], status.PendingMigrations);

        Assert.Equal(InitializationOutcome.Migrated, (await newer.InitializeAsync()).Outcome);

        Assert.Equal(InitializationOutcome.Unchanged, (await newer.InitializeAsync()).Outcome);
        Assert.Contains("budgets | 1 | NULL | Groceries | ", string.Join('\n', await SchemaText.ReadDataAsync(database)), StringComparison.Ordinal);
        Assert.Contains("bb_second | 7", await SchemaText.ReadDataAsync(database));

        // The older program does not know the second migration.
        await Assert.ThrowsAsync<DatabaseRefusedException>(() => Initializer(database).InitializeAsync());
    }

    [Fact]
    public async Task Adopting_runs_what_is_ours_beyond_upstreams_schema()
    {
        await using var database = await TestDatabase.EmptyAsync(DatabaseEngine.MySql);
        await MariaDbServer.Shared.LoadAsync(database.Connection.Description.Split('/')[^1], TestData.Fixture("peer-empty.sql"));
        var newer = new DatabaseInitializer(database.Connection, NullLogger.Instance, TimeProvider.System, WithASecondMigration);
        Assert.Equal(InitializationOutcome.Adopted, (await newer.InitializeAsync()).Outcome);
        Assert.Contains("bb_second | 7", await SchemaText.ReadDataAsync(database));
    }

    [Fact]
    public async Task A_lock_row_that_a_killed_process_left_in_a_SQLite_file_holds_nobody_up()
    {
        await using var database = await TestDatabase.EmptyAsync(DatabaseEngine.Sqlite);
        await File.WriteAllBytesAsync(database.Connection.Description, []);
        await ExecuteAsync(database, "CREATE TABLE __EFMigrationsLock (Id INTEGER NOT NULL PRIMARY KEY, Timestamp TEXT NOT NULL)");
        await ExecuteAsync(database, "INSERT INTO __EFMigrationsLock VALUES (1, '2017-07-28')");
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        Assert.Equal(InitializationOutcome.Created, (await Initializer(database).InitializeAsync(limit.Token)).Outcome);
    }

    [Theory]
    [OnBothEngines]
    public async Task The_wait_for_a_lock_that_another_process_holds_is_bounded_and_says_so(DatabaseEngine engine)
    {
        await using var database = await TestDatabase.EmptyAsync(engine);
        await using var held = await HoldAsync(database);
        var log = new ListLogger();
        var initializer = new DatabaseInitializer(database.Connection, log, TimeProvider.System) { WaitLimit = TimeSpan.FromSeconds(2) };

        var gaveUp = await Assert.ThrowsAsync<DatabaseUnavailableException>(() => initializer.InitializeAsync());

        Assert.StartsWith("Gave up after waiting 2 s for the lock ", gaveUp.Message, StringComparison.Ordinal);
        Assert.Contains(log.Lines, line => line.StartsWith("Waiting for the lock ", StringComparison.Ordinal));
        Assert.Equal(DatabaseState.Empty, (await initializer.StatusAsync()).State);
        await held.DisposeAsync();
        Assert.Equal(InitializationOutcome.Created, (await initializer.InitializeAsync()).Outcome);
    }

    [Fact]
    public async Task A_ready_database_is_used_without_waiting_for_the_lock()
    {
        await using var database = await TestDatabase.CreatedAsync(DatabaseEngine.MySql);
        await using var held = await HoldAsync(database);
        Assert.Equal(InitializationOutcome.Unchanged, (await Initializer(database).InitializeAsync()).Outcome);
    }

    private static async Task MigrateToAsync(TestDatabase database, string migration)
    {
        await using var context = database.CreateContext();
        await context.GetService<IMigrator>().MigrateAsync(migration);
    }

    // The third part of a column's line.
    private static string WithoutColumnOrder(string line) => line.StartsWith("column | ", StringComparison.Ordinal) ? string.Join(" | ", line.Split(" | ").Where((_, part) => part != 2)) : line;

    private static async Task<IAsyncDisposable> HoldAsync(TestDatabase database)
    {
        if (database.Engine == DatabaseEngine.Sqlite)
        {
            return new FileStream(database.Connection.Description + ".migrate.lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }

        var connection = new MySqlConnection(new MySqlConnectionStringBuilder(MariaDbServer.Shared.AdoConnectionString()) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var command = new MySqlCommand("SELECT GET_LOCK(@name, 0)", connection);
        command.Parameters.AddWithValue("@name", MySqlSite.LockName(database.Connection.Description.Split('/')[^1]));
        Assert.Equal(1L, Convert.ToInt64(await command.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture));
        return connection;
    }

    private static void WithASecondMigration(DbContextOptionsBuilder options) => options.ReplaceService<IMigrationsAssembly, TwoMigrationsAssembly>();

    private static async Task ExecuteAsync(TestDatabase database, string sql)
    {
        await using var context = database.CreateContext();
        await context.Database.ExecuteSqlRawAsync(sql);
    }

    private static DatabaseInitializer Initializer(TestDatabase database) => new(database.Connection, NullLogger.Instance, TimeProvider.System);
}
