using BiweeklyBudget.Core.Storage;

namespace BiweeklyBudget.AcceptanceTests.Golden;

/// <summary>The runs on both engines, made side by side when a test first asks for one.</summary>
public sealed class GoldenRuns
{
    private readonly Lazy<Task<GoldenRun>> _mySql = new(() => GoldenRun.OnAsync(DatabaseEngine.MySql));
    private readonly Lazy<Task<GoldenRun>> _sqlite = new(() => GoldenRun.OnAsync(DatabaseEngine.Sqlite));

    internal Task<GoldenRun> OnAsync(DatabaseEngine engine)
    {
        var (mySql, sqlite) = (_mySql.Value, _sqlite.Value);
        return engine == DatabaseEngine.MySql ? mySql : sqlite;
    }
}
