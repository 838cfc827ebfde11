using BiweeklyBudget.Core.Settings;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Initialization;
using BiweeklyBudget.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace BiweeklyBudget.Core.Tests.Storage;

public sealed class AdoptionTests
{
    [Fact]
    public async Task A_fresh_database_is_upstreams_to_the_last_index_and_has_our_additions_besides()
    {
        await using var upstream = await TestDatabase.EmptyAsync(DatabaseEngine.MySql);
        await MariaDbServer.Shared.LoadAsync(Name(upstream), TestData.Fixture("peer-empty.sql"));
        await using var ours = await TestDatabase.EmptyAsync(DatabaseEngine.MySql);
        await ours.DropAsync();
        await Initializer(ours).InitializeAsync();

        var schema = await SchemaText.ReadAsync(ours);
        Assert.Equal(await SchemaText.ReadAsync(upstream), SchemaText.AsUpstreamKnows(schema));
        foreach (var addition in new[] { "table | __EFMigrationsHistory | ", "table | bb_changes | ", "index | transactions | bb_ix_transactions_date | " })
        {
            Assert.Contains(schema, line => line.StartsWith(addition, StringComparison.Ordinal));
        }

        Assert.Equal(await SchemaText.ReadDataAsync(upstream), SchemaText.AsUpstreamKnowsData(await SchemaText.ReadDataAsync(ours)));
    }

    [Fact]
    public async Task Upstreams_database_is_adopted_and_nothing_that_upstream_knows_of_it_changes()
    {
        await using var database = await TestDatabase.EmptyAsync(DatabaseEngine.MySql);
        await MariaDbServer.Shared.LoadAsync(Name(database), TestData.Fixture("peer-sampledata.sql"));
        var (schema, data) = (await SchemaText.ReadAsync(database), await SchemaText.ReadDataAsync(database));
        Assert.Equal(DatabaseState.Adoptable, (await Initializer(database).StatusAsync()).State);

        Assert.Equal(InitializationOutcome.Adopted, (await Initializer(database).InitializeAsync()).Outcome);

        Assert.Equal(schema, SchemaText.AsUpstreamKnows(await SchemaText.ReadAsync(database)));
        Assert.Equal(data, SchemaText.AsUpstreamKnowsData(await SchemaText.ReadDataAsync(database)));
        Assert.True((await Initializer(database).StatusAsync()).IsReady);
        Assert.Equal(InitializationOutcome.Unchanged, (await Initializer(database).InitializeAsync()).Outcome);
    }

    [Fact]
    public async Task Upstream_goes_on_reading_and_writing_a_database_that_was_adopted()
    {
        await using var database = await TestDatabase.EmptyAsync(DatabaseEngine.MySql);
        await MariaDbServer.Shared.LoadAsync(Name(database), TestData.Fixture("peer-sampledata.sql"));
        await Initializer(database).InitializeAsync();

        // Upstream's library names the columns that upstream knows, all of them, in every statement (docs/spec/schema.md §3).
        await ExecuteAsync(database, """
            INSERT INTO accounts (id, name, description, ofx_cat_memo_to_name, vault_creds_path, ofxgetter_config_json, negate_ofx_amounts, reconcile_trans, acct_type, credit_limit, apr, prime_rate_margin, interest_class_name, min_payment_class_name, is_active, re_interest_charge, re_interest_paid, re_payment, re_late_fee, re_other_fee, plaid_item_id, plaid_account_id)
              VALUES (901, 'Of upstream', NULL, 0, NULL, NULL, 0, 1, 'Credit', 999999.9999, 0.1999, NULL, 'AdbCompoundedDaily', 'MinPaymentAmEx', 1, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
            INSERT INTO account_balances (account_id, ledger, ledger_date, avail, avail_date, overall_date) VALUES (901, -12.3456, '2017-07-28 06:00:00', NULL, NULL, '2017-07-28 06:00:00');
            INSERT INTO budgets (id, is_periodic, name, description, starting_balance, current_balance, is_active, is_income, omit_from_graphs) VALUES (901, 0, 'Of upstream', NULL, NULL, 100.0000, 1, 0, 0);
            INSERT INTO scheduled_transactions (id, amount, sales_tax, description, notes, account_id, budget_id, is_active, date, day_of_month, num_per_period, day_of_week, annual_month, annual_day) VALUES (901, 5, 0, 's', NULL, 901, 901, 1, NULL, 4, NULL, NULL, NULL, NULL);
            INSERT INTO transactions (id, date, budgeted_amount, description, notes, account_id, scheduled_trans_id, planned_budget_id, transfer_id, sales_tax) VALUES (901, '2017-07-28', NULL, 't', NULL, 901, 901, NULL, NULL, 0);
            INSERT INTO budget_transactions (amount, trans_id, budget_id) VALUES (12.3456, 901, 901);
            INSERT INTO ofx_statements (id, account_id, filename, file_mtime, currency, bankid, routing_number, acct_type, brokerid, acctid, type, as_of, ledger_bal, ledger_bal_as_of, avail_bal, avail_bal_as_of)
              VALUES (901, 901, 'u.ofx', '2017-07-28 06:00:00', 'USD', NULL, NULL, NULL, NULL, '1', 'CreditCard', '2017-07-28 06:00:00', -12.34, '2017-07-28 06:00:00', NULL, NULL);
            INSERT INTO ofx_trans (account_id, statement_id, fitid, trans_type, date_posted, amount, name, memo, sic, mcc, checknum, description, notes, is_payment, is_late_fee, is_interest_charge, is_other_fee, is_interest_payment, reconcile_id)
              VALUES (901, 901, 'F1', 'debit', '2017-07-28 00:00:00', 12.3456, 'n', NULL, NULL, NULL, NULL, NULL, NULL, 0, 0, 0, 0, 0, NULL);
            INSERT INTO txn_reconciles (txn_id, ofx_fitid, ofx_account_id, rule_id, note, reconciled_at) VALUES (901, 'F1', 901, NULL, NULL, '2017-07-28 06:00:00');
            UPDATE budgets SET current_balance = 87.6544 WHERE budgets.id = 901;
            UPDATE transactions SET notes = 'n' WHERE transactions.id = 901;
            """);

        await using var context = database.CreateContext();
        var split = await context.TransactionSplits.SingleAsync(row => row.TransactionId == 901);
        var bank = await context.BankTransactions.SingleAsync(row => row.AccountId == 901);
        Assert.Equal((12.3456m, 12.3456m, null), (split.Amount, bank.Amount, bank.PostedDay));
        Assert.Equal(87.6544m, (await context.Budgets.SingleAsync(row => row.Id == 901)).CurrentBalance);
        await ExecuteAsync(database, "DELETE FROM txn_reconciles WHERE txn_id = 901; DELETE FROM budget_transactions WHERE trans_id = 901; DELETE FROM transactions WHERE id = 901");
    }

