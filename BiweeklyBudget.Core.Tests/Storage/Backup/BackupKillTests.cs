using System.Diagnostics;
using System.Globalization;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Backup;
using BiweeklyBudget.TestSupport;

namespace BiweeklyBudget.Core.Tests.Storage.Backup;

/// <summary>
/// SIGKILL at random moments: the old data is there or the new, never something between, and the next run completes.
/// </summary>
public sealed class BackupKillTests : IDisposable
{
    private static readonly int Times = Kills.Or(1);
    private readonly BackupFolder _folder = new();
    private readonly Random _random = new(20170728);

    [Theory]
    [OnBothEngines]
    public async Task A_killed_backup_leaves_no_file_under_the_name_and_the_next_completes(DatabaseEngine engine)
    {
        await using var database = await FilledAsync(engine, seed: 1);
        var data = await SumsAsync(database);
        var whole = await MeasureAsync(() => InitDbProcess.StartIn(_folder.Path, database.Url, "backup", "measured"));
        for (var i = 0; i < Times; i++)
        {
            await KillAsync(whole, () => InitDbProcess.StartIn(_folder.Path, database.Url, "backup", "killed"));

            if (File.Exists(_folder["killed"]))
            {
                await BudgetEngine.VerifyBackupAsync(_folder["killed"]);
            }

            await AssertCompletesAsync(InitDbProcess.StartIn(_folder.Path, database.Url, "backup", "killed", "--overwrite"));
            Assert.Equal(data, Sums(await BudgetEngine.VerifyBackupAsync(_folder["killed"])));
            Assert.Equal(["killed", "measured"], _folder.Names);
            File.Delete(_folder["killed"]);
        }

        Assert.Equal(data, await SumsAsync(database));
    }

    [Theory]
    [OnBothEngines]
    public async Task A_killed_restore_leaves_the_old_data_or_the_new_and_the_next_completes(DatabaseEngine engine)
    {
        await using var database = await FilledAsync(engine, seed: 1);
        await using var other = await FilledAsync(DatabaseEngine.Sqlite, seed: 2);
        await BackupFolder.EngineOf(database).BackUpAsync(_folder["old"]);
        await BackupFolder.EngineOf(other).BackUpAsync(_folder["new"]);
        var (old, @new) = (await SumsAsync(database), await SumsAsync(other));

        InitDbProcess Restore(string file) => InitDbProcess.StartIn(_folder.Path, database.Url, "restore", file, "--replace");
        await AssertReplacedByAsync(Restore, database, old, @new);
    }

    [Theory]
    [OnBothEngines]
    public async Task A_killed_move_leaves_the_old_data_or_the_new_and_the_source_and_the_next_completes(DatabaseEngine engine)
    {
        await using var database = await FilledAsync(engine, seed: 1);
        await using var other = await FilledAsync(engine == DatabaseEngine.Sqlite ? DatabaseEngine.MySql : DatabaseEngine.Sqlite, seed: 2);
        await BackupFolder.EngineOf(database).BackUpAsync(_folder["old"]);
        var (old, @new) = (await SumsAsync(database), await SumsAsync(other));

        InitDbProcess Move(string file) => file == "new"
            ? InitDbProcess.StartIn(_folder.Path, database.Url, "move", "--from", other.Url, "--to", database.Url, "--replace")
            : InitDbProcess.StartIn(_folder.Path, database.Url, "restore", file, "--replace");
        await AssertReplacedByAsync(Move, database, old, @new);
        Assert.Equal(@new, await SumsAsync(other));
    }

    public void Dispose() => _folder.Dispose();

    private async Task AssertReplacedByAsync(Func<string, InitDbProcess> start, TestDatabase database, string old, string @new)
    {
        var whole = await MeasureAsync(() => start("new"));
        for (var i = 0; i < Times; i++)
        {
            await AssertCompletesAsync(start("old"));
            Assert.Equal(old, await SumsAsync(database));
            await KillAsync(whole, () => start("new"));

            Assert.Contains(await SumsAsync(database), (string[])[old, @new]);
            await AssertCompletesAsync(start("new"));
            Assert.Equal(@new, await SumsAsync(database));
        }

        // What was replaced was backed up, and a backup that was killed left nothing under a name.
        foreach (var backup in _folder.Names.Where(name => name.EndsWith(".bbbackup", StringComparison.Ordinal)).Take(4))
        {
            Assert.Contains(Sums(await BudgetEngine.VerifyBackupAsync(_folder[backup])), (string[])[old, @new]);
        }
    }

    private static async Task<TestDatabase> FilledAsync(DatabaseEngine engine, int seed)
    {
        var database = await TestDatabase.CreatedAsync(engine);
        await LargeHistory.WriteAsync(database.Connection, new LargeHistoryOptions { Transactions = 1_000 + seed, Years = 1 });
        return database;
    }

    /// <summary>Every table's count, sums and digest.</summary>
    private static string Sums(BackupSummary summary) =>
        string.Join('\n', summary.Tables.Select(table => string.Create(CultureInfo.InvariantCulture, $"{table.Name} {table.Rows} {string.Join(' ', table.Sums.OrderBy(sum => sum.Key, StringComparer.Ordinal).Select(sum => sum.Value.ToString("0.0000", CultureInfo.InvariantCulture)))} {table.Digest}")));

    private async Task<string> SumsAsync(TestDatabase database)
    {
        var summary = await BackupFolder.EngineOf(database).BackUpAsync(_folder["sums"], new BackupOptions { Overwrite = true });
        File.Delete(_folder["sums"]);
        return Sums(summary);
    }

    private static async Task<TimeSpan> MeasureAsync(Func<InitDbProcess> start)
    {
        var began = Stopwatch.GetTimestamp();
        await AssertCompletesAsync(start());
        return Stopwatch.GetElapsedTime(began);
    }

    private async Task KillAsync(TimeSpan whole, Func<InitDbProcess> start)
    {
        await using var process = start();
        await Task.Delay(whole * _random.NextDouble());
        await process.KillAsync();
    }

    private static async Task AssertCompletesAsync(InitDbProcess start)
    {
        await using var process = start;
        var (exitCode, _, errors) = await process.EndAsync();
        Assert.True(exitCode == 0, errors);
    }
}
