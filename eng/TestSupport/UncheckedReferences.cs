using BiweeklyBudget.Core.Storage;
using BiweeklyBudget.Core.Storage.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace BiweeklyBudget.TestSupport;

/// <summary>A context's connection, open and without checks of foreign keys until it is disposed of.</summary>
internal sealed class UncheckedReferences : IAsyncDisposable
{
    private readonly BudgetDbContext _database;
    private readonly bool _isSqlite;

    private UncheckedReferences(BudgetDbContext database)
    {
        _database = database;
        _isSqlite = database is SqliteBudgetDbContext;
    }

    public static async Task<UncheckedReferences> OpenAsync(BudgetDbContext database)
    {
        await database.Database.OpenConnectionAsync();
        var open = new UncheckedReferences(database);
        await open.ExecuteAsync(open._isSqlite ? "PRAGMA foreign_keys = OFF" : "SET SESSION FOREIGN_KEY_CHECKS = 0");
        return open;
    }

    /// <summary>Those of the tables that have rows.</summary>
    public async Task<IReadOnlyList<string>> FilledAsync(IReadOnlyList<string> tables)
    {
        await using var command = _database.Database.GetDbConnection().CreateCommand();
        command.CommandText = string.Join(" UNION ALL ", tables.Select(table => $"SELECT '{table}' FROM (SELECT 1 AS one FROM {table} LIMIT 1) AS filled"));
        await using var reader = await command.ExecuteReaderAsync();
        var filled = new List<string>();
        while (await reader.ReadAsync())
        {
            filled.Add(reader.GetString(0));
        }

        return filled;
    }

    /// <summary>Removes all rows of a table; its next id is 1.</summary>
    public async Task EmptyAsync(string table)
    {
        if (!_isSqlite)
        {
            await ExecuteAsync($"TRUNCATE TABLE {table}");
            return;
        }

        await ExecuteAsync($"DELETE FROM {table}");
        await ExecuteAsync($"DELETE FROM sqlite_sequence WHERE name = '{table}'");
    }

    public async ValueTask DisposeAsync()
    {
        await ExecuteAsync(_isSqlite ? "PRAGMA foreign_keys = ON" : "SET SESSION FOREIGN_KEY_CHECKS = 1");
        await _database.Database.CloseConnectionAsync();
    }

    private async Task ExecuteAsync(string statement)
    {
        await using var command = _database.Database.GetDbConnection().CreateCommand();
        command.CommandText = statement;
        await command.ExecuteNonQueryAsync();
    }
}
