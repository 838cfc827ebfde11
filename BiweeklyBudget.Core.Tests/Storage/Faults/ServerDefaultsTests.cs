using BiweeklyBudget.Core.Budgets;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Connections;
using BiweeklyBudget.Core.Storage.Initialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using MySqlConnector;

namespace BiweeklyBudget.Core.Tests.Storage.Faults;

public sealed class ServerDefaultsTests(OddServer odd) : IClassFixture<OddServer>
{
    private const string OwnTables = "FROM information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME <> '__EFMigrationsHistory'";

    [Fact]
    public async Task Tables_are_InnoDB_and_hold_all_characters_whatever_the_server_makes_by_itself()
    {
        await odd.CreateAsync("plain");
        var engine = await odd.OpenAsync("plain");
        Assert.Equal(["InnoDB"], await odd.AskAsync("plain", "SELECT DISTINCT ENGINE " + OwnTables));
        Assert.All(await odd.AskAsync("plain", "SELECT DISTINCT TABLE_COLLATION " + OwnTables), collation => Assert.StartsWith("utf8mb4", collation, StringComparison.Ordinal));

        await using var book = engine.OpenBook();
        foreach (var name in new[] { "Žluťoučký kůň", "食費", "🍎" })
        {
            Assert.True((await book.Budgets.SaveAsync(Budget(name))).IsSaved);
        }

        Assert.Equal(3, (await book.Budgets.ListAsync()).Count);
    }

    [Fact]
    public async Task A_collation_that_somebody_chose_for_the_database_stays()
    {
        await odd.RunAsync(null, "CREATE DATABASE chosen CHARACTER SET utf8mb4 COLLATE utf8mb4_czech_ci");
        await odd.OpenAsync("chosen");
        Assert.Equal(["utf8mb4_czech_ci"], await odd.AskAsync("chosen", "SELECT DISTINCT TABLE_COLLATION " + OwnTables + " AND TABLE_NAME NOT LIKE 'bb\\_%'"));
    }

    [Fact]
    public async Task Sessions_say_themselves_what_the_program_relies_on()
    {
        await odd.CreateAsync("sessions");
        await odd.OpenAsync("sessions");
        await using var context = DatabaseConnection.Parse(odd.Server.ConnectionUrl("sessions")).CreateContext();
        var answers = await context.Database.SqlQueryRaw<string>(
            """
            SELECT CONCAT_WS('|', @@autocommit, @@foreign_key_checks, @@sql_safe_updates, @@sql_select_limit, @@sql_big_selects, @@tx_read_only, @@innodb_lock_wait_timeout, @@lock_wait_timeout, @@tx_isolation) AS Value
            """).ToListAsync();
        Assert.Equal("ON|ON|OFF|18446744073709551615|ON|OFF|10|10|REPEATABLE-READ", Assert.Single(answers));
    }

    [Fact]
    public async Task Tables_of_an_engine_without_transactions_are_refused_with_the_statements_that_convert_them()
    {
        await odd.CreateAsync("half");
        await odd.OpenAsync("half");
        await odd.RunAsync("half", "SET foreign_key_checks=0; ALTER TABLE settings ENGINE=Aria; ALTER TABLE alembic_version ENGINE=MyISAM; CREATE TABLE of_somebody_else (a INT) ENGINE=MyISAM");
        var initializer = InitializerOf("half");
        var status = await initializer.StatusAsync();
        Assert.Equal(DatabaseState.Refused, status.State);
        Assert.Contains("ALTER TABLE `settings` ENGINE=InnoDB;", status.Explanation, StringComparison.Ordinal);
        Assert.Contains("ALTER TABLE `alembic_version` ENGINE=InnoDB;", status.Explanation, StringComparison.Ordinal);
        Assert.DoesNotContain("of_somebody_else", status.Explanation, StringComparison.Ordinal);
        Assert.Equal(status.Explanation, (await Assert.ThrowsAsync<DatabaseRefusedException>(() => initializer.InitializeAsync())).Message);

        await odd.RunAsync("half", status.Explanation[status.Explanation.IndexOf("ALTER", StringComparison.Ordinal)..(status.Explanation.LastIndexOf(';') + 1)]);
        Assert.Equal(InitializationOutcome.Unchanged, (await InitializerOf("half").InitializeAsync()).Outcome);
    }

    [Fact]
    public async Task Tables_in_another_character_set_are_used_with_a_warning_and_refuse_what_they_cannot_hold()
    {
        await odd.CreateAsync("narrow");
        await odd.OpenAsync("narrow");
        await odd.RunAsync("narrow", "SET foreign_key_checks=0; ALTER TABLE budgets CONVERT TO CHARACTER SET latin1");
        var log = new ListLogger();
        var engine = new DatabaseInitializer(DatabaseConnection.Parse(odd.Server.ConnectionUrl("narrow")), log, TimeProvider.System);
        await engine.InitializeAsync();
        Assert.Contains(log.Lines, line => line.Contains("ALTER TABLE `budgets` CONVERT TO CHARACTER SET utf8mb4;", StringComparison.Ordinal));

        await using var book = (await odd.OpenAsync("narrow")).OpenBook();
        Assert.Equal(ProblemCode.Unstorable, Assert.IsType<Outcome<int>.Refused>(await book.Budgets.SaveAsync(Budget("食費"))).Reason.Code);
        Assert.True((await book.Budgets.SaveAsync(Budget("Café"))).IsSaved);
    }

    [Fact]
    public async Task A_save_under_somebody_elses_lock_of_the_whole_server_is_busy_and_not_an_outage()
    {
        await odd.CreateAsync("locked");
        var engine = await odd.OpenAsync("locked");
        await using var holder = new MySqlConnection(odd.Server.AdoConnectionString("locked"));
        await holder.OpenAsync();
        await using var hold = new MySqlCommand("FLUSH TABLES WITH READ LOCK", holder);
        await hold.ExecuteNonQueryAsync();
        try
        {
            Assert.True((await engine.StatusAsync()).IsReady);
            await using var context = DatabaseConnection.Parse(odd.Server.ConnectionUrl("locked")).CreateContext();
            await context.Database.OpenConnectionAsync();
            await context.Database.ExecuteSqlRawAsync("SET SESSION lock_wait_timeout=1");
            var failure = await Assert.ThrowsAnyAsync<Exception>(() => context.Budgets.ExecuteDeleteAsync());
            Assert.Equal((DatabaseFault.Busy, StorageFault.Busy), (BudgetEngine.FaultOf(failure), context.FaultOf(failure)));
        }
        finally
        {
            hold.CommandText = "UNLOCK TABLES";
            await hold.ExecuteNonQueryAsync();
        }
    }

    private static BudgetChange Budget(string name) => new() { Name = name, Kind = BudgetKind.Periodic, StartingBalance = 1m };

    private DatabaseInitializer InitializerOf(string database) => new(DatabaseConnection.Parse(odd.Server.ConnectionUrl(database)), NullLogger.Instance, TimeProvider.System);
}
