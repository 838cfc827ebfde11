using System.Net.Sockets;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Settings;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Connections;
using BiweeklyBudget.Core.Storage.Initialization;
using BiweeklyBudget.Core.Tests.Forms;
using BiweeklyBudget.Core.Transactions;
using BiweeklyBudget.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using MySqlConnector;

namespace BiweeklyBudget.Core.Tests.Storage.Faults;

/// <summary>A server that lets nobody write, loses its database, kills connections or grants no lock.</summary>
public sealed class MySqlFaultTests
{
    [Fact]
    public async Task A_database_that_was_dropped_is_missed()
    {
        await using var world = await EverydayWorld.CreateAsync(DatabaseEngine.MySql);
        Assert.Equal(1617.56m, await world.BalanceAsync(3));
        await RunAsync($"DROP DATABASE `{NameOf(world)}`");
        var failure = await Assert.ThrowsAnyAsync<Exception>(() => world.SubmitAsync("/forms/transaction", EverydayWorld.Transaction((3, 100m))));
        Assert.Equal(DatabaseFault.Missing, BudgetEngine.FaultOf(failure));
        Assert.False((await InitializerOf(world.Database.Url).StatusAsync()).IsReady);
    }

    [Fact]
    public async Task A_connection_that_is_killed_in_the_middle_of_a_save_is_an_outage_and_nothing_is_stored()
    {
        await using var world = await EverydayWorld.CreateAsync(DatabaseEngine.MySql);
        await using var book = world.OpenBook();
        _ = await book.Budgets.ListAsync();
        var id = ((MySqlConnection)book.Database.Database.GetDbConnection()).ServerThread;
        await RunAsync($"KILL {id}");
        var failure = await Assert.ThrowsAnyAsync<Exception>(async () =>
        {
            _ = await book.Budgets.ListAsync();
        });
        Assert.Equal(DatabaseFault.Unreachable, BudgetEngine.FaultOf(failure));
        Assert.Equal(1617.56m, await world.BalanceAsync(3));
    }

    [Fact]
    public async Task Sessions_that_the_server_ended_while_nobody_used_them_are_replaced_whatever_comes_first()
    {
        await using var world = await EverydayWorld.CreateAsync(DatabaseEngine.MySql);
        var engine = BudgetEngine.Create(new BudgetSettings { ConnectionString = world.Database.Url, PayPeriodStartDate = new DateOnly(2017, 7, 21), ReconcileBeginDate = new DateOnly(2017, 1, 1) });
        var payment = new TransactionChange { Date = new DateOnly(2017, 7, 22), Amount = 1m, Description = "Paid once", AccountId = 1, Splits = [new Split(3, 1m)] };
        var key = new RequestKey(new string('a', 64), new string('b', 64));
        Func<BudgetBook, Task>[] firsts =
        [
            async book => Assert.IsType<Outcome<int>.Saved>(await book.Transactions.SaveAsync(payment)),
            async book =>
            {
                Assert.False(await book.UseKeyAsync(key));
                Assert.IsType<Outcome<int>.Saved>(await book.Transactions.SaveAsync(payment));
            },
            async book => Assert.True(await book.UseKeyAsync(key)),
            async book => Assert.IsType<Outcome<int>.Invalid>(await book.Transactions.SaveAsync(payment with { Splits = [new Split(3, 2m)] })),
            async book => Assert.Empty(await book.Transactions.CheckAsync(payment)),
            async book => await book.Settings.ReadNowAsync(),
            async book => Assert.NotEmpty(await book.Budgets.ListAsync()),
        ];
        await using (var book = engine.OpenBook())
        {
            Assert.NotEmpty(await book.Budgets.ListAsync());
        }

        foreach (var first in firsts)
        {
            Assert.InRange(await EndSessionsAsync(NameOf(world)), 1, 100);
            await using var book = engine.OpenBook();
            await first(book);
        }

        // Each was saved once: two of one.
        Assert.Equal(1615.56m, await world.BalanceAsync(3));
    }

    [Fact]
    public async Task A_user_who_may_only_read_is_told_so_at_the_start_and_by_the_status()
    {
        await using var world = await EverydayWorld.CreateAsync(DatabaseEngine.MySql);
        var (name, user) = (NameOf(world), "reader_" + Guid.NewGuid().ToString("n")[..12]);
        await RunAsync($"CREATE USER '{user}' IDENTIFIED BY 'x'; GRANT SELECT ON `{name}`.* TO '{user}'");
        try
        {
            var initializer = InitializerOf($"mysql://{user}:x@{MariaDbServer.Shared.Host}:{MariaDbServer.Shared.Port}/{name}");
            var status = await initializer.StatusAsync();
            Assert.Equal(DatabaseState.Unwritable, status.State);
            var refused = await Assert.ThrowsAsync<DatabaseUnavailableException>(() => initializer.InitializeAsync());
            Assert.Equal((DatabaseFault.ReadOnly, status.Explanation), (refused.Fault, refused.Message));
        }
        finally
        {
            await RunAsync($"DROP USER '{user}'");
        }
    }

