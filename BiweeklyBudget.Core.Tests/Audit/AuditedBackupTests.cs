using BiweeklyBudget.Core.Settings;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Rows;
using BiweeklyBudget.Core.Tests.Storage;
using BiweeklyBudget.Core.Tests.Storage.AutomaticBackups;
using BiweeklyBudget.Core.Users;
using BiweeklyBudget.TestSupport;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.Core.Tests.Audit;

/// <summary>Backups that the program or <c>initdb</c> makes are in the audit log where people sign in, and nowhere else.</summary>
public sealed class AuditedBackupTests
{
    [Theory]
    [OnBothEngines]
    public async Task The_daily_backup_and_one_that_is_asked_for_are_in_the_log_where_people_sign_in(DatabaseEngine engine)
    {
        await using var world = await BackupWorld.CreateAsync(engine);
        var host = world.OpenHost();
        Assert.NotNull((await host.BackUpWhenDueAsync()).Last);
        Assert.Empty(await EntriesAsync(host));

        await AddOwnerAsync(host);
        world.Time.Advance(TimeSpan.FromDays(1));
        var daily = (await host.BackUpWhenDueAsync()).Last!;
        var asked = await host.MakeBackupAsync("Ann", "192.0.2.7");
        Assert.Equal(
            ["UserAdded||Ann|owner", $"Backup||{Path.GetFileName(daily.File)}|made, daily", "Backup|Ann||begun", $"Backup|Ann|{Path.GetFileName(asked.File)}|made, asked for"],
            await EntriesAsync(host));

        // One that fails made nothing, and says so among the backups' problems.
        world.Time.Advance(TimeSpan.FromDays(1));
        Directory.Delete(world.Folder, recursive: true);
        await File.WriteAllTextAsync(world.Folder, "in the way");
        Assert.NotNull((await host.BackUpWhenDueAsync()).Problem);
        Assert.Equal(4, (await EntriesAsync(host)).Count);
        await using var book = host.OpenBook();
        Assert.Null((await book.Audit.VerifyAsync()).Problem);
    }

    [Theory]
    [OnBothEngines]
    public async Task The_backup_before_an_upgrade_is_the_first_entry_of_a_log_that_the_upgrade_makes(DatabaseEngine engine)
    {
        await using var world = await BackupWorld.OverAsync(TestDatabase.EmptyAsync(engine));
        await using (var context = world.Database.Connection.Provider.CreateSite().CreateContext(configure: null))
        {
            await context.Database.MigrateAsync(context.Database.GetMigrations().TakeWhile(name => !name.EndsWith("_Audit", StringComparison.Ordinal)).Last());
            context.Users.Add(new User { Name = "Ann", Role = "owner", CreatedAt = world.Now });
            await context.SaveChangesAsync();
        }

        var host = world.OpenHost();
        var backup = (await host.InitializeAsync()).Backup!;
        Assert.Equal([$"Backup||{Path.GetFileName(backup.File)}|made, before an upgrade"], await EntriesAsync(host));
    }

    [Theory]
    [OnBothEngines]
    public async Task What_the_tool_backs_up_restores_and_moves_is_in_the_log_where_people_sign_in(DatabaseEngine engine)
    {
        await using var world = await BackupWorld.CreateAsync(engine);
        await using var target = await TestDatabase.CreatedAsync(engine);
        var folder = Directory.CreateDirectory(world.Folder).FullName;
        await RunAsync(folder, world.Database, "backup", "nobody");
        var host = world.OpenHost(BudgetSettings.NoBackups);
        Assert.Empty(await EntriesAsync(host));
        await AddOwnerAsync(host);

        await RunAsync(folder, world.Database, "backup", "money");
        await RunAsync(folder, world.Database, "restore", "money", "--replace");
        await RunAsync(folder, world.Database, "move", "--from", world.Database.Url, "--to", target.Url);

        Assert.Equal(["UserAdded||Ann|owner", "Backup||money|made", "Restore||money|begun", "Restore||money|done"], Cut(await EntriesAsync(host)));
        var moved = BudgetEngine.Create(new BudgetSettings { ConnectionString = target.Url, BackupPath = BudgetSettings.NoBackups });
        var from = "moved from " + world.Database.Connection.Description;
        Assert.Equal([$"Restore||{from}|begun", $"Restore||{from}|done"], Cut(await EntriesAsync(moved)));
        await using var book = moved.OpenBook();
        Assert.All((await book.Audit.ListAsync()).Rows, entry => Assert.Equal("initdb", entry.Place));
    }

    private static async Task AddOwnerAsync(BudgetEngine host)
    {
        await using var book = host.OpenBook();
        (await book.Users.AddAsync("Ann", UserRole.Owner, "hash")).ValueOrThrow();
    }

    private static async Task RunAsync(string folder, TestDatabase database, params string[] arguments)
    {
        await using var process = InitDbProcess.StartIn(folder, database.Url, arguments);
        var (exitCode, _, errors) = await process.EndAsync();
        Assert.True(exitCode == 0, errors);
    }

    // Without the number of rows and the moment.
    private static IEnumerable<string> Cut(IEnumerable<string> entries) => entries.Select(entry => entry.Split(": ")[0]);

    private static async Task<IReadOnlyList<string>> EntriesAsync(BudgetEngine host)
    {
        await using var book = host.OpenBook();
        return [.. (await book.Audit.ListAsync()).Rows.OrderBy(entry => entry.Id).Select(entry => $"{entry.Kind}|{entry.Who}|{entry.Subject}|{entry.Details}")];
    }
}
