using System.Globalization;
using BiweeklyBudget.Core.Settings;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Rows;
using BiweeklyBudget.TestSupport;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MySqlConnector;

namespace BiweeklyBudget.Core.Tests.Storage;

public sealed class DatabaseSessionTests
{
    [Fact]
    public async Task Every_MySQL_session_is_strict_and_in_UTC_also_when_it_comes_from_the_pool()
    {
        await using var database = await TestDatabase.CreatedAsync(DatabaseEngine.MySql);
        for (var use = 0; use < 3; use++)
        {
            await using var context = database.CreateContext();
            Assert.Contains("TRADITIONAL", await AskAsync(context, "SELECT @@SESSION.sql_mode"), StringComparison.Ordinal);
            Assert.Equal("+00:00", await AskAsync(context, "SELECT @@SESSION.time_zone"));
            Assert.StartsWith("utf8mb4", await AskAsync(context, "SELECT @@SESSION.character_set_client"), StringComparison.Ordinal);
            await AskAsync(context, "SET SESSION sql_mode='', time_zone='+05:00'");
        }
    }

    [Fact]
    public async Task Every_SQLite_session_keeps_foreign_keys_and_writes_ahead_durably()
    {
        await using var database = await TestDatabase.CreatedAsync(DatabaseEngine.Sqlite);
        await using var context = database.CreateContext();
        Assert.Equal(("1", "wal", "2"), (await AskAsync(context, "PRAGMA foreign_keys"), await AskAsync(context, "PRAGMA journal_mode"), await AskAsync(context, "PRAGMA synchronous")));
    }

    [Fact]
    public async Task Overlong_text_and_numbers_out_of_range_are_errors_on_MySQL()
    {
        await using var database = await TestDatabase.CreatedAsync(DatabaseEngine.MySql);
        await using var context = database.CreateContext();
        context.Add(new Budget { Name = new string('x', 51) });
        Assert.Equal(MySqlErrorCode.DataTooLong, await ErrorAsync(context));
        context.ChangeTracker.Clear();
        context.Add(new Budget { Name = "Too large", StartingBalance = 1_000_000_000_000_000m });
        Assert.Equal(MySqlErrorCode.WarningDataOutOfRange, await ErrorAsync(context));
    }

    [Theory]
    [OnBothEngines]
    public async Task A_row_that_refers_to_nothing_is_an_error(DatabaseEngine engine)
    {
        await using var database = await TestDatabase.CreatedAsync(engine);
        await using var context = database.CreateContext();
        context.Add(new Transaction { Description = "No such account", AccountId = 99 });
        await Assert.ThrowsAsync<DbUpdateException>(() => context.SaveChangesAsync());
    }

    [Fact]
    public async Task A_pooled_connection_that_the_server_ended_is_noticed_before_use()
    {
        await using var database = await TestDatabase.CreatedAsync(DatabaseEngine.MySql);
        string? first;
        await using (var context = database.CreateContext())
        {
            first = await AskAsync(context, "SELECT CONNECTION_ID()");
        }

        await using (var root = new MySqlConnection(MariaDbServer.Shared.AdoConnectionString()))
        {
            await root.OpenAsync();
            await using var kill = new MySqlCommand("KILL " + first, root);
            await kill.ExecuteNonQueryAsync();
        }

        await using var next = database.CreateContext();
        Assert.False(await next.Budgets.AnyAsync());
        Assert.NotEqual(first, await AskAsync(next, "SELECT CONNECTION_ID()"));
    }

    [Fact]
    public async Task The_settings_of_a_session_are_not_among_the_statements_of_a_page()
    {
        await using var database = await TestDatabase.CreatedAsync(DatabaseEngine.Sqlite);
        var log = new ListLogger();
        await using var services = new ServiceCollection()
            .AddLogging(logging => logging.AddProvider(log).SetMinimumLevel(LogLevel.Trace).AddFilter("Microsoft", LogLevel.None))
            .AddBudgetEngine(options => options.Settings = new BudgetSettings { ConnectionString = database.Url, LogsSql = true })
            .BuildServiceProvider();
        await using var scope = services.CreateAsyncScope();
        var secret = "hunter2";
        Assert.False(await scope.ServiceProvider.GetRequiredService<BudgetBook>().Database.Budgets.AnyAsync(b => b.Name == secret));

        var line = Assert.Single(log.Lines);
        Assert.StartsWith("SQL: SELECT", line, StringComparison.Ordinal);
        Assert.DoesNotContain(secret, line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Query_times_are_logged_when_asked_for()
    {
        await using var database = await TestDatabase.CreatedAsync(DatabaseEngine.Sqlite);
        var log = new ListLogger();
        await using var services = new ServiceCollection()
            .AddLogging(logging => logging.AddProvider(log).AddFilter("Microsoft", LogLevel.None))
            .AddBudgetEngine(options => options.Settings = new BudgetSettings { ConnectionString = database.Url, LogsQueryTimes = true })
            .BuildServiceProvider();
        await using var book = services.GetRequiredService<BudgetEngine>().OpenBook();
        await Assert.ThrowsAsync<SqliteException>(() => book.Database.Database.ExecuteSqlRawAsync("SELECT * FROM nowhere"));
        Assert.Matches(@"^SQL took \d+[.,]\d{3} ms: SELECT \* FROM nowhere$", Assert.Single(log.Lines));
    }

    private static async Task<MySqlErrorCode?> ErrorAsync(BudgetDbContext context) =>
        ((await Assert.ThrowsAsync<DbUpdateException>(() => context.SaveChangesAsync())).InnerException as MySqlException)?.ErrorCode;

    private static async Task<string?> AskAsync(BudgetDbContext context, string sql)
    {
        await context.Database.OpenConnectionAsync();
        await using var command = context.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        return Convert.ToString(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
    }
}
