using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.AutomaticBackups;
using BiweeklyBudget.Core.Storage.Backup;
using BiweeklyBudget.Core.Storage.Initialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace BiweeklyBudget.Core.Tests.Storage.AutomaticBackups;

public sealed class DailyBackupTests
{
    [Theory]
    [OnBothEngines]
    public async Task Eight_hosts_at_once_make_one_verified_file_and_the_next_one_a_day_later(DatabaseEngine engine)
    {
        await using var world = await BackupWorld.CreateAsync(engine);
        var hosts = Enumerable.Range(0, 8).Select(_ => world.OpenHost()).ToList();

        await Task.WhenAll(hosts.Select(host => Task.Run(() => host.BackUpWhenDueAsync())));

        var file = Assert.Single(world.Files);
        Assert.Matches(@"^budgettest_\w+-[0-9a-f]{8}\.20170728T062444Z\.daily\.Audit\.v\d+\.\d+\.\d+\.bbbackup$", file);
        var path = Path.Combine(world.Folder, file);
        Assert.Equal(1, (await BudgetEngine.VerifyBackupAsync(path)).Tables.Single(table => table.Name == "accounts").Rows);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(world.Folder));
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
        }

        // Each host knows it at its next look.
        world.Time.Advance(TimeSpan.FromHours(23));
        foreach (var host in hosts)
        {
            var state = await host.BackUpWhenDueAsync();
            Assert.Equal(new MadeBackup(world.Now.AddHours(-23), "daily", path, new FileInfo(path).Length), state.Last);
            Assert.False(state.IsFailing(world.Now));
        }

        Assert.Single(world.Files);
        world.Time.Advance(TimeSpan.FromHours(1));
        await Task.WhenAll(hosts.Select(host => Task.Run(() => host.BackUpWhenDueAsync())));
        Assert.Equal(2, world.Files.Count);
    }

    [Theory]
    [OnBothEngines]
    public async Task A_database_without_an_account_has_nothing_to_keep_and_nothing_to_warn_of(DatabaseEngine engine)
    {
        await using var world = await BackupWorld.CreateAsync(engine, hasAccount: false);
        var host = world.OpenHost();
        await host.BackUpWhenDueAsync();
        world.Time.Advance(TimeSpan.FromDays(9));
        Assert.False((await host.BackUpWhenDueAsync()).IsFailing(world.Now));
        Assert.Empty(world.Files);
    }

    [Theory]
    [OnBothEngines]
    public async Task None_is_made_when_they_are_off_but_the_last_one_is_told(DatabaseEngine engine)
    {
        await using var world = await BackupWorld.CreateAsync(engine);
        await world.OpenHost().BackUpWhenDueAsync();
        world.Time.Advance(TimeSpan.FromDays(9));

        var off = world.OpenHost("OFF");
        var state = await off.BackUpWhenDueAsync();

        Assert.Single(world.Files);
        Assert.Equal((false, null, false), (state.IsOn, state.Folder, state.IsFailing(world.Now)));
        Assert.NotNull(state.Last);
        Assert.Equal((false, null), (off.MakesBackups, off.BackupFolder));
    }

    [Theory]
    [OnBothEngines]
    public async Task A_folder_that_cannot_be_made_is_a_problem_that_ends_when_it_can(DatabaseEngine engine)
    {
        await using var world = await BackupWorld.CreateAsync(engine);
        var inTheWay = Path.GetDirectoryName(world.Folder) + "/backups";
        await File.WriteAllTextAsync(inTheWay, "no folder");
        var host = world.OpenHost();

        var state = await host.BackUpWhenDueAsync();

        Assert.True(state.IsFailing(world.Now));
        Assert.Equal($"The folder {world.Folder} for backups cannot be created.", state.Problem!.Text);
        Assert.Null(state.Last);

        // Tried again after five minutes, not before.
        File.Delete(inTheWay);
        world.Time.Advance(TimeSpan.FromMinutes(4));
        Assert.NotNull((await host.BackUpWhenDueAsync()).Problem);
        world.Time.Advance(TimeSpan.FromMinutes(1));
        state = await host.BackUpWhenDueAsync();
        Assert.False(state.IsFailing(world.Now));
        Assert.Equal(world.Now, state.Last!.At);
    }

    [Theory]
    [OnBothEngines]
    public async Task A_folder_that_vanishes_is_made_again(DatabaseEngine engine)
    {
        await using var world = await BackupWorld.CreateAsync(engine);
        var host = world.OpenHost();
        await host.BackUpWhenDueAsync();
        Directory.Delete(world.Folder, recursive: true);
        world.Time.Advance(TimeSpan.FromDays(1));
        Assert.Null((await host.BackUpWhenDueAsync()).Problem);
        Assert.Single(world.Files);
    }

    [Theory]
    [OnBothEngines]
    public async Task A_full_disk_leaves_no_file_and_pushes_no_good_one_out_however_often_it_is_met(DatabaseEngine engine)
    {
        await using var world = await BackupWorld.CreateAsync(engine);
        var good = world.CreateDaily(world.RealTools());
        for (var day = 0; day < 3; day++)
        {
            await good.MakeWhenDueAsync(default);
            world.Time.Advance(TimeSpan.FromDays(1));
        }

        var before = world.Files;
        var attempts = 0;
        var full = world.CreateDaily(new BackupTools(FillAsync, (_, _) => throw new InvalidOperationException("Nothing to verify.")));
        for (var minute = 0; minute < 48 * 60; minute += 5)
        {
            var state = await full.MakeWhenDueAsync(default);
            Assert.True(state.IsFailing(world.Now));
            Assert.Equal("The disk is full.", state.Problem!.Text);
            world.Time.Advance(TimeSpan.FromMinutes(5));
        }

        // After 0, 5, 15, 35, 75, 155 and 315 minutes, then every four hours: 555, 795, … up to 2,875.
        Assert.Equal(17, attempts);
        Assert.Equal(before, world.Files);

        async Task<BackupSummary> FillAsync(string file, CancellationToken token)
        {
            attempts++;
            await File.WriteAllTextAsync(file, "the beginning of a backup", token);
            throw new BackupException(BackupFault.Unusable, "The disk is full.");
        }
    }

    [Theory]
    [OnBothEngines]
    public async Task What_does_not_verify_is_no_backup(DatabaseEngine engine)
    {
        await using var world = await BackupWorld.CreateAsync(engine);
        var real = world.RealTools();
        var other = await real.BackUp(Path.Combine(Path.GetDirectoryName(world.Folder)!, "other"), default);
        await using (var context = world.Database.CreateContext())
        {
            await context.Accounts.ExecuteUpdateAsync(set => set.SetProperty(account => account.Name, "Changed"));
        }

        var state = await world.CreateDaily(real with { Verify = (_, _) => Task.FromResult(other) }).MakeWhenDueAsync(default);

        Assert.Equal("The backup does not hold what was written to it.", state.Problem!.Text);
        Assert.Empty(world.Files);
    }

    [Theory]
    [OnBothEngines]
    public async Task A_host_that_was_killed_at_it_is_followed_by_another_after_an_hour_and_what_it_left_goes(DatabaseEngine engine)
    {
        await using var world = await BackupWorld.CreateAsync(engine);
        var killed = new TaskCompletionSource();
        var stuck = world.CreateDaily(new BackupTools(WriteAndDieAsync, (_, _) => throw new InvalidOperationException("Dead.")));
        var work = stuck.MakeWhenDueAsync(default);
        await killed.Task;
        var left = Assert.Single(world.Files);
        Assert.EndsWith(".unverified.part", left, StringComparison.Ordinal);

        var host = world.OpenHost();
        world.Time.Advance(TimeSpan.FromMinutes(45));
        Assert.Null((await host.BackUpWhenDueAsync()).Last);
        Assert.Equal([left], world.Files);

        world.Time.Advance(TimeSpan.FromMinutes(16));
        Assert.Equal(world.Now, (await host.BackUpWhenDueAsync()).Last!.At);
        Assert.EndsWith(".bbbackup", Assert.Single(world.Files), StringComparison.Ordinal);
        Assert.False(work.IsCompleted);

        // It never comes back, as a killed process does not.
        async Task<BackupSummary> WriteAndDieAsync(string file, CancellationToken token)
        {
            await File.WriteAllTextAsync(file + ".part", "the beginning of a backup", CancellationToken.None);
            killed.SetResult();
            await new TaskCompletionSource().Task;
            throw new InvalidOperationException("Dead.");
        }
    }

    [Theory]
    [OnBothEngines]
    public async Task A_host_that_is_told_to_end_leaves_neither_file_nor_failure_nor_lease(DatabaseEngine engine)
    {
        await using var world = await BackupWorld.CreateAsync(engine);
        using var ending = new CancellationTokenSource();
        var task = world.CreateDaily(new BackupTools(WriteAsync, (_, _) => throw new InvalidOperationException("Too late.")));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => task.MakeWhenDueAsync(ending.Token));

        Assert.Empty(world.Files);
        Assert.Null((await world.OpenHost().BackUpWhenDueAsync()).Problem);
        Assert.Single(world.Files);

        async Task<BackupSummary> WriteAsync(string file, CancellationToken token)
        {
            await File.WriteAllTextAsync(file, "the beginning of a backup", token);
            await ending.CancelAsync();
            await Task.Delay(Timeout.Infinite, token);
            throw new InvalidOperationException("Never.");
        }
    }

    [Theory]
    [OnBothEngines]
    public async Task Work_that_takes_longer_than_the_lease_is_given_up_before_the_lease_ends(DatabaseEngine engine)
    {
        await using var world = await BackupWorld.CreateAsync(engine);
        var started = new TaskCompletionSource();
        var task = world.CreateDaily(new BackupTools(
            async (_, token) =>
            {
                started.SetResult();
                await Task.Delay(Timeout.Infinite, token);
                throw new InvalidOperationException("Never.");
            },
            (_, _) => throw new InvalidOperationException("Nothing to verify.")));
        var work = task.MakeWhenDueAsync(default);
        await started.Task;
        world.Time.Advance(TimeSpan.FromMinutes(50));
        Assert.Equal("It took longer than 50 minutes.", (await work).Problem!.Text);
    }

    [Theory]
    [OnBothEngines]
    public async Task Old_ones_are_deleted_and_other_files_and_databases_left_alone(DatabaseEngine engine)
    {
        await using var world = await BackupWorld.CreateAsync(engine);
        var host = world.OpenHost();
        Directory.CreateDirectory(world.Folder);
        var database = BackupFolder.Of(world.Folder, world.Database.Connection).Database;
        string[] strange = ["another-1a2b3c4d.20010101T000000Z.daily.Kept.v1.0.0.bbbackup", "my own.bbbackup", $"{database}.db", "another-1a2b3c4d.20010101T000000Z.daily.Kept.v1.0.0.bbbackup.unverified"];
        var old = Enumerable.Range(1, 20).Select(day => new BackupFile(database, world.Now.AddDays(-400 - day), BackupKind.Daily, "Kept", "1.0.0").Name).ToList();
        foreach (var name in strange.Concat(old))
        {
            await File.WriteAllTextAsync(Path.Combine(world.Folder, name), "old");
        }

        await host.BackUpWhenDueAsync();

        Assert.All(strange, name => Assert.Contains(name, world.Files));
        Assert.Equal(old.Take(13).Order(StringComparer.Ordinal), world.Files.Where(old.Contains));
        Assert.Equal(strange.Length + 14, world.Files.Count);
    }

    [Theory]
    [OnBothEngines]
    public async Task No_good_one_for_three_days_is_a_fault_but_a_host_that_begins_after_a_pause_has_an_hour(DatabaseEngine engine)
    {
        await using var world = await BackupWorld.CreateAsync(engine);
        await world.OpenHost().BackUpWhenDueAsync();
        world.Time.Advance(TimeSpan.FromDays(10));

        // It only looks: as a host does while another one has the lease.
        var late = world.OpenHost();
        var state = await late.ReadBackupsAsync();

        Assert.False(state.IsFailing(world.Now));
        Assert.True(state.IsFailing(world.Now.AddHours(1)));
    }

    [Theory]
    [OnBothEngines]
    public async Task The_last_one_is_known_to_a_host_that_looked_and_is_read_by_one_that_asks(DatabaseEngine engine)
    {
        await using var world = await BackupWorld.CreateAsync(engine);
        var host = world.OpenHost();
        Assert.Null((await host.StatusAsync()).LastBackup);
        var made = (await host.BackUpWhenDueAsync()).Last;
        Assert.NotNull(made);
        Assert.Equal(made, (await host.StatusAsync()).LastBackup);
        Assert.Equal(made, (await world.OpenHost().ReadBackupsAsync()).Last);
        Assert.Equal(made, (await world.OpenHost().StatusWithBackupAsync()).LastBackup);
    }

    [Theory]
    [OnBothEngines]
    public async Task A_database_that_loses_its_tables_between_the_look_and_the_question_for_the_last_one_has_a_state(DatabaseEngine engine)
    {
        await using var world = await BackupWorld.CreateAsync(engine);
        var host = world.OpenHost();
        var status = await new DatabaseInitializer(world.Database.Connection, NullLogger.Instance, world.Time).StatusAsync(async token =>
        {
            await using var context = world.Database.CreateContext();
            await context.Database.ExecuteSqlRawAsync("DROP TABLE bb_backups", token);
            return (await host.ReadBackupsAsync(token)).Last;
        });

        Assert.Equal((DatabaseState.Unreachable, null), (status.State, status.LastBackup));
        Assert.Contains("one of its tables", status.Explanation, StringComparison.Ordinal);
    }
}
