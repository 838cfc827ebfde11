using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Initialization;
using BiweeklyBudget.TestSupport;
using Microsoft.Extensions.Logging.Abstractions;
using MySqlConnector;
using Xunit.Abstractions;

namespace BiweeklyBudget.Core.Tests.Storage;

/// <summary>Real processes: the locks, and what a killed process leaves, cannot be seen within one.</summary>
public sealed class ConcurrentInitializationTests(ITestOutputHelper output)
{
    [Theory]
    [OnBothEngines]
    public async Task Of_eight_processes_at_once_exactly_one_creates_the_database_and_all_succeed(DatabaseEngine engine)
    {
        var expected = await SchemaOfCreatedAsync(engine);
        await using var database = await TestDatabase.EmptyAsync(engine);
        await database.DropAsync();

        var processes = Enumerable.Range(0, 8).Select(_ => InitDbProcess.Start(database.Url, "-v")).ToList();
        var ends = await Task.WhenAll(processes.Select(p => p.EndAsync()));

        Assert.All(ends, end => Assert.True(end.ExitCode == 0, end.Errors));
        Assert.Single(ends, end => end.Output.StartsWith("Created the database ", StringComparison.Ordinal));
        Assert.Equal(7, ends.Count(end => end.Output.Contains("nothing was to do", StringComparison.Ordinal)));
        await AssertReadyAsync(database, expected);
    }

    [Theory]
    [OnBothEngines]
    public async Task A_creation_killed_at_any_moment_is_finished_by_the_next_process(DatabaseEngine engine)
    {
        var expected = await SchemaOfCreatedAsync(engine);
        await using var database = await TestDatabase.EmptyAsync(engine);
        var kills = Kills.Or(6);
        var cut = 0;
        for (var tries = 0; tries < kills; tries++)
        {
            await database.DropAsync();
            await using (var killed = InitDbProcess.Start(database.Url))
            {
                await WaitForFirstTraceAsync(database, tries % 2 == 0 ? "SCHEMATA WHERE SCHEMA_NAME" : "TABLES WHERE TABLE_SCHEMA");
                await Task.Delay(TimeSpan.FromMilliseconds(tries * 400 / kills));
                await killed.KillAsync();
            }

            var left = await new DatabaseInitializer(database.Connection, NullLogger.Instance, TimeProvider.System).StatusAsync();
            output.WriteLine($"{tries}: {left.State}");
            cut += left.State == DatabaseState.Ready ? 0 : 1;

            await using var next = InitDbProcess.Start(database.Url, "-v");
            var (exitCode, _, errors) = await next.EndAsync();
            Assert.True(exitCode == 0, errors);
            await AssertReadyAsync(database, expected);
        }

        Assert.True(cut > 0, "Every process was done before it was killed: nothing was tested.");
    }

    private static async Task<IReadOnlyList<string>> SchemaOfCreatedAsync(DatabaseEngine engine)
    {
        await using var database = await TestDatabase.CreatedAsync(engine);
        return await SchemaText.ReadAsync(database);
    }

    private static async Task AssertReadyAsync(TestDatabase database, IReadOnlyList<string> expected)
    {
        Assert.True((await new DatabaseInitializer(database.Connection, NullLogger.Instance, TimeProvider.System).StatusAsync()).IsReady);
        Assert.Equal(expected, await SchemaText.ReadAsync(database));
    }

    /// <summary>Until the process has begun to create: the file, or on the server the database or its first table.</summary>
    private static async Task WaitForFirstTraceAsync(TestDatabase database, string trace)
    {
        for (var tries = 0; tries < 2000; tries++)
        {
            if (await HasTraceAsync(database, trace))
            {
                return;
            }

            await Task.Delay(5);
        }

        Assert.Fail("The process did not begin.");
    }

    private static async Task<bool> HasTraceAsync(TestDatabase database, string trace)
    {
        if (database.Engine == DatabaseEngine.Sqlite)
        {
            return File.Exists(database.Connection.Description);
        }

        await using var connection = new MySqlConnection(MariaDbServer.Shared.AdoConnectionString());
        await connection.OpenAsync();
        await using var command = new MySqlCommand($"SELECT COUNT(*) FROM information_schema.{trace} = @name", connection);
        command.Parameters.AddWithValue("@name", database.Connection.Description.Split('/')[^1]);
        return (long)(await command.ExecuteScalarAsync())! > 0;
    }
}
