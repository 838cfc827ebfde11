using BiweeklyBudget.Core.Settings;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.AutomaticBackups;
using BiweeklyBudget.Core.Storage.Backup;
using BiweeklyBudget.Core.Storage.Initialization;
using BiweeklyBudget.TestSupport;
using Microsoft.EntityFrameworkCore;
using Xunit.Abstractions;

namespace BiweeklyBudget.Core.Tests.Storage.AutomaticBackups;

public sealed class UpgradeBackupTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("peer-empty.sql")]
    [InlineData("peer-sampledata.sql")]
    public async Task Upstreams_database_is_backed_up_before_it_is_adopted(string dump)
    {
        await using var world = await UpstreamAsync(dump);
        var counts = await CountsAsync(world.Database);

        var result = await world.OpenHost().InitializeAsync();

        var file = Assert.Single(world.Files);
        Assert.Matches(@"\.20170728T062444Z\.upgrade\.Upstream160\.v\d+\.\d+\.\d+\.bbbackup$", file);
        Assert.Equal((InitializationOutcome.Adopted, Path.Combine(world.Folder, file), "before an upgrade"), (result.Outcome, result.Backup!.File, result.Backup.Reason));
        Assert.EndsWith(" Backup of before: " + result.Backup.File, result.Message, StringComparison.Ordinal);
        var summary = await BudgetEngine.VerifyBackupAsync(result.Backup.File);
        Assert.Equal(counts, summary.Tables.Where(table => table.Name != "alembic_version").Select(table => (table.Name, table.Rows)).OrderBy(table => table.Name, StringComparer.Ordinal));
        Assert.Equal(["Upstream160"], summary.Migrations);
        Assert.Equal(result.Backup, (await world.OpenHost().ReadBackupsAsync()).Last);
    }

    [Theory]
    [OnBothEngines]
    public async Task An_older_database_of_ours_is_backed_up_before_it_is_migrated_and_a_new_one_needs_none(DatabaseEngine engine)
    {
        await using var world = await OlderAsync(engine);

        var result = await world.OpenHost().InitializeAsync();

        Assert.Equal((InitializationOutcome.Migrated, world.Files.Single()), (result.Outcome, Path.GetFileName(result.Backup!.File)));
        Assert.Equal(1, (await BudgetEngine.VerifyBackupAsync(result.Backup.File)).Tables.Single(table => table.Name == "budgets").Rows);
        Assert.Null((await world.OpenHost().InitializeAsync()).Backup);

        await using var fresh = await BackupWorld.OverAsync(TestDatabase.EmptyAsync(engine));
        Assert.Equal(InitializationOutcome.Created, (await fresh.OpenHost().InitializeAsync()).Outcome);
        Assert.Empty(fresh.Files);
    }

    [Theory]
    [OnBothEngines]
    public async Task Without_a_backup_nothing_is_changed_and_the_refusal_says_why_and_how_to_go_on(DatabaseEngine engine)
    {
        await using var world = await OlderAsync(engine);
        await File.WriteAllTextAsync(world.Folder, "no folder");
        var (schema, data) = (await SchemaText.ReadAsync(world.Database), await SchemaText.ReadDataAsync(world.Database));

        var refusal = await Assert.ThrowsAsync<DatabaseRefusedException>(() => world.OpenHost().InitializeAsync());

        Assert.Equal(
            $"The database {world.Database.Connection.Description} is to be upgraded, but no backup of it can be made: The folder {world.Folder} for backups cannot be created. Nothing was changed. "
            + "Mend that, or name another folder with BACKUP_PATH; if you have a backup of your own, run initdb --no-backup once.",
            refusal.Message);
        Assert.Equal(schema, await SchemaText.ReadAsync(world.Database));
        Assert.Equal(data, await SchemaText.ReadDataAsync(world.Database));

        Assert.Null((await world.OpenHost(BudgetSettings.NoBackups).InitializeAsync()).Backup);
        Assert.True((await world.OpenHost().StatusAsync()).IsReady);
    }

    [Theory]
    [OnBothEngines]
    public async Task A_backup_that_does_not_verify_refuses_the_upgrade_too(DatabaseEngine engine)
    {
        await using var world = await OlderAsync(engine);
        var tools = world.RealTools() with { Verify = (_, _) => throw new BackupException(BackupFault.Damaged, "It is damaged.") };
        var initializer = Initializer(world, tools);
        Assert.Contains("no backup of it can be made: It is damaged. Nothing was changed.", (await Assert.ThrowsAsync<DatabaseRefusedException>(() => initializer.InitializeAsync())).Message, StringComparison.Ordinal);
        Assert.Equal(DatabaseState.Outdated, (await initializer.StatusAsync()).State);
        Assert.Empty(world.Files);
    }

    [Fact]
    public async Task A_migration_that_was_cut_short_and_is_run_again_keeps_the_backup_from_before_it()
    {
        await using var world = await UpstreamAsync("peer-sampledata.sql");
        var first = (await world.OpenHost().InitializeAsync()).Backup!;
        var bytes = await File.ReadAllBytesAsync(first.File);

        // As killed in the middle: the record is not written yet, and the last tables are not made.
        await CutShortAsync(world.Database);
        world.Time.Advance(TimeSpan.FromMinutes(1));
        var again = await world.OpenHost().InitializeAsync();

        Assert.Equal((InitializationOutcome.Migrated, first.File), (again.Outcome, again.Backup!.File));
        Assert.Single(world.Files);
        Assert.Equal(bytes, await File.ReadAllBytesAsync(first.File));
    }

    [Fact]
    public async Task A_dump_of_upstreams_that_is_loaded_over_a_database_in_use_is_backed_up_before_it_is_taken_up()
    {
        await using var world = await UpstreamAsync("peer-empty.sql");
        await world.OpenHost().InitializeAsync();
        world.Time.Advance(TimeSpan.FromMinutes(1));
        await MariaDbServer.Shared.LoadAsync(MigratedTables.NameOf(world.Database), TestData.Fixture("peer-sampledata.sql"));

        var taken = await world.OpenHost().InitializeAsync();

        Assert.Equal((InitializationOutcome.Migrated, 2), (taken.Outcome, world.Files.Count));
        Assert.NotEqual(0, (await BudgetEngine.VerifyBackupAsync(taken.Backup!.File)).Tables.Single(table => table.Name == "transactions").Rows);
    }

    [Fact]
    public async Task When_rows_were_changed_between_two_attempts_both_backups_are_kept_and_told_apart()
    {
        await using var world = await UpstreamAsync("peer-sampledata.sql");
        var first = (await world.OpenHost().InitializeAsync()).Backup!;
        await CutShortAsync(world.Database);
        await ExecuteAsync(world.Database, "UPDATE budgets SET name = 'Renamed' WHERE id = 1");
        world.Time.Advance(TimeSpan.FromMinutes(1));

        var again = (await world.OpenHost().InitializeAsync()).Backup!;

        Assert.Equal([Path.GetFileName(first.File), Path.GetFileName(again.File)], world.Files);
        Assert.Contains(".again.Upstream160.", again.File, StringComparison.Ordinal);
        Assert.Equal("before an upgrade was tried again", again.Reason);

        // However often it fails from there, no third one is needed.
        await CutShortAsync(world.Database);
        world.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(again.File, (await world.OpenHost().InitializeAsync()).Backup!.File);
        Assert.Equal(2, world.Files.Count);
    }

    [Fact]
    public async Task An_earlier_backup_that_is_damaged_is_no_reason_to_make_none()
    {
        await using var world = await UpstreamAsync("peer-sampledata.sql");
        var first = (await world.OpenHost().InitializeAsync()).Backup!;
        await CutShortAsync(world.Database);
        await File.WriteAllTextAsync(first.File, "damaged");
        world.Time.Advance(TimeSpan.FromMinutes(1));

        var again = (await world.OpenHost().InitializeAsync()).Backup!;

        Assert.NotEqual(first.File, again.File);
        await BudgetEngine.VerifyBackupAsync(again.File);
    }

    [Fact]
    public async Task Of_an_adoption_that_is_killed_at_any_moment_a_good_backup_of_before_is_left_or_nothing_was_changed()
    {
        var kills = Kills.Or(2);
        var cut = 0;
        for (var tries = 0; tries < kills; tries++)
        {
            await using var world = await UpstreamAsync("peer-sampledata.sql");
            var (schema, data) = (await SchemaText.ReadAsync(world.Database), await SchemaText.ReadDataAsync(world.Database));
            await using (var killed = Start(world, world.Folder))
            {
                await WaitForAsync(() => Directory.Exists(world.Folder));
                await Task.Delay(TimeSpan.FromMilliseconds(tries * 1500 / kills));
                await killed.KillAsync();
            }

            var files = world.Files.Where(file => BackupFile.Parse(file) is not null).ToList();
            var isChanged = !schema.SequenceEqual(await SchemaText.ReadAsync(world.Database));
            output.WriteLine($"{tries}: {(isChanged ? "changed" : "unchanged")}, {string.Join(", ", world.Files)}");
            Assert.True(files.Count == 1 || !isChanged);
            cut += files.Count == 1 ? 0 : 1;

            await using var next = Start(world, world.Folder, "-v");
            var (exitCode, _, errors) = await next.EndAsync();
            Assert.True(exitCode == 0, errors);
            Assert.True((await world.OpenHost(BudgetSettings.NoBackups).StatusAsync()).IsReady);
            var kept = world.Files.Where(file => BackupFile.Parse(file) is not null).ToList();
            var summary = await BudgetEngine.VerifyBackupAsync(Path.Combine(world.Folder, Assert.Single(kept)));
            Assert.Equal(data.Count(line => line.StartsWith("transactions | ", StringComparison.Ordinal)), summary.Tables.Single(table => table.Name == "transactions").Rows);
            Assert.Equal(files, kept.Where(files.Contains));
        }

        Assert.True(cut > 0, "Every backup was done before the kill: nothing was tested.");
    }

    [Fact]
    public async Task The_tool_says_where_the_backup_is_and_does_without_when_told()
    {
        await using var world = await UpstreamAsync("peer-sampledata.sql");
        var folder = Path.GetDirectoryName(world.Folder)!;
        await File.WriteAllTextAsync(Path.Combine(folder, "in-the-way"), "no folder");

        var refused = await RunAsync(world, Path.Combine(folder, "in-the-way", "backups"));
        Assert.Equal((2, ""), (refused.ExitCode, refused.Output));
        Assert.Matches("^ERROR: The database .* is to be upgraded, but no backup of it can be made: .* run initdb --no-backup once.\n$", refused.Errors);
        Assert.Equal((1, $"ERROR: BACKUP_PATH setting of \"here\" is neither an absolute path nor \"off\"\n"), await CodeAndErrorsAsync(world, "here"));

        var adopted = await RunAsync(world, world.Folder);
        Assert.Equal((0, ""), (adopted.ExitCode, adopted.Errors));
        Assert.EndsWith($" Backup of before: {Path.Combine(world.Folder, Assert.Single(world.Files))}\n", adopted.Output, StringComparison.Ordinal);
        var status = await RunAsync(world, world.Folder, "--status");
        Assert.Contains($"Backups:  {world.Folder}\n", status.Output, StringComparison.Ordinal);
        Assert.Matches($@"Backup:   \d{{4}}-\d\d-\d\d \d\d:\d\d:\d\d UTC, before an upgrade, \d+\.\d MB, verified: {world.Folder}/.+\.bbbackup\n", status.Output);

        await using var other = await UpstreamAsync("peer-empty.sql");
        var without = await RunAsync(other, Path.Combine(folder, "in-the-way", "backups"), "--no-backup");
        Assert.Equal(0, without.ExitCode);
        Assert.DoesNotContain("Backup", without.Output, StringComparison.Ordinal);
        Assert.Equal("warning: The database " + other.Database.Connection.Description + " is changed without a backup, as it was told.\n", without.Errors);
        var off = await RunAsync(other, "off", "--status");
        Assert.Contains("Backups:  off\nBackup:   none\n", off.Output, StringComparison.Ordinal);
    }

    private static DatabaseInitializer Initializer(BackupWorld world, BackupTools tools) =>
        new(world.Database.Connection, Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance, world.Time)
        {
            BackUp = new UpgradeBackup(
                world.Database.Connection.Description, BackupFolder.Of(world.Folder, world.Database.Connection), tools, world.Time, Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance).MakeAsync,
        };

    private static InitDbProcess Start(BackupWorld world, string backupPath, params string[] arguments) =>
        InitDbProcess.StartIn(Path.GetTempPath(), world.Database.Url, new Dictionary<string, string> { ["BACKUP_PATH"] = backupPath }, arguments);

    private static Task<(int ExitCode, string Output, string Errors)> RunAsync(BackupWorld world, string backupPath, params string[] arguments) =>
        InitDbRun.ToEndAsync(Path.GetTempPath(), world.Database.Url, new Dictionary<string, string> { ["BACKUP_PATH"] = backupPath }, arguments);

    private static async Task<(int ExitCode, string Errors)> CodeAndErrorsAsync(BackupWorld world, string backupPath)
    {
        var (exitCode, _, errors) = await RunAsync(world, backupPath);
        return (exitCode, errors);
    }

    private static async Task<BackupWorld> UpstreamAsync(string dump)
    {
        var world = await BackupWorld.OverAsync(TestDatabase.EmptyAsync(DatabaseEngine.MySql));
        await MariaDbServer.Shared.LoadAsync(MigratedTables.NameOf(world.Database), TestData.Fixture(dump));
        return world;
    }

    /// <summary>A database with the first migration alone and a budget.</summary>
    private static async Task<BackupWorld> OlderAsync(DatabaseEngine engine)
    {
        var world = await BackupWorld.OverAsync(TestDatabase.EmptyAsync(engine));
        await world.Database.Connection.Provider.CreateSite().PrepareAsync(default);
        await using var context = world.Database.CreateContext();
        await context.Database.MigrateAsync("Upstream160");
        await ExecuteAsync(world.Database, "INSERT INTO budgets (name) VALUES ('Groceries')");
        return world;
    }

    private static Task CutShortAsync(TestDatabase database) => ExecuteAsync(
        database, "DELETE FROM `__EFMigrationsHistory` WHERE MigrationId LIKE '%_Kept' OR MigrationId LIKE '%_ByOwnDay' OR MigrationId LIKE '%_SignIn' OR MigrationId LIKE '%_Audit'; DROP TABLE bb_backups, bb_leases");

    private static async Task ExecuteAsync(TestDatabase database, string sql)
    {
        await using var context = database.CreateContext();
        await context.Database.ExecuteSqlRawAsync(sql);
    }

    private static async Task<IEnumerable<(string Name, long Rows)>> CountsAsync(TestDatabase database)
    {
        var data = await SchemaText.ReadDataAsync(database);
        await using var context = database.CreateContext();
        var tables = await context.Database.SqlQueryRaw<string>("SELECT TABLE_NAME AS Value FROM information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME <> 'alembic_version'").ToListAsync();
        return tables.Select(table => (table, data.LongCount(line => line.StartsWith(table + " | ", StringComparison.Ordinal)))).OrderBy(table => table.table, StringComparer.Ordinal);
    }

    private static async Task WaitForAsync(Func<bool> condition)
    {
        for (var tries = 0; tries < 6000 && !condition(); tries++)
        {
            await Task.Delay(5);
        }

        Assert.True(condition(), "It did not begin.");
    }
}
