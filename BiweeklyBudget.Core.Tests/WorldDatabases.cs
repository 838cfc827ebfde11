using System.Text.Json;
using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.TestSupport;

namespace BiweeklyBudget.Core.Tests;

/// <summary>One database on each engine for all cases of a test class, emptied and filled anew for each of them.</summary>
public sealed class WorldDatabases : IAsyncLifetime
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

    /// <summary>A database that holds nothing but the world.</summary>
    public async Task<TestDatabase> WithAsync(DatabaseEngine engine, JsonElement world)
    {
        if (!_databases.TryGetValue(engine, out var database))
        {
            _databases[engine] = database = await TestDatabase.CreatedAsync(engine);
        }

        await using var context = database.CreateContext();
        await VectorWorld.ClearAsync(context);
        await VectorWorld.LoadAsync(context, world);
        return database;
    }
}