    [Fact]
    public async Task A_dump_of_upstreams_that_is_loaded_over_a_database_in_use_is_taken_up_at_once()
    {
        await using var database = await TestDatabase.EmptyAsync(DatabaseEngine.MySql);
        await MariaDbServer.Shared.LoadAsync(Name(database), TestData.Fixture("peer-sampledata.sql"));
        var engine = await BudgetEngine.OpenAsync(new BudgetSettings { ConnectionString = database.Url, BackupPath = BudgetSettings.NoBackups, PayPeriodStartDate = new DateOnly(2017, 7, 21), ReconcileBeginDate = new DateOnly(2017, 5, 1) });
        await MariaDbServer.Shared.LoadAsync(Name(database), TestData.Fixture("peer-sampledata.sql"));
        Assert.Equal(DatabaseState.Outdated, (await Initializer(database).StatusAsync()).State);

        await using (var book = engine.OpenBook())
        {
            Assert.NotEmpty((await book.Reconciling.ListAsync()).BankTransactions);
        }

        Assert.True((await Initializer(database).StatusAsync()).IsReady);
        await using var complete = await TestDatabase.CreatedAsync(DatabaseEngine.MySql);
        Assert.Equal(await SchemaText.ReadAsync(complete), await SchemaText.ReadAsync(database));
    }

    [Theory]
    [InlineData("ALTER TABLE accounts ADD CONSTRAINT CHECK (is_active IN (0, 1))")]
    [InlineData("ALTER TABLE accounts MODIFY plaid_account_id varchar(70) DEFAULT NULL AFTER id")]
    [InlineData("ALTER TABLE transactions ADD COLUMN of_my_own int NULL")]
    [InlineData("CREATE TABLE my_own_notes (id int)")]
    [InlineData("CREATE VIEW my_view AS SELECT id FROM accounts")]
    [InlineData("CREATE TABLE `__EFMigrationsHistory` (MigrationId varchar(150) NOT NULL PRIMARY KEY, ProductVersion varchar(32) NOT NULL)")]
    public async Task What_old_databases_and_their_owners_have_besides_does_not_hinder(string change)
    {
        await using var database = await TestDatabase.EmptyAsync(DatabaseEngine.MySql);
        await MariaDbServer.Shared.LoadAsync(Name(database), TestData.Fixture("peer-sampledata.sql"));
        await ExecuteAsync(database, change);
        Assert.Equal(InitializationOutcome.Adopted, (await Initializer(database).InitializeAsync()).Outcome);
        Assert.True((await Initializer(database).StatusAsync()).IsReady);
    }

