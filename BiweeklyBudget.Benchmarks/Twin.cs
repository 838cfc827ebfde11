using System.Data.Common;
using BiweeklyBudget.Core.Storage;
using Microsoft.Data.Sqlite;
using MySqlConnector;

namespace BiweeklyBudget.Benchmarks;

/// <summary>A pooled connection and plain statements. What the two engines write differently is given in the words of both.</summary>
internal sealed class Twin(DatabaseEngine engine, string connectionString)
{
    /// <summary>Whether the engine is SQLite, where money is in ten-thousandths.</summary>
    public bool IsSqlite => engine == DatabaseEngine.Sqlite;

    /// <summary>Opens a connection as a program would that keeps its sessions.</summary>
    public async Task<DbConnection> OpenAsync()
    {
        DbConnection connection = IsSqlite ? new SqliteConnection(connectionString) : new MySqlConnection(connectionString);
        await connection.OpenAsync();
        if (IsSqlite)
        {
            await ExecuteAsync(connection, "PRAGMA busy_timeout=30000; PRAGMA foreign_keys=ON; PRAGMA synchronous=FULL");
        }

        return connection;
    }

    /// <summary>Runs a statement.</summary>
    public static async Task<int> ExecuteAsync(DbConnection connection, string sql, params (string Name, object? Value)[] parameters)
    {
        await using var command = Command(connection, sql, parameters);
        return await command.ExecuteNonQueryAsync();
    }

    /// <summary>Stores rows in the way that is the fastest on the engine: on SQLite one by one with one statement, else some hundreds with each.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="head">The statement before the rows.</param>
    /// <param name="columns">How many values a row has.</param>
    /// <param name="rows">The rows, of values as the engine takes them.</param>
    public async Task<int> InsertAsync(DbConnection connection, string head, int columns, IEnumerable<object?[]> rows)
    {
        var stored = 0;
        DbCommand? command = null;
        foreach (var chunk in rows.Chunk(IsSqlite ? 1 : 500))
        {
            if (command is null || command.Parameters.Count != chunk.Length * columns)
            {
                if (command is not null)
                {
                    await command.DisposeAsync();
                }

                var values = Enumerable.Range(0, chunk.Length).Select(row => $"({string.Join(", ", Enumerable.Range(0, columns).Select(column => Place((row * columns) + column)))})");
                command = Command(connection, head + string.Join(", ", values), [.. Enumerable.Range(0, chunk.Length * columns).Select(place => (Place(place), (object?)null))]);
            }

            for (var i = 0; i < command.Parameters.Count; i++)
            {
                command.Parameters[i].Value = chunk[i / columns][i % columns] ?? DBNull.Value;
            }

            stored += await command.ExecuteNonQueryAsync();
        }

        if (command is not null)
        {
            await command.DisposeAsync();
        }

        return stored;
    }

    /// <summary>Asks for one value.</summary>
    public static async Task<object?> AskAsync(DbConnection connection, string sql, params (string Name, object? Value)[] parameters)
    {
        await using var command = Command(connection, sql, parameters);
        return await command.ExecuteScalarAsync();
    }

    /// <summary>Reads rows, all columns of each, into objects as a program needs them.</summary>
    public static async Task<List<object[]>> ReadAsync(DbConnection connection, string sql, params (string Name, object? Value)[] parameters)
    {
        await using var command = Command(connection, sql, parameters);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<object[]>();
        while (await reader.ReadAsync())
        {
            var row = new object[reader.FieldCount];
            reader.GetValues(row);
            rows.Add(row);
        }

        return rows;
    }

    /// <summary>An amount as the engine gives it.</summary>
    public decimal Money(object? value) => value is null or DBNull ? 0m : IsSqlite ? Convert.ToInt64(value, System.Globalization.CultureInfo.InvariantCulture) / 10_000m : Convert.ToDecimal(value, System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>An amount as the engine takes it.</summary>
    public object Stored(decimal amount) => IsSqlite ? (long)(amount * 10_000m) : amount;

    private static string Place(int number) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"@p{number}");

    private static DbCommand Command(DbConnection connection, string sql, (string Name, object? Value)[] parameters)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // Constants of the benchmarks.
        command.CommandText = sql;
#pragma warning restore CA2100
        foreach (var (name, value) in parameters)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value ?? DBNull.Value);
            command.Parameters.Add(parameter);
        }

        return command;
    }
}
