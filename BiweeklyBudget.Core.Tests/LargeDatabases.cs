using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.TestSupport;

namespace BiweeklyBudget.Core.Tests;

/// <summary>One database on each engine with ten years of history and 20,000 transactions, for tests that only read it.</summary>
public sealed class LargeDatabases : IAsyncLifetime
{
    private readonly Dictionary<DatabaseEngine, TestDatabase> _databases = [];

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        foreach (var database in _databases.Values)
        {
            await database.DisposeAsync();
        }
    }

    public async Task<TestDatabase> OnAsync(DatabaseEngine engine)
    {
        if (!_databases.TryGetValue(engine, out var database))
        {
            _databases[engine] = database = await TestDatabase.CreatedAsync(engine);
            await LargeHistory.WriteAsync(database.Connection, new LargeHistoryOptions { Transactions = 20_000 });
        }

        return database;
    }
}