    [Theory]
    [InlineData("UPDATE alembic_version SET version_num = 'bbb39e1d7c5d'", "upstream's revision bbb39e1d7c5d, older than a1b2c3d4e5f6")]
    [InlineData("UPDATE alembic_version SET version_num = '7477ff15e8c4'", "biweeklybudget 1.6.0")]
    [InlineData("UPDATE alembic_version SET version_num = 'ffffffffffff'", "revision ffffffffffff, which this program does not know")]
    [InlineData("INSERT INTO alembic_version VALUES ('bbb39e1d7c5d')", "2 rows in alembic_version")]
    [InlineData("DELETE FROM alembic_version", "is not a BiweeklyBudget database")]
    [InlineData("DROP TABLE alembic_version", "is not a BiweeklyBudget database")]
    [InlineData("ALTER TABLE projects DROP FOREIGN KEY fk_projects_standing_budget_id_budgets, DROP COLUMN standing_budget_id", "lacks column projects.standing_budget_id")]
    [InlineData("DROP TABLE settings", "lacks table settings")]
    [InlineData("CREATE TABLE `__EFMigrationsHistory` (MigrationId varchar(150) NOT NULL PRIMARY KEY, ProductVersion varchar(32) NOT NULL); INSERT INTO `__EFMigrationsHistory` VALUES ('29991231000000_Later', '99')", "made by a newer version")]
    [InlineData("CREATE TABLE `__EFMigrationsHistory` (MigrationId varchar(150) NOT NULL PRIMARY KEY, ProductVersion varchar(32) NOT NULL); DELETE FROM alembic_version", "is not a BiweeklyBudget database")]
    public async Task A_database_that_does_not_fit_is_refused_and_nothing_is_changed(string change, string reason)
    {
        await using var database = await TestDatabase.EmptyAsync(DatabaseEngine.MySql);
        await MariaDbServer.Shared.LoadAsync(Name(database), TestData.Fixture("peer-sampledata.sql"));
        await ExecuteAsync(database, change);
        await AssertRefusedAsync(database, reason);
    }

    [Theory]
    [OnBothEngines]
    public async Task A_database_of_another_program_is_refused_and_nothing_is_changed(DatabaseEngine engine)
    {
        await using var database = await TestDatabase.EmptyAsync(engine);
        await CreateFileAsync(database);
        await ExecuteAsync(database, "CREATE TABLE accounts (id int, secret text)");
        await AssertRefusedAsync(database, "is not a BiweeklyBudget database: it has tables (accounts)");
    }

    [Theory]
    [OnBothEngines]
    public async Task A_database_of_a_newer_version_is_refused_and_nothing_is_changed(DatabaseEngine engine)
    {
        await using var database = await TestDatabase.CreatedAsync(engine);
        await ExecuteAsync(database, "INSERT INTO __EFMigrationsHistory VALUES ('29991231000000_Later', '99')");
        await AssertRefusedAsync(database, "made by a newer version of this program");
    }

    [Fact]
    public async Task A_SQLite_file_with_upstreams_stamp_alone_is_refused_because_its_amounts_would_be_misread()
    {
        await using var database = await TestDatabase.CreatedAsync(DatabaseEngine.Sqlite);
        await ExecuteAsync(database, "DELETE FROM __EFMigrationsHistory");
        await AssertRefusedAsync(database, "takes over upstream's databases on MySQL and MariaDB only");
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_refused_and_not_touched()
    {
        await using var database = await TestDatabase.EmptyAsync(DatabaseEngine.Sqlite);
        var text = string.Concat(Enumerable.Repeat("Dear diary, this is no database. ", 100));
        await File.WriteAllTextAsync(database.Connection.Description, text);
        var refusal = await Assert.ThrowsAsync<DatabaseRefusedException>(() => Initializer(database).InitializeAsync());
        Assert.Contains("is not a SQLite database", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(text, await File.ReadAllTextAsync(database.Connection.Description));
    }

    private static async Task AssertRefusedAsync(TestDatabase database, string reason)
    {
        var (schema, data) = (await SchemaText.ReadAsync(database), await SchemaText.ReadDataAsync(database));
        var refusal = await Assert.ThrowsAsync<DatabaseRefusedException>(() => Initializer(database).InitializeAsync());
        Assert.Contains(reason, refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refusal.Message);
        var status = await Initializer(database).StatusAsync();
        Assert.Equal((DatabaseState.Refused, refusal.Message), (status.State, status.Explanation));
        Assert.Equal(schema, await SchemaText.ReadAsync(database));
        Assert.Equal(data, await SchemaText.ReadDataAsync(database));
    }

    private static Task CreateFileAsync(TestDatabase database) =>
        database.Engine == DatabaseEngine.Sqlite ? File.WriteAllBytesAsync(database.Connection.Description, []) : Task.CompletedTask;

    private static async Task ExecuteAsync(TestDatabase database, string sql)
    {
        await using var context = database.CreateContext();
        await context.Database.ExecuteSqlRawAsync(sql);
    }

    private static string Name(TestDatabase database) => database.Connection.Description.Split('/')[^1];

    private static DatabaseInitializer Initializer(TestDatabase database) => new(database.Connection, NullLogger.Instance, TimeProvider.System);
}
