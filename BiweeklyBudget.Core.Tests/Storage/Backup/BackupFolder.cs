using BiweeklyBudget.Core.Settings;
using BiweeklyBudget.TestSupport;

namespace BiweeklyBudget.Core.Tests.Storage.Backup;

/// <summary>A folder of one test's own for backups.</summary>
internal sealed class BackupFolder : IDisposable
{
    private readonly string _path = Directory.CreateTempSubdirectory("budgettest-backup-").FullName;

    public string Path => _path;

    public string File => this["money.bbbackup"];

    public IReadOnlyList<string> Names => [.. Directory.EnumerateFileSystemEntries(_path).Select(System.IO.Path.GetFileName).OfType<string>().Order(StringComparer.Ordinal)];

    public string this[string name] => System.IO.Path.Combine(_path, name);

    public static BudgetEngine EngineOf(TestDatabase database) => BudgetEngine.Create(new BudgetSettings { ConnectionString = database.Url, BackupPath = BudgetSettings.NoBackups });

    public void Dispose() => Directory.Delete(_path, recursive: true);
}
