using System.Data.Common;
using BiweeklyBudget.Core.Saving;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Initialization;
using BiweeklyBudget.Core.Storage.Rows;
using BiweeklyBudget.Core.Tests.Forms;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;

namespace BiweeklyBudget.Core.Tests.Storage.Faults;

/// <summary>A SQLite file that is full, read-only, gone, replaced or kept by others.</summary>
public sealed class SqliteFaultTests
{
    [Fact]
    public async Task A_full_disk_is_named_although_taking_the_save_back_fails_too()
    {
        await using var world = await EverydayWorld.CreateAsync(DatabaseEngine.Sqlite);
        await using (var context = world.Database.CreateContext(options => options.AddInterceptors(new NoRoom())))
        {
            var failure = await Assert.ThrowsAnyAsync<Exception>(() => FillAsync(context));
            Assert.Equal(DatabaseFault.Full, BudgetEngine.FaultOf(failure));
        }

        Assert.Equal(6, await world.ReadAsync(context => context.Budgets.CountAsync()));
        Assert.IsType<FormAnswer.Saved>(await world.SubmitAsync("/forms/transaction", EverydayWorld.Transaction((3, 100m))));
    }

    [Fact]
    public async Task A_commit_that_fails_leaves_a_connection_that_saves_again()
    {
        await using var world = await EverydayWorld.CreateAsync(DatabaseEngine.Sqlite);
        await using var context = world.Database.CreateContext();
        await context.Database.OpenConnectionAsync();
        for (var round = 0; round < 2; round++)
        {
            // A constraint that is looked at when the transaction ends makes COMMIT itself fail.
            var failure = await Assert.ThrowsAsync<SqliteException>(() => AtomicSave.RunAsync<Outcome<int>>(
                context,
                "test",
                async (save, token) =>
                {
                    await save.Database.Database.ExecuteSqlRawAsync("PRAGMA defer_foreign_keys=ON", token);
                    await save.Database.Database.ExecuteSqlRawAsync("INSERT INTO transactions (date, description, account_id, sales_tax) VALUES ('2017-07-28', 'Nowhere', 99, 0)", token);
                    return new Outcome<int>.Saved(1);
                },
                duplicate: null,
                default));
            Assert.Contains("FOREIGN KEY", failure.Message, StringComparison.Ordinal);
        }

        (await FormOperations.SubmitAsync(context, "/forms/transaction", EverydayWorld.Transaction((3, 100m)))).SavedId();
        Assert.Equal(1517.56m, await world.BalanceAsync(3));
    }

    [Fact]
    public async Task A_read_only_file_can_be_read_and_everything_says_that_it_cannot_be_written()
    {
        await using var world = await EverydayWorld.CreateAsync(DatabaseEngine.Sqlite);
        await MakeReadOnlyAsync(world);
        Assert.Equal(1617.56m, await world.BalanceAsync(3));
        var failure = await Assert.ThrowsAnyAsync<Exception>(() => world.SubmitAsync("/forms/transaction", EverydayWorld.Transaction((3, 100m))));
        Assert.Equal(DatabaseFault.ReadOnly, BudgetEngine.FaultOf(failure));

        var initializer = new DatabaseInitializer(world.Database.Connection, NullLogger.Instance, TimeProvider.System);
        var status = await initializer.StatusAsync();
        Assert.Equal((DatabaseState.Unwritable, false), (status.State, status.IsReady));
        Assert.Contains("read-only", status.Explanation, StringComparison.Ordinal);
        var refused = await Assert.ThrowsAsync<DatabaseUnavailableException>(() => initializer.InitializeAsync());
        Assert.Equal((status.Explanation, DatabaseFault.ReadOnly), (refused.Message, refused.Fault));
    }

    [Fact]
    public async Task A_file_deleted_while_something_is_saved_is_noticed_before_the_save_is_acknowledged()
    {
        await using var world = await EverydayWorld.CreateAsync(DatabaseEngine.Sqlite);
        await using var context = world.Database.CreateContext();
        var failure = await Assert.ThrowsAnyAsync<Exception>(() => AtomicSave.RunAsync<Outcome<int>>(
            context,
            "test",
            async (save, token) =>
            {
                save.Database.Budgets.Add(new Budget { Name = "Into the void" });
                await save.Database.SaveChangesAsync(token);
                File.Delete(world.Database.Connection.Description);
                return new Outcome<int>.Saved(1);
            },
            duplicate: null,
            default));
        Assert.Equal(DatabaseFault.Missing, BudgetEngine.FaultOf(failure));
    }