    [Theory]
    [InlineData(1042, DatabaseFault.Unreachable)]
    [InlineData(1053, DatabaseFault.Unreachable)]
    [InlineData(1040, DatabaseFault.Unreachable)]
    [InlineData(1317, DatabaseFault.Unreachable)]
    [InlineData(1927, DatabaseFault.Unreachable)]
    [InlineData(1205, DatabaseFault.Busy)]
    [InlineData(1213, DatabaseFault.Busy)]
    [InlineData(1021, DatabaseFault.Full)]
    [InlineData(1114, DatabaseFault.Full)]
    [InlineData(1142, DatabaseFault.ReadOnly)]
    [InlineData(1290, DatabaseFault.ReadOnly)]
    [InlineData(1792, DatabaseFault.ReadOnly)]
    [InlineData(1836, DatabaseFault.ReadOnly)]
    [InlineData(1049, DatabaseFault.Missing)]
    [InlineData(1146, DatabaseFault.Missing)]
    [InlineData(1267, DatabaseFault.Unstorable)]
    public async Task Errors_of_the_server_have_names(int number, DatabaseFault fault)
    {
        await using var connection = new MySqlConnection(MariaDbServer.Shared.AdoConnectionString());
        await connection.OpenAsync();
        await using var command = new MySqlCommand($"SIGNAL SQLSTATE '45000' SET MYSQL_ERRNO = {number}, MESSAGE_TEXT = 'As the server says it'", connection);
        var error = await Assert.ThrowsAsync<MySqlException>(() => command.ExecuteNonQueryAsync());
        Assert.Equal(fault, BudgetEngine.FaultOf(new DbUpdateException("Not saved.", error)));
    }

    [Fact]
    public async Task What_the_network_throws_within_a_book_is_an_outage()
    {
        await using var world = await EverydayWorld.CreateAsync(DatabaseEngine.MySql);
        foreach (var raw in new Exception[] { new SocketException(104), new EndOfStreamException(), new IOException("Broken pipe"), new ObjectDisposedException("Socket"), new TimeoutException() })
        {
            await using var context = world.Database.CreateContext();
            Assert.True(context.IsBroken(raw), raw.ToString());
            Assert.True(context.IsBroken(new InvalidOperationException("An exception has been raised.", raw)));
        }

        await using var other = world.Database.CreateContext();
        Assert.False(other.IsBroken(new InvalidOperationException("A mistake of ours.")));
    }

    [Fact]
    public async Task A_row_that_somebody_holds_is_busy_and_not_an_outage()
    {
        await using var world = await EverydayWorld.CreateAsync(DatabaseEngine.MySql);
        await using var holder = world.Database.CreateContext();
        await using var transaction = await holder.Database.BeginTransactionAsync();
        await holder.Budgets.Where(b => b.Id == 3).ExecuteUpdateAsync(set => set.SetProperty(b => b.CurrentBalance, 1m));
        await using var context = world.Database.CreateContext();
        await context.Database.OpenConnectionAsync();
        await context.Database.ExecuteSqlRawAsync("SET SESSION innodb_lock_wait_timeout=1");
        var failure = await Assert.ThrowsAnyAsync<Exception>(() => context.Budgets.Where(b => b.Id == 3).ExecuteUpdateAsync(set => set.SetProperty(b => b.CurrentBalance, 2m)));
        Assert.Equal((DatabaseFault.Busy, StorageFault.Busy), (BudgetEngine.FaultOf(failure), context.FaultOf(failure)));
    }

    // How many there were.
    private static async Task<int> EndSessionsAsync(string database)
    {
        await using var connection = new MySqlConnection(MariaDbServer.Shared.AdoConnectionString());
        await connection.OpenAsync();
        var ids = new List<ulong>();
        await using (var list = new MySqlCommand("SELECT id FROM information_schema.processlist WHERE db = @database", connection))
        {
            list.Parameters.AddWithValue("@database", database);
            await using var reader = await list.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                ids.Add(reader.GetFieldValue<ulong>(0));
            }
        }

        foreach (var id in ids)
        {
            await RunAsync($"KILL {id}");
        }

        return ids.Count;
    }

    private static DatabaseInitializer InitializerOf(string url) => new(DatabaseConnection.Parse(url), NullLogger.Instance, TimeProvider.System);

    private static string NameOf(EverydayWorld world) => world.Database.Connection.Description.Split('/')[^1];

    private static async Task RunAsync(string sql)
    {
        await using var connection = new MySqlConnection(MariaDbServer.Shared.AdoConnectionString());
        await connection.OpenAsync();
        await using var command = new MySqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
