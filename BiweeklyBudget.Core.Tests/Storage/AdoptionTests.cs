using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Initialization;
using BiweeklyBudget.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace BiweeklyBudget.Core.Tests.Storage;

public sealed class AdoptionTests
{
    [Fact]
    public async Task A_fresh_database_is_upstreams_to_the_last_index_and_has_our_record_besides()
    {
        await using var upstream = await TestDatabase.EmptyAsync(DatabaseEngine.MySql);
        await MariaDbServer.Shared.LoadAsync(Name(upstream), TestData.Fixture("peer-empty.sql"));
        await using var ours = await TestDatabase.EmptyAsync(DatabaseEngine.MySql);
        await ours.DropAsync();
        await Initializer(ours).InitializeAsync();

        var schema = await SchemaText.ReadAsync(ours);
        Assert.Equal(await SchemaText.ReadAsync(upstream), schema.Where(line => !IsOurs(line)));
        Assert.Contains(schema, IsOurs);
        Assert.Equal(await SchemaText.ReadDataAsync(upstream), (await SchemaText.ReadDataAsync(ours)).Where(line => !line.StartsWith("__EFMigrationsHistory | ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Upstreams_database_is_adopted_and_nothing_of_it_changes()
    {
        await using var database = await TestDatabase.EmptyAsync(DatabaseEngine.MySql);
        await MariaDbServer.Shared.LoadAsync(Name(database), TestData.Fixture("peer-sampledata.sql"));
        var (schema, data) = (await SchemaText.ReadAsync(database), await SchemaText.ReadDataAsync(database));
        Assert.Equal(DatabaseState.Adoptable, (await Initializer(database).StatusAsync()).State);

        Assert.Equal(InitializationOutcome.Adopted, (await Initializer(database).InitializeAsync()).Outcome);

        Assert.Equal(schema, (await SchemaText.ReadAsync(database)).Where(line => !IsOurs(line)));
        Assert.Equal(data, (await SchemaText.ReadDataAsync(database)).Where(line => !line.StartsWith("__EFMigrationsHistory | ", StringComparison.Ordinal)));
        Assert.True((await Initializer(database).StatusAsync()).IsReady);
        Assert.Equal(InitializationOutcome.Unchanged, (await Initializer(database).InitializeAsync()).Outcome);
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

    // Lines of SchemaText begin with kind and table.
    private static bool IsOurs(string line) => line.Split(" | ")[1] == "__EFMigrationsHistory";

    private static string Name(TestDatabase database) => database.Connection.Description.Split('/')[^1];

    private static DatabaseInitializer Initializer(TestDatabase database) => new(database.Connection, NullLogger.Instance, TimeProvider.System);
}