    [Fact]
    public async Task A_deleted_file_is_not_used_on_from_the_pool_nor_made_anew_and_one_put_in_its_place_is_taken()
    {
        await using var world = await EverydayWorld.CreateAsync(DatabaseEngine.Sqlite);
        var path = world.Database.Connection.Description;
        Assert.Equal(1617.56m, await world.BalanceAsync(3));
        world.Database.Connection.Provider.ClosePooled();
        var copy = path + ".copy";
        File.Copy(path, copy);
        Assert.IsType<FormAnswer.Saved>(await world.SubmitAsync("/forms/transaction", EverydayWorld.Transaction((3, 100m))));

        File.Delete(path);
        var failure = await Assert.ThrowsAnyAsync<Exception>(() => world.SubmitAsync("/forms/transaction", EverydayWorld.Transaction((3, 100m))));
        Assert.NotNull(BudgetEngine.FaultOf(failure));
        Assert.False(File.Exists(path));
        Assert.False((await new DatabaseInitializer(world.Database.Connection, NullLogger.Instance, TimeProvider.System).StatusAsync()).IsReady);

        File.Delete(path + "-wal");
        File.Delete(path + "-shm");
        File.Move(copy, path);
        Assert.Equal(1617.56m, await world.BalanceAsync(3));
        Assert.IsType<FormAnswer.Saved>(await world.SubmitAsync("/forms/transaction", EverydayWorld.Transaction((3, 17.56m))));
        Assert.Equal(1600m, await world.BalanceAsync(3));
    }

    [Fact]
    public async Task Forty_writers_wait_for_another_program_without_holding_threads_and_are_all_saved()
    {
        await using var world = await EverydayWorld.CreateAsync(DatabaseEngine.Sqlite);
        await using var other = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = world.Database.Connection.Description, Pooling = false }.ConnectionString);
        await other.OpenAsync();
        var held = other.BeginTransaction(deferred: false);
        var writers = Enumerable.Range(0, 40).Select(_ => world.SubmitAsync("/forms/transaction", EverydayWorld.Transaction((3, 1m)))).ToList();

        // All of them have come so far on this one thread, which the call of each would otherwise have kept.
        Assert.All(writers, writer => Assert.False(writer.IsCompleted));
        Assert.Equal(1617.56m, await world.BalanceAsync(3));
        await held.DisposeAsync();
        Assert.All(await Task.WhenAll(writers), answer => Assert.IsType<FormAnswer.Saved>(answer));
        Assert.Equal(1577.56m, await world.BalanceAsync(3));
    }

    [Theory]
    [InlineData(13, 13, DatabaseFault.Full)]
    [InlineData(10, 778, DatabaseFault.Full)]
    [InlineData(10, 1034, DatabaseFault.Full)]
    [InlineData(10, 266, DatabaseFault.Unreachable)]
    [InlineData(8, 8, DatabaseFault.ReadOnly)]
    [InlineData(8, 1544, DatabaseFault.ReadOnly)]
    [InlineData(8, 1032, DatabaseFault.Missing)]
    [InlineData(14, 14, DatabaseFault.Unreachable)]
    [InlineData(5, 261, DatabaseFault.Busy)]
    [InlineData(11, 11, DatabaseFault.Damaged)]
    [InlineData(26, 26, DatabaseFault.Damaged)]
    public void Errors_have_names(int code, int extended, DatabaseFault fault) =>
        Assert.Equal(fault, BudgetEngine.FaultOf(new DbUpdateException("Not saved.", new SqliteException("", code, extended))));

    [Fact]
    public void A_broken_rule_is_not_the_databases_fault() => Assert.Null(BudgetEngine.FaultOf(new SqliteException("", 19, 2067)));

    private static Task<Outcome<int>> FillAsync(BudgetDbContext context) => AtomicSave.RunAsync<Outcome<int>>(
        context,
        "test",
        async (save, token) =>
        {
            save.Database.Budgets.AddRange(Enumerable.Range(0, 5_000).Select(i => new Budget { Name = $"Budget {i}", Description = new string('x', 200) }));
            await save.Database.SaveChangesAsync(token);
            return new Outcome<int>.Saved(1);
        },
        duplicate: null,
        default);

    // A file whose format only a later version of SQLite may write is read-only for this one, also for root, whom no file's rights stop.
    private static async Task MakeReadOnlyAsync(EverydayWorld world)
    {
        world.Database.Connection.Provider.ClosePooled();
        await using var file = new FileStream(world.Database.Connection.Description, FileMode.Open, FileAccess.ReadWrite);
        file.Position = 18;
        file.WriteByte(3);
    }

    /// <summary>Lets the file grow no more, as a full disk does.</summary>
    private sealed class NoRoom : DbConnectionInterceptor
    {
        public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA max_page_count=1";
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }
}
