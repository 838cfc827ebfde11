using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Backup;
using BiweeklyBudget.Core.Storage.Initialization;
using BiweeklyBudget.Core.Storage.Rows;
using BiweeklyBudget.Core.Storage.Streaming;
using BiweeklyBudget.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.Logging.Abstractions;

namespace BiweeklyBudget.Core.Tests.Storage.Backup;

/// <summary>A restore replaces all or nothing, and nothing unasked.</summary>
public sealed class RestoreTests : IDisposable
{
    private readonly BackupFolder _folder = new();

    [Theory]
    [OnBothEngines]
    public async Task A_database_with_data_is_refused_unchanged_unless_it_may_be_replaced(DatabaseEngine engine)
    {
        await using var database = await FilledAsync(engine, "Old");
        await WriteBackupAsync();
        var before = await SchemaText.ReadUnauditedDataAsync(database);

        var refusal = await Assert.ThrowsAsync<DatabaseRefusedException>(() => BackupFolder.EngineOf(database).RestoreAsync(_folder.File));

        Assert.Contains("holds data", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(before, await SchemaText.ReadUnauditedDataAsync(database));
    }

    [Theory]
    [OnBothEngines]
    public async Task Old_data_is_backed_up_before_it_is_replaced_and_can_be_restored(DatabaseEngine engine)
    {
        await using var database = await FilledAsync(engine, "Old");
        var before = await RowText.ReadAsync(database);
        await WriteBackupAsync();

        var result = await BackupFolder.EngineOf(database).RestoreAsync(_folder.File, new RestoreOptions { Replace = true });
        Assert.Contains(await RowText.ReadAsync(database), line => line.Contains("Name=New", StringComparison.Ordinal));
        Assert.DoesNotContain(await RowText.ReadAsync(database), line => line.Contains("Name=Old", StringComparison.Ordinal));

        Assert.Equal(_folder.Path, Path.GetDirectoryName(result.OldData));
        await BackupFolder.EngineOf(database).RestoreAsync(result.OldData!, new RestoreOptions { Replace = true });
        Assert.Equal(before, await RowText.ReadAsync(database));
    }

    [Theory]
    [OnBothEngines]
    public async Task A_restore_that_fails_in_the_middle_leaves_the_old_data(DatabaseEngine engine)
    {
        await using var database = await FilledAsync(engine, "Old");
        var before = await SchemaText.ReadDataAsync(database);
        await using var other = await FilledAsync(engine, "New");
        await using var source = await DatabaseSource.OpenAsync(other.Connection, TimeProvider.System, configure: null, CancellationToken.None);
        var operation = new RestoreOperation(database.Connection, NullLogger.Instance, TimeProvider.System, configure: null);

        await Assert.ThrowsAsync<InvalidDataException>(() => operation.RunAsync(new BrokenSource(source), new OldData(_folder.Path, null), new RestoreNote(null, null, "x", (_, _, _, _) => Task.CompletedTask, _ => null), source.Header.CreatedAt, progress: null, CancellationToken.None));
        Assert.Equal(before, await SchemaText.ReadDataAsync(database));

        var miscounted = await Assert.ThrowsAsync<BackupException>(() => operation.RunAsync(new MiscountingSource(source), new OldData(_folder.Path, null), new RestoreNote(null, null, "x", (_, _, _, _) => Task.CompletedTask, _ => null), source.Header.CreatedAt, progress: null, CancellationToken.None));
        Assert.Equal(BackupFault.Damaged, miscounted.Fault);
        Assert.Equal(before, await SchemaText.ReadDataAsync(database));
    }

    [Theory]
    [OnBothEngines]
    public async Task Replies_that_speak_of_replaced_data_go_and_what_hosts_know_of_themselves_stays(DatabaseEngine engine)
    {
        await using var database = await FilledAsync(engine, "Old");
        await WriteBackupAsync();
        await using (var context = database.CreateContext())
        {
            var now = new DateTime(2017, 7, 28, 6, 24, 44, DateTimeKind.Utc);
            context.Add(new StoredReply { KeyHash = "key", RequestHash = "request", At = now, Outcome = "{}" });
            context.Add(new Lease { Name = "backup", Holder = "me", Until = now });
            context.Add(new BackupRecord { At = now, Reason = "daily" });
            await context.SaveChangesAsync();
        }

        await BackupFolder.EngineOf(database).RestoreAsync(_folder.File, new RestoreOptions { Replace = true });

        await using var after = database.CreateContext();
        Assert.Equal((0, 1, 1), (await after.Set<StoredReply>().CountAsync(), await after.Set<Lease>().CountAsync(), await after.Set<BackupRecord>().CountAsync()));
    }

    [Theory]
    [OnBothEngines]
    public async Task A_bad_file_creates_no_database(DatabaseEngine engine)
    {
        await using var database = await TestDatabase.EmptyAsync(engine);
        await File.WriteAllTextAsync(_folder.File, "no backup at all");

        await Assert.ThrowsAsync<BackupException>(() => BackupFolder.EngineOf(database).RestoreAsync(_folder.File));

        Assert.Equal(DatabaseState.Empty, (await BackupFolder.EngineOf(database).StatusAsync()).State);
        Assert.False(engine == DatabaseEngine.Sqlite && File.Exists(database.Connection.Description));
    }

    [Fact]
    public async Task Rows_that_MySQL_cannot_tell_apart_are_refused_with_the_reason_and_the_old_data_stays()
    {
        // SQLite tells accented letters apart, the usual collations of MySQL do not.
        await using var source = await FilledAsync(DatabaseEngine.Sqlite, "Café");
        await AddBudgetAsync(source, "Cafe");
        await using var target = await FilledAsync(DatabaseEngine.MySql, "Old");
        var before = await SchemaText.ReadUnauditedDataAsync(target);

        var refusal = await Assert.ThrowsAsync<BackupException>(() => BackupFolder.EngineOf(source).MoveToAsync(BackupFolder.EngineOf(target), new MoveOptions { Replace = true, BackupFolder = _folder.Path }));

        Assert.Equal(BackupFault.NotStorable, refusal.Fault);
        Assert.Contains("budgets", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Caf", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(before, await SchemaText.ReadUnauditedDataAsync(target));
    }

    [Theory]
    [OnBothEngines]
    public async Task A_backup_of_an_older_program_is_migrated_on_its_way_and_one_of_a_newer_is_refused(DatabaseEngine engine)
    {
        await using var database = await FilledAsync(engine, "Old");
        await WriteBackupAsync();
        var newer = NewerBackups(database);

        await newer.RestoreAsync(_folder.File, new RestoreOptions { Replace = true }, new RestoreNote(null, null, "x", (_, _, _, _) => Task.CompletedTask, _ => null), progress: null, CancellationToken.None);

        Assert.Contains(await RowText.ReadAsync(database), line => line.Contains("Name=New", StringComparison.Ordinal));
        await newer.BackUpAsync(_folder["newer"], new BackupOptions(), progress: null, CancellationToken.None);
        var before = await SchemaText.ReadDataAsync(database);
        await using var older = await FilledAsync(engine, "Old");
        Assert.Equal(BackupFault.Newer, (await Assert.ThrowsAsync<BackupException>(() => BackupFolder.EngineOf(older).RestoreAsync(_folder["newer"], new RestoreOptions { Replace = true }))).Fault);
        Assert.Equal(BackupFault.Newer, (await Assert.ThrowsAsync<BackupException>(() => BudgetEngine.VerifyBackupAsync(_folder["newer"]))).Fault);
        Assert.Equal(before, await SchemaText.ReadDataAsync(database));
    }

    [Theory]
    [OnBothEngines]
    public async Task Hosts_that_have_the_database_open_read_the_old_data_until_the_new_is_there(DatabaseEngine engine)
    {
        await using var database = await FilledAsync(engine, "Old");
        await WriteBackupAsync();
        await using var host = database.CreateContext();
        Assert.Equal("Old", (await host.Budgets.AsNoTracking().SingleAsync()).Name);
        string? meanwhile = null;
        var looking = new Reaction<BackupProgress>(progress =>
        {
            if (progress.Stage == BackupStage.Comparing)
            {
                meanwhile ??= host.Budgets.AsNoTracking().Single().Name;
            }
        });

        await BackupFolder.EngineOf(database).RestoreAsync(_folder.File, new RestoreOptions { Replace = true }, looking);

        Assert.Equal(("Old", "New"), (meanwhile, (await host.Budgets.AsNoTracking().SingleAsync()).Name));
    }

    [Theory]
    [OnBothEngines]
    public async Task A_database_is_not_moved_to_itself_and_nothing_is_made_of_one_that_is_not_there(DatabaseEngine engine)
    {
        await using var database = await FilledAsync(engine, "Old");
        await using var absent = await TestDatabase.EmptyAsync(engine);

        Assert.Contains("itself", (await Assert.ThrowsAsync<DatabaseRefusedException>(() => BackupFolder.EngineOf(database).MoveToAsync(BackupFolder.EngineOf(database), new MoveOptions { Replace = true }))).Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<DatabaseRefusedException>(() => BackupFolder.EngineOf(absent).BackUpAsync(_folder.File));
        await Assert.ThrowsAsync<DatabaseRefusedException>(() => BackupFolder.EngineOf(absent).MoveToAsync(BackupFolder.EngineOf(database), new MoveOptions { Replace = true }));
        Assert.Empty(_folder.Names);
    }

    public void Dispose() => _folder.Dispose();

    private static void WithASecondMigration(DbContextOptionsBuilder options) => options.ReplaceService<IMigrationsAssembly, TwoMigrationsAssembly>();

    private static DatabaseBackups NewerBackups(TestDatabase database)
    {
        var initializer = new DatabaseInitializer(database.Connection, NullLogger.Instance, TimeProvider.System, WithASecondMigration);
        var readiness = new DatabaseReadiness(_ => Task.FromResult(true), initializer.InitializeAsync);
        return new DatabaseBackups(database.Connection, readiness, NullLogger.Instance, TimeProvider.System, WithASecondMigration);
    }

    private static async Task<TestDatabase> FilledAsync(DatabaseEngine engine, string budget)
    {
        var database = await TestDatabase.CreatedAsync(engine);
        await AddBudgetAsync(database, budget);
        return database;
    }

    private static async Task AddBudgetAsync(TestDatabase database, string name)
    {
        await using var context = database.CreateContext();
        context.Budgets.Add(new Budget { Name = name, StartingBalance = 0.1m });
        await context.SaveChangesAsync();
    }

    private async Task WriteBackupAsync()
    {
        await using var database = await FilledAsync(DatabaseEngine.Sqlite, "New");
        await BackupFolder.EngineOf(database).BackUpAsync(_folder.File);
    }

    private sealed class BrokenSource(DatabaseSource whole) : IBackupSource
    {
        public BackupHeader Header => whole.Header;

        // Several tables have arrived by then.
        public IAsyncEnumerable<StoredValue[]> ReadAsync(StoredTable table, CancellationToken cancellationToken) =>
            table.Name == "settings" ? throw new InvalidDataException("Broken.") : whole.ReadAsync(table, cancellationToken);

        public Task<IReadOnlyList<BackupTable>?> ReadTotalsAsync(CancellationToken cancellationToken) => whole.ReadTotalsAsync(cancellationToken);
    }

    private sealed class MiscountingSource(DatabaseSource whole) : IBackupSource
    {
        public BackupHeader Header => whole.Header;

        public IAsyncEnumerable<StoredValue[]> ReadAsync(StoredTable table, CancellationToken cancellationToken) => whole.ReadAsync(table, cancellationToken);

        public Task<IReadOnlyList<BackupTable>?> ReadTotalsAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<BackupTable>?>([]);
    }
}
