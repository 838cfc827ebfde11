using BiweeklyBudget.Core.Settings;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.AutomaticBackups;
using BiweeklyBudget.Core.Storage.Rows;
using BiweeklyBudget.TestSupport;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace BiweeklyBudget.Core.Tests.Storage.AutomaticBackups;

/// <summary>A database with an account, a folder for its backups, and a clock that a test moves.</summary>
internal sealed class BackupWorld : IAsyncDisposable
{
    private readonly DirectoryInfo _parent = Directory.CreateTempSubdirectory("budgettest-backups-");

    private BackupWorld(TestDatabase database) => Database = database;

    public TestDatabase Database { get; }

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2017, 7, 28, 6, 24, 44, TimeSpan.Zero));

    public DateTime Now => Time.GetUtcNow().UtcDateTime;

    public string Folder => Path.Combine(_parent.FullName, "backups");

    /// <summary>What is in the folder, by name.</summary>
    public IReadOnlyList<string> Files => Directory.Exists(Folder) ? [.. Directory.EnumerateFiles(Folder).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)] : [];

    public static async Task<BackupWorld> CreateAsync(DatabaseEngine engine, bool hasAccount = true)
    {
        var world = new BackupWorld(await TestDatabase.CreatedAsync(engine));
        if (hasAccount)
        {
            await using var context = world.Database.CreateContext();
            context.Accounts.Add(new Account { Name = "Checking" });
            await context.SaveChangesAsync();
        }

        return world;
    }

    /// <summary>Over a database that is still to be made or upgraded.</summary>
    public static async Task<BackupWorld> OverAsync(Task<TestDatabase> database) => new(await database);

    /// <summary>A host's engine.</summary>
    public BudgetEngine OpenHost(string? backupPath = null) =>
        new(new BudgetSettings { ConnectionString = Database.Url, BackupPath = backupPath ?? Folder }, Time, NullLoggerFactory.Instance, configure: null);

    /// <summary>The daily task with other tools than the program's.</summary>
    public DailyBackup CreateDaily(BackupTools tools) =>
        new(() => Database.CreateContext(), BackupFolder.Of(Folder, Database.Connection), tools, (_, _, _, _) => Task.CompletedTask, "Kept", Time, NullLogger.Instance);

    public BackupTools RealTools()
    {
        var host = OpenHost();
        return new BackupTools((file, token) => host.BackUpAsync(file, cancellationToken: token), (file, token) => BudgetEngine.VerifyBackupAsync(file, cancellationToken: token));
    }

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        _parent.Delete(recursive: true);
    }
}
