using BiweeklyBudget.Core.Storage;

namespace BiweeklyBudget.AcceptanceTests.Golden;

/// <summary>The run on each engine, made when a test first asks for it.</summary>
public sealed class GoldenRuns
{
    private readonly Lazy<Task<GoldenRun>> _mySql = new(() => GoldenRun.OnAsync(DatabaseEngine.MySql));
    private readonly Lazy<Task<GoldenRun>> _sqlite = new(() => GoldenRun.OnAsync(DatabaseEngine.Sqlite));

    internal Task<GoldenRun> OnAsync(DatabaseEngine engine) => engine == DatabaseEngine.MySql ? _mySql.Value : _sqlite.Value;
}
