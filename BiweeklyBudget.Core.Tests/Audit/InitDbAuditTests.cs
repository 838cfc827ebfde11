using BiweeklyBudget.Core.Settings;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Tests.Storage;
using BiweeklyBudget.TestSupport;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Tests.Audit;

/// <summary><c>initdb audit verify</c>: for whoever runs the program and can reach the database.</summary>
public sealed class InitDbAuditTests
{
    [Theory]
    [OnBothEngines]
    public async Task The_log_is_whole_until_somebody_changes_it(DatabaseEngine engine)
    {
        await using var database = await TestDatabase.CreatedAsync(engine);
        Assert.Equal((0, "The audit log is whole: 0 entries, 0 changes as they were recorded. Mark: 0:\n", ""), await RunAsync(database, "audit", "verify"));
        Assert.Equal(0, (await RunAsync(database, "user", "add", "Ann", "--role", "owner")).ExitCode);
        var (exitCode, output, errors) = await RunAsync(database, "audit", "verify");
        Assert.Equal((0, ""), (exitCode, errors));
        Assert.Matches("^The audit log is whole: 2 entries, 0 changes as they were recorded\\. Mark: 2:[0-9a-f]{64}\n$", output);
        var mark = output.Trim()[output.IndexOf("2:", StringComparison.Ordinal)..];
        await RunAsync(database, "user", "reset", "Ann");
        Assert.Equal(0, (await RunAsync(database, "audit", "verify", "--mark", mark)).ExitCode);
        await using (var book = BudgetEngine.Create(new BudgetSettings { ConnectionString = database.Url, BackupPath = BudgetSettings.NoBackups }).OpenBook())
        {
            Assert.All((await book.Audit.ListAsync()).Rows, entry => Assert.Equal(("initdb", null, "Ann"), (entry.Place, entry.Who, entry.Subject)));
        }

        await using (var context = database.CreateContext())
        {
            await context.Database.ExecuteSqlRawAsync("UPDATE bb_audit SET place = 'elsewhere' WHERE id = 2");
        }

        var broken = await RunAsync(database, "audit", "verify");
        Assert.Equal((7, ""), (broken.ExitCode, broken.Errors));
        Assert.StartsWith("The audit log is not whole: Entry 2 is not as it was written", broken.Output, StringComparison.Ordinal);
        await using var program = InitDbProcess.Start(database.Url, "audit", "verify", "--json");
        var json = await program.EndAsync();
        Assert.Equal(7, json.ExitCode);
        Assert.Contains("\"ok\": false", json.Output, StringComparison.Ordinal);
        Assert.Equal(1, (await RunAsync(database, "audit", "verify", "--mark", "nothing")).ExitCode);
    }

    [Fact]
    public async Task A_database_that_is_not_there_is_not_made()
    {
        await using var database = await TestDatabase.EmptyAsync(DatabaseEngine.Sqlite);
        var (exitCode, output, errors) = await RunAsync(database, "audit", "verify");
        Assert.Equal((4, ""), (exitCode, output));
        Assert.StartsWith("ERROR: ", errors, StringComparison.Ordinal);
    }

    private static Task<(int ExitCode, string Output, string Errors)> RunAsync(TestDatabase database, params string[] arguments) => InitDbRun.ToEndAsync(Path.GetTempPath(), database.Url, arguments);
}
